"""Reads of listings in the domain's words. The day is always passed in."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce
from wagtail.models import PageManager, PageQuerySet

from localoffer.pages.querysets import open_to_all, translations_in
from localoffer.questions import written_once
from localoffer.seal.models import Award

from .choices import Status


class ServiceQuerySet(PageQuerySet):
    def listed(self) -> "ServiceQuerySet":
        """What the public can find: published, not behind a password, not closed for good, each service once."""
        return open_to_all(self.each_once()).exclude(status=Status.CLOSED)

    def each_once(self) -> "ServiceQuerySet":
        """Each service once, public or not, as its English listing, where its facts stand: no copies and no translations."""
        return self.filter(alias_of=None, locale__language_code=settings.LANGUAGE_CODE)

    def with_words_in(self, language: str) -> "ServiceQuerySet":
        """Each with the title and the summary of its public translation as ``own_title`` and ``own_summary`` (None
        where there is none), in the same query. Nothing is added for English."""
        if language == settings.LANGUAGE_CODE:
            return self
        own = translations_in(self.model.objects.filter(translation_key=OuterRef("translation_key")), language).order_by()
        return self.annotate(own_title=Subquery(own.values("title")[:1]), own_summary=Subquery(own.values("summary")[:1]))

    def about(self, topics: Iterable[str]) -> "ServiceQuerySet":
        """With any of these topics, or a topic below one of them."""
        return self.filter(
            pk__in=self.model.topics.through.objects.filter(Q(topic__slug__in=topics) | Q(topic__parent__slug__in=topics)).values(
                "servicepage_id"
            )
        )

    def for_needs(self, needs: Iterable[str]) -> "ServiceQuerySet":
        return self.filter(pk__in=self.model.needs.through.objects.filter(need__slug__in=needs).values("servicepage_id"))

    def for_stages(self, stages: Iterable[tuple[int, int]]) -> "ServiceQuerySet":
        """For any age of any of these (first, last) spans. A listing that does not say its ages does not match."""
        wanted = Q(pk__in=[])
        for first, last in stages:
            wanted |= Q(minimum_age__lte=last, maximum_age__gte=first)
            wanted |= Q(minimum_age=None, maximum_age__gte=first) | Q(minimum_age__lte=last, maximum_age=None)
        return self.filter(wanted)

    def ages_not_known(self) -> "ServiceQuerySet":
        return self.filter(minimum_age=None, maximum_age=None)

    def with_seal(self, day: date) -> "ServiceQuerySet":
        return self.filter(translation_key__in=Award.objects.keys_current_on(day))

    def reach_by_service(
        self, ids: Iterable[int], language: str = settings.LANGUAGE_CODE
    ) -> dict[int, tuple[list[str], list[str]]]:
        """The towns and the names of the areas of each of these services, in one query; the areas as that language calls
        them, where it does."""
        ids = list(ids)
        rows = _towns_and_areas(ids, model=self.model, language=language)
        reach: dict[int, tuple[list[str], list[str]]] = {pk: ([], []) for pk in ids}
        for pk, kind, name, _ in sorted(rows, key=lambda row: (row[3] or 0, row[2])):
            names = reach[pk][0 if kind == "town" else 1]
            if name not in names:
                names.append(name)
        return reach


@written_once
def _towns_and_areas(ids: list[int], *, model: Any, language: str) -> Any:
    towns = model.places.rel.related_model.objects.filter(page_id__in=ids).order_by()
    areas = model.areas.through.objects.filter(servicepage_id__in=ids).order_by()
    return towns.values_list("page_id", Value("town"), "town", "sort_order").union(
        areas.values_list("servicepage_id", Value("area"), _area_name(model, language), "area__order"), all=True
    )


def _area_name(model: Any, language: str) -> F | Coalesce:
    if language == settings.LANGUAGE_CODE:
        return F("area__name")
    area = model.areas.field.related_model
    own = area.objects.filter(translation_key=OuterRef("area__translation_key"), locale__language_code=language).order_by()
    return Coalesce(Subquery(own.values("name")[:1]), "area__name")


ServiceManager = PageManager.from_queryset(ServiceQuerySet)
