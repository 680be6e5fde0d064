from collections.abc import Iterable
from datetime import date
from typing import Any, NoReturn

from django.db import models
from wagtail.models import PageManager, PageQuerySet

from localoffer.people.querysets import KeptQuerySet, NeverDeleted

from .choices import PromiseState


class DatedQuerySet(PageQuerySet):
    """Reads of pages that have a date, in the domain's words."""

    def newest_first(self) -> Any:
        return self.order_by("-date", "-pk")

    def of_year(self, year: int) -> Any:
        return self.filter(date__year=year)


class PostQuerySet(DatedQuerySet):
    def tagged(self, slug: str) -> "PostQuerySet":
        return self.filter(tags__slug=slug)

    def on_themes(self, themes: Iterable[int]) -> "PostQuerySet":
        """Posts on one of these themes of the board, each once."""
        return self.filter(themes__in=list(themes)).distinct()

    def for_cards(self) -> "PostQuerySet":
        return self.select_related("author")


class NewsQuerySet(DatedQuerySet):
    def for_cards(self) -> "NewsQuerySet":
        bylines = self.model.bylines.rel.related_model.objects.select_related("author")
        return self.select_related("picture__consent").prefetch_related(models.Prefetch("bylines", bylines), "categories")


PostManager = PageManager.from_queryset(PostQuerySet)
NewsManager = PageManager.from_queryset(NewsQuerySet)


class NeverRewritten(Exception):
    """What the public could read stays as it was; what comes after is a step of its own."""

    def __init__(self) -> None:
        super().__init__("A public promise and its steps stay as they are. Write down a new step instead.")


class PromiseQuerySet(models.QuerySet):
    """Reads of promises in the domain's words. The day is always passed in."""

    def public(self) -> "PromiseQuerySet":
        return self.filter(is_public=True)

    def oldest_first(self) -> "PromiseQuerySet":
        return self.order_by("made_on", "pk")

    def newest_first(self) -> "PromiseQuerySet":
        return self.order_by("-made_on", "-pk")

    def in_state(self, state: str, today: date) -> "PromiseQuerySet":
        """Those that stand so on that day: the same as ``rules.state_on``, in SQL."""
        if state == PromiseState.LATE:
            return self.filter(outcome="", due_on__lt=today)
        if state == PromiseState.ON_TRACK:
            return self.filter(outcome="", due_on__gte=today)
        return self.filter(outcome=state)

    def counts(self, today: date) -> dict[str, int]:
        """How many stand in each state on that day, in one query."""
        late = models.Q(outcome="", due_on__lt=today)
        on_track = models.Q(outcome="", due_on__gte=today)
        by_state = {PromiseState.LATE: late, PromiseState.ON_TRACK: on_track}
        asked = {
            state.name: models.Count("pk", filter=by_state.get(state, models.Q(outcome=state.value))) for state in PromiseState
        }
        found = self.order_by().aggregate(**asked)
        return {state.value: found[state.name] for state in PromiseState}

    def with_steps(self) -> "PromiseQuerySet":
        """With all that the public may read of each."""
        return self.select_related("theme", "area").prefetch_related("steps")

    def about(self, theme: Any) -> "PromiseQuerySet":
        """Those of a theme, or of a priority action area."""
        return self.filter(models.Q(theme=theme) | models.Q(area=theme))

    def update(self, **kwargs: Any) -> int:
        """Raises NeverRewritten where it would rewrite what the public read of a promise."""
        if set(kwargs) & set(self.model.fixed_names()) and self.public().exists():
            raise NeverRewritten
        return super().update(**kwargs)

    def bulk_update(self, objs: Any, fields: Any, batch_size: int | None = None) -> int:
        if set(fields) & set(self.model.fixed_names()) and self.public().filter(pk__in=[one.pk for one in objs]).exists():
            raise NeverRewritten
        return super().bulk_update(objs, fields, batch_size)

    def follow_a_step(self, **follows: Any) -> int:
        """What follows from a step that was just written down; for ``services.add_step`` alone."""
        return super().update(**follows)

    def delete(self) -> Any:
        """Deletes what nobody could read yet. Raises NeverDeleted when one of them is public."""
        if self.public().exists():
            raise NeverDeleted
        return super().delete()


class StepQuerySet(KeptQuerySet):
    def update(self, **kwargs: Any) -> NoReturn:
        raise NeverRewritten

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise NeverRewritten


# What a small line shows, and what the last change is reckoned from; the whole series is read on the measure's own page.
RECENT = 24


class MeasureQuerySet(models.QuerySet):
    """Reads of measures in the domain's words."""

    def public(self) -> "MeasureQuerySet":
        return self.filter(is_public=True)

    def about(self, theme: Any) -> "MeasureQuerySet":
        """Those of a theme, or of a priority action area."""
        return self.filter(models.Q(theme=theme) | models.Q(area=theme))

    def in_order(self) -> "MeasureQuerySet":
        """By theme, in the themes' order; those without a theme last."""
        return self.select_related("theme", "area").order_by(models.F("theme__sort_order").asc(nulls_last=True), "name", "pk")

    def with_recent(self) -> "MeasureQuerySet":
        """With their newest figures as ``recent_points``, in one query however many figures there are."""
        newest = self.model.points.rel.related_model.objects.order_by("-day")[:RECENT]
        return self.prefetch_related(models.Prefetch("points", newest, to_attr="recent_points"))
