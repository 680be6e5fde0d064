"""“You asked, this happened” and the work programme in the admin."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views.generic import CreateView, EditView
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from ..listening import Refused, approve, take_back
from ..models import Asked, WorkItem
from .inbox import NO, VoicesViewSet


class AskedCreateView(CreateView):
    def save_instance(self) -> Asked:
        self.form.instance.written_by = self.request.user
        return super().save_instance()


class AskedEditView(EditView):
    """Whoever changes the public words is their writer, and they wait for approval again."""

    def get_object(self, *args: Any, **kwargs: Any) -> Asked:
        asked = super().get_object(*args, **kwargs)
        self.digest_before, self.was_public = asked.digest, asked.is_public
        return asked

    def save_instance(self) -> Asked:
        asked = self.form.instance
        if asked.digest != self.digest_before:
            asked.written_by = self.request.user
        if "answer_by" in self.form.changed_data:
            asked.reminded_at = None  # a new date, a new reminder
        asked = super().save_instance()
        if self.was_public and not asked.is_public:
            messages.warning(self.request, "It is not on the site any more: its words have changed. Approve it again.")
        return asked

    @property
    def header_more_buttons(self) -> list:
        more = list(super().header_more_buttons)
        if self.request.user.has_perm("youth.approve_asked"):
            label = "Take it off the site" if self.object.is_public else "Approve it for the site"
            more.append(HeaderButton(label, url=reverse("asked_approve", args=[self.object.pk])))
        return more


class AskedViewSet(ModelViewSet):
    model = Asked
    name = "asked"
    icon = "openquote"
    menu_label = "You asked"
    add_view_class = AskedCreateView
    edit_view_class = AskedEditView
    copy_view_enabled = False
    exclude_form_fields: list[str] = []
    list_display = [
        "__str__",
        "work_item",
        "asked_on",
        "answered_on",
        "happened_on",
        BooleanColumn("is_public", label="On the site"),
    ]
    list_filter = ["work_item"]
    search_fields = ["words", "answer", "happened"]


class WorkItemViewSet(ModelViewSet):
    model = WorkItem
    name = "work-programme"
    icon = "tasks"
    menu_label = "Work programme"
    copy_view_enabled = False
    exclude_form_fields: list[str] = []
    list_display = ["title", "progress", "done_by"]
    ordering = ["sort_order", "pk"]


class HeardGroup(ViewSetGroup):
    """All by which young people are heard, in one place of the menu."""

    menu_label = "Young people"
    menu_icon = "comment"
    menu_order = 160
    items = (VoicesViewSet, AskedViewSet, WorkItemViewSet)


def approve_asked(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows it as the public will see it, with each detail to be cleared; approves it, or takes it off the site."""
    if not request.user.has_perm("youth.approve_asked"):
        return HttpResponseForbidden(NO)
    asked = get_object_or_404(Asked, pk=pk)
    refusal = ""
    if request.method == "POST":
        if "take_back" in request.POST:
            take_back(asked, user=request.user)
            messages.success(request, "It is off the site.")
            return redirect("asked:edit", pk)
        try:
            approve(
                asked,
                seen=request.POST.get("seen", ""),
                cleared=set(request.POST.getlist("cleared")),
                alone=bool(request.POST.get("alone")),
                user=request.user,
                now=timezone.now(),
            )
        except Refused as refused:
            refusal = str(refused)
        else:
            messages.success(request, "It is on the site.")
            return redirect("asked:index")
    context = {
        "asked": asked,
        "found": asked.personal_details,
        "cleared": request.POST.getlist("cleared"),
        "is_own": asked.written_by_id == request.user.pk,
        "refusal": refusal,
    }
    return render(request, "youth/admin/approve.html", context, status=422 if refusal else 200)
