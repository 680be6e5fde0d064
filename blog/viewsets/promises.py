"""Promises in the admin."""

from typing import Any

import django_filters
from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic import CreateView, DeleteView, EditView
from wagtail.admin.viewsets.model import ModelViewSet

from ..choices import PromiseState
from ..forms import PromiseForm
from ..models import Promise

NOT_DELETED = "This promise is public, so it stays. If it will not be kept, write down that it is dropped, and why."


class PromiseFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label="State", choices=PromiseState.choices, empty_label="Any", widget=forms.RadioSelect, method="by_state"
    )

    class Meta:
        model = Promise
        fields = ["theme", "area", "is_public"]

    def by_state(self, promises: Any, name: str, value: str) -> Any:
        return promises.in_state(value, timezone.localdate())


class PromiseDeleteView(DeleteView):
    """Only what nobody could read yet; for all roles, site administrators included."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated and self.get_object().is_public:
            return HttpResponseForbidden(NOT_DELETED)
        return super().dispatch(request, *args, **kwargs)


class PromiseCreateView(CreateView):
    """Led to from a post's editor, the form begins with that post."""

    def get_initial(self) -> dict[str, Any]:
        number = self.request.GET.get("post", "")
        return super().get_initial() | (
            {"post": int(number)} if number.isascii() and number.isdigit() and len(number) < 10 else {}
        )


class PromiseEditView(EditView):
    """Looks at the promise again under a lock: a second person may have saved it since the form was read."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with transaction.atomic():
            Promise.objects.select_for_update().filter(pk=self.object_pk).first()
            return super().post(request, *args, **kwargs)


class PromiseViewSet(ModelViewSet):
    model = Promise
    add_view_class = PromiseCreateView
    edit_view_class = PromiseEditView
    name = "promises"
    icon = "tasks"
    menu_label = "Promises"
    copy_view_enabled = False
    delete_view_class = PromiseDeleteView
    filterset_class = PromiseFilterSet
    search_fields = ["words", "owner"]
    ordering = ["made_on", "pk"]
    list_display = [
        "__str__",
        Column("state", label="State", accessor=lambda promise: promise.state_on(timezone.localdate()).label),
        Column("due_on", label="To be kept by", accessor=lambda promise: f"{promise.due_on:%-d %B %Y}", sort_key="due_on"),
        "owner",
        "theme",
        BooleanColumn("is_public", label="On the site"),
    ]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("words"),
                    FieldPanel("post"),
                    FieldRowPanel([FieldPanel("made_at"), FieldPanel("made_on")]),
                    FieldRowPanel([FieldPanel("owner"), FieldPanel("due_on")]),
                    FieldRowPanel([FieldPanel("theme"), FieldPanel("area")]),
                    FieldPanel("is_public"),
                ],
                heading="What was promised",
            ),
            HelpPanel(template="blog/admin/history.html", heading="What happened so far"),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("step_kind"), FieldPanel("step_day")]),
                    FieldPanel("step_words"),
                    FieldPanel("step_due"),
                ],
                heading="Write down what is new",
            ),
        ],
        base_form_class=PromiseForm,
    )
