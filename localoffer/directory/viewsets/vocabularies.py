"""The lists of words by which services are described: kept, retired and merged by editors."""

from typing import Any

from django import forms
from django.contrib.admin.utils import quote
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.functional import cached_property
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin import messages
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column, LocaleColumn
from wagtail.admin.widgets.button import Button
from wagtail.permissions import policy_registry
from wagtail.snippets.views.snippets import EditView, IndexView, SnippetViewSet

from ..models import AccessFeature, AgeStage, Area, Language, Need, Organisation, Topic
from ..models.vocabularies import Term
from ..services import ChangeRefused, merge_terms, where_used
from .permission import REFUSAL

MERGE_INTO = "Merge into another one"


class MergeForm(forms.Form):
    """Choosing the term that stays."""

    into = forms.ModelChoiceField(Topic.objects.none(), label="The one that stays", empty_label="Choose one")

    def __init__(self, *args: Any, term: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = type(term).objects.filter(retired=False, locale=term.locale_id).exclude(pk=term.pk)
        self.fields["into"].queryset = others
        self.fields["into"].error_messages["required"] = "Choose the one that stays."


def merge_view(viewset: "TermViewSet") -> Any:
    """The page that asks for the other term, and merges."""

    def view(request: HttpRequest, pk: int) -> HttpResponse:
        if not policy_registry.get_by_type(viewset.model).user_has_permission(request.user, "change"):
            return HttpResponseForbidden(REFUSAL)
        term = get_object_or_404(viewset.model, pk=pk)
        form = MergeForm(request.POST or None, term=term)
        if request.method == "POST" and form.is_valid():
            into = form.cleaned_data["into"]
            try:
                count = merge_terms(term=term, into=into, user=request.user)
            except ChangeRefused as refusal:
                form.add_error("into", str(refusal))
            else:
                messages.success(request, f"“{term}” is now part of “{into}”. Pages changed: {count}.")
                return redirect(viewset.get_url_name("list"))
        return render(
            request,
            "directory/admin/merge.html",
            {"term": term, "form": form, "used": len(where_used(term)), "back": reverse(viewset.get_url_name("list"))},
            status=200 if request.method == "GET" else 422,
        )

    return view


class TermIndexView(IndexView):
    def get_list_more_buttons(self, instance: Any) -> list[Any]:
        buttons = super().get_list_more_buttons(instance)
        if instance.merged_into_id is None and self.user_has_permission("change"):
            address = reverse(self.model.snippet_viewset.get_url_name("merge"), args=(quote(instance.pk),))
            buttons.append(MenuItem(MERGE_INTO, url=address, icon_name="resubmit", priority=25))
        return buttons


class TermEditView(EditView):
    @cached_property
    def header_more_buttons(self) -> list[Any]:
        buttons = list(super().header_more_buttons)
        if self.object.merged_into_id is None:
            address = reverse(self.model.snippet_viewset.get_url_name("merge"), args=(quote(self.object.pk),))
            buttons.append(Button(MERGE_INTO, url=address, icon_name="resubmit", priority=25))
        return buttons


def state_of(term: Any) -> str:
    if term.merged_into_id:
        return f"Merged into “{term.merged_into}”"
    return "Retired" if term.retired else "In use"


STATE = Column("state", label="State", accessor=state_of)
LANGUAGE = LocaleColumn(label="Language")


def terms_to_choose(field: Any) -> dict[str, Any]:
    """Listings have terms of the source language; their translations are only for showing, so no form offers them."""
    model = field.remote_field.model
    return {"queryset": model.objects.in_source_language()} if issubclass(model, Term) else {}


register_form_field_override(ParentalManyToManyField, override=terms_to_choose)


class TermViewSet(SnippetViewSet):
    """A vocabulary that editors keep."""

    icon = "tag"
    list_display = ["name", LANGUAGE, "slug", "order", STATE]
    list_filter = ["retired"]
    ordering = ["order", "name"]
    index_view_class = TermIndexView
    edit_view_class = TermEditView

    def get_queryset(self, request: HttpRequest) -> Any:
        return self.model.objects.select_related("merged_into")

    def get_urlpatterns(self) -> list[Any]:
        return [*super().get_urlpatterns(), path("merge/<int:pk>/", merge_view(self), name="merge")]


class TopicViewSet(TermViewSet):
    model = Topic
    list_display = ["name", LANGUAGE, "parent", "order", STATE]
    list_filter = ["retired", "parent"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("parent")


class NeedViewSet(TermViewSet):
    model = Need


class AgeStageViewSet(TermViewSet):
    model = AgeStage
    list_display = ["name", LANGUAGE, "minimum_age", "maximum_age", STATE]


class AccessFeatureViewSet(TermViewSet):
    model = AccessFeature
    list_display = ["name", LANGUAGE, "group", "in_filters", "order", STATE]
    list_filter = ["retired", "group", "in_filters"]


class AreaViewSet(TermViewSet):
    model = Area
    list_display = ["name", LANGUAGE, "in_county", "order", STATE]


class LanguageViewSet(TermViewSet):
    model = Language


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    list_display = ["name", "kind", "website"]
    list_filter = ["kind"]
    ordering = ["name"]


def refuse_deletion(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    """A word that is in use is not deleted, with the reason; it can be retired or merged. None: delete it."""
    for word in instances:
        if isinstance(word, Term | Organisation) and (why := why_not_deleted(word)):
            messages.error(request, f"“{word}” was not deleted. {why}")
            return redirect(type(word).snippet_viewset.get_url_name("list"))
    return None


def why_not_deleted(word: Any) -> str:
    if isinstance(word, Topic) and word.children.exists():
        return "It has topics below it. Move those first."
    if isinstance(word, Term) and type(word).objects.filter(merged_into=word).exists():
        return "Others were merged into it, and addresses that people kept lead to it. Retire it."
    if count := len(where_used(word)):
        pages = f"{count} page{'s' if count > 1 else ''}"
        if isinstance(word, Organisation):
            return f"It is on {pages}. Give those another organisation first."
        return f"It is on {pages}. Retire it, or merge it into another one."
    return ""
