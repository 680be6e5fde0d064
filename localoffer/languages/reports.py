"""The report of translated pages, for whoever may edit or publish them; each sees his or her own."""

from typing import Any

import django_filters
from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, LocaleColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from localoffer.readability.reports import FORMULA
from localoffer.readability.views import refused

from .finding import translations, with_facts

STATES = [
    ("unchecked", "Not checked by a speaker"),
    ("checked", "Checked by a speaker"),
    ("outdated", "English changed since"),
    ("parts", "Parts still in English"),
    ("draft", "Not public"),
    ("waiting", "Waiting to be published"),
]


def own_translations(user: Any) -> QuerySet:
    """The translations that this person may edit or publish."""
    policy = policy_registry.get_by_type(Page)
    allowed = policy.instances_user_has_any_permission_for(user, ["change", "publish"])
    return translations().filter(pk__in=allowed.order_by().values("pk"))


def languages() -> QuerySet:
    return Locale.objects.exclude(language_code=settings.LANGUAGE_CODE)


class TranslatedPagesFilterSet(WagtailFilterSet):
    locale = django_filters.ModelChoiceFilter(
        label="Language", queryset=lambda request: languages(), empty_label="Any", widget=forms.RadioSelect
    )
    made = django_filters.ChoiceFilter(
        label="Made",
        choices=[("machine", "By machine"), ("hand", "By hand")],
        empty_label="Any",
        widget=forms.RadioSelect,
        method="by_maker",
    )
    state = django_filters.ChoiceFilter(
        label="State", choices=STATES, empty_label="Any", widget=forms.RadioSelect, method="by_state"
    )

    class Meta:
        model = Page
        fields: list[str] = []

    def by_maker(self, pages: Any, name: str, value: str) -> Any:
        return pages.filter(by_machine__isnull=value == "hand")

    def by_state(self, pages: Any, name: str, value: str) -> Any:
        wanted = {
            "unchecked": {"checked_at": None},
            "checked": {"checked_at__isnull": False},
            "outdated": {"outdated_since__isnull": False},
            "parts": {"missing__gt": 0},
            "draft": {"live": False},
            "waiting": {"is_waiting": True},
        }
        return pages.filter(**wanted[value])


def made(page: Any) -> str:
    """How the words were made, for a list."""
    if page.by_machine:
        return "by machine, parts by hand" if page.by_hand else "by machine"
    return "by hand" if page.by_hand else "not translated yet"


def public(page: Any) -> str:
    """Whether it is public, and whether new words wait, for a list."""
    return ("yes" if page.live else "no") + (", new words wait" if page.is_waiting else "")


class TranslatedPagesReport(ReportView):
    """Translations, those that nobody checked and the outdated ones to be found by filters."""

    model = Page
    page_title = "Translated pages"
    header_icon = "wagtail-localize-language"
    index_url_name = "languages_report"
    index_results_url_name = "languages_report_results"
    default_ordering = "title"
    filterset_class = TranslatedPagesFilterSet
    is_searchable = True
    search_fields = ["title"]
    search_backend_name = None
    export_filename = "translated-pages"
    columns = [
        TitleColumn(
            "title",
            label="Page",
            accessor="title",
            sort_key="title",
            classname="title",
            width="26%",
            get_url=lambda page: reverse("languages_translation", args=[page.pk]),
        ),
        LocaleColumn(label="Language", sort_key="locale__language_code"),
        Column("made", label="Made", accessor=made),
        Column("missing", label="Parts in English", sort_key="missing"),
        DateColumn("outdated_since", label="English changed", sort_key="outdated_since"),
        DateColumn("checked_at", label="Checked", sort_key="checked_at"),
        Column("checked_by", label="Checked by", accessor=lambda page: page.checked_by or ""),
        Column("public", label="Public", accessor=public, sort_key="live"),
    ]
    export_headings = {
        "title": "Page",
        "language": "Language",
        "made": "Made",
        "by_machine": "By machine, last on",
        "by_hand": "By hand, last on",
        "missing": "Parts in English",
        "outdated_since": "English changed since",
        "checked_at": "Checked on",
        "checked_by": "Checked by",
        "public": "Public",
    }
    list_export = list(export_headings)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not own_translations(request.user).exists() and not request.user.has_perm("wagtail_localize.submit_translation"):
            return refused(request)
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> QuerySet:
        return with_facts(own_translations(self.request.user)).select_related("locale")

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        said = {"title": item.title, "checked_by": item.checked_by or ""}
        texts = {name: f"'{words}" if words.startswith(FORMULA) else words for name, words in said.items()}
        row = {
            "language": item.locale.get_display_name(),
            "made": made(item),
            "missing": item.missing,
            "public": public(item),
            **{name: getattr(item, name) for name in ("by_machine", "by_hand", "outdated_since", "checked_at")},
            **texts,
        }
        return {name: row[name] for name in self.list_export}
