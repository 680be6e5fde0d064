"""Reads of listings in the domain's words. The day is always passed in."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.db.models import Q, Value
from wagtail.models import PageManager, PageQuerySet

from localoffer.pages.querysets import open_to_all
from localoffer.seal.models import Award

from .choices import Status


class ServiceQuerySet(PageQuerySet):
    def listed(self) -> "ServiceQuerySet":
        """What the public can find: published, not behind a password, not closed for good, each service once.

        Facts stand in the listing of the source language; its copies and translations are other pages of the same service.
        """
        return open_to_all(self).filter(alias_of=None, locale__language_code=settings.LANGUAGE_CODE).exclude(status=Status.CLOSED)

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

    def reach_by_service(self, ids: Iterable[int]) -> dict[int, tuple[list[str], list[str]]]:
        """The towns and the names of the areas of each of these services, in one query."""
        ids = list(ids)
        towns = self.model.places.rel.related_model.objects.filter(page_id__in=ids).order_by()
        areas = self.model.areas.through.objects.filter(servicepage_id__in=ids).order_by()
        rows = towns.values_list("page_id", Value("town"), "town", "sort_order").union(
            areas.values_list("servicepage_id", Value("area"), "area__name", "area__order"), all=True
        )
        reach: dict[int, tuple[list[str], list[str]]] = {pk: ([], []) for pk in ids}
        for pk, kind, name, _ in sorted(rows, key=lambda row: (row[3] or 0, row[2])):
            names = reach[pk][0 if kind == "town" else 1]
            if name not in names:
                names.append(name)
        return reach


ServiceManager = PageManager.from_queryset(ServiceQuerySet)
