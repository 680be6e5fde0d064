"""The filters of the editors' list. Each adds one condition on the listing's own row, so that they stay quick together."""

from datetime import date, timedelta
from typing import Any

import django_filters
from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet

from ..choices import Status
from ..models import Organisation, ServicePage, Topic
from ..rules import STALE_AFTER_DAYS

HALF_A_YEAR = 183  # days
CHECKED = (
    ("never", "Never"),
    ("stale", "More than a year ago"),
    ("ageing", "6 to 12 months ago"),
    ("fresh", "Less than 6 months ago"),
)
COMPLETE = (("low", "Below 50"), ("middle", "50 to 79"), ("high", "80 and more"))
COMPLETE_BANDS = {"low": (0, 49), "middle": (50, 79), "high": (80, 100)}
YES_NO = (("yes", "Yes"), ("no", "No"))
FOR_YOU = (("missing", "Missing"), ("there", "There"))
STATES = (("live", "Public"), ("draft", "Not public"), ("changed", "Public, with changes that are not"))


def checked_between(band: str, today: date) -> Q:
    """Listings that were last checked in that band of CHECKED."""
    year, half = today - timedelta(days=STALE_AFTER_DAYS), today - timedelta(days=HALF_A_YEAR)
    return {
        "never": Q(last_checked=None),
        "stale": Q(last_checked__lt=year),
        "ageing": Q(last_checked__gte=year, last_checked__lt=half),
        "fresh": Q(last_checked__gte=half),
    }[band]


class Radio(django_filters.ChoiceFilter):
    """One of a few choices, or any; ``choose`` turns the choice into the rows."""

    def __init__(self, choose: Any, **kwargs: Any) -> None:
        super().__init__(empty_label="Any", widget=forms.RadioSelect, **kwargs)
        self.choose = choose

    def filter(self, rows: QuerySet, value: str) -> QuerySet:
        return self.choose(rows, value) if value else rows


def with_seal(rows: QuerySet, value: str) -> QuerySet:
    sealed = ServicePage.objects.with_seal(timezone.localdate()).order_by().values("pk")
    return rows.filter(pk__in=sealed) if value == "yes" else rows.exclude(pk__in=sealed)


def by_state(rows: QuerySet, value: str) -> QuerySet:
    return rows.filter(**{"live": {"live": True}, "draft": {"live": False}, "changed": CHANGED}[value])


CHANGED = {"live": True, "has_unpublished_changes": True}


class TopicsFilter(django_filters.ModelMultipleChoiceFilter):
    """Any of these topics, or of those below them. By a subquery: a join would show a listing twice."""

    def filter(self, rows: QuerySet, value: Any) -> QuerySet:
        if not value:
            return rows
        through = ServicePage.topics.through.objects
        chosen = [topic.pk for topic in value]
        wanted = through.filter(Q(topic__in=chosen) | Q(topic__parent__in=chosen)).values("servicepage_id")
        return rows.filter(pk__in=wanted)


class ServiceFilterSet(WagtailFilterSet):
    topics = TopicsFilter(
        label="Topic",
        queryset=lambda request: Topic.objects.in_source_language().filter(merged_into=None).order_by("order", "name"),
        widget=forms.CheckboxSelectMultiple,
    )
    organisation = django_filters.ModelChoiceFilter(
        label="Organisation", queryset=lambda request: Organisation.objects.all(), widget=forms.Select
    )
    state = Radio(by_state, label="Public or draft", choices=STATES)
    status = Radio(lambda rows, value: rows.filter(status=value), label="Open or closed", choices=Status.choices)
    checked = Radio(
        lambda rows, value: rows.filter(checked_between(value, timezone.localdate())), label="Last checked", choices=CHECKED
    )
    complete = Radio(
        lambda rows, value: rows.filter(completeness__range=COMPLETE_BANDS[value]), label="Completeness", choices=COMPLETE
    )
    seal = Radio(with_seal, label="Seal of approval", choices=YES_NO)
    for_you = Radio(
        lambda rows, value: rows.filter(for_young_people="") if value == "missing" else rows.exclude(for_young_people=""),
        label="“For you” text",
        choices=FOR_YOU,
    )

    class Meta:
        model = ServicePage
        fields: list[str] = []
