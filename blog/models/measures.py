"""What the board measures: a series of dated figures. Like promises, measures stand outside the revisions of pages."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel
from wagtail.url_routing import RouteResult

from localoffer.pages.addresses import Crumb
from localoffer.pages.models import BasePage

from .. import rules
from ..choices import VERDICT_ICONS, DatesAs, Direction, Verdict
from ..querysets import MeasureQuerySet
from .themes import area_of_it, theme_of_it

VALUE = {"max_digits": 14, "decimal_places": 4}
TWO_IN_ONE = "Two figures would have the same date then. Take one of them out first: {day}."


class Measure(models.Model):
    """One thing that is counted again and again. Its figures are its points."""

    name = models.CharField(max_length=120, help_text="Such as: EHC plans finished within 20 weeks.")
    slug = models.SlugField(max_length=60, unique=True, help_text="Stands in its address. Keep it once it is on the site.")
    meaning = models.TextField(
        "what it means", max_length=500, help_text="In plain words: what is counted, and why families should care."
    )
    unit = models.CharField(
        max_length=30, blank=True, help_text="Such as: %, days, children, £, £ million. Empty: a number alone."
    )
    unit_one = models.CharField("unit for a single one", max_length=30, blank=True, help_text="Such as: day, child.")
    source = models.CharField("where the figures come from", max_length=250)
    direction = models.CharField("which way is better", max_length=10, choices=Direction.choices)
    dates_as = models.CharField("how exactly its dates are known", max_length=10, choices=DatesAs.choices, default=DatesAs.DAY)
    target = models.DecimalField(null=True, blank=True, **VALUE)
    target_on = models.DateField("to be reached by", null=True, blank=True)
    theme = theme_of_it("measures")
    area = area_of_it("measures")
    is_public = models.BooleanField("show it on the site", default=False)

    objects = MeasureQuerySet.as_manager()

    recent_points: Sequence["MeasurePoint"]  # the newest first, where it was read with ``with_recent``

    class Meta:
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.target_on and self.target is None:
            errors["target"] = "Give the target that is to be reached by that day, or take the day out."
        if self.pk and (day := self._same_date_twice()):
            errors["dates_as"] = TWO_IN_ONE.format(day=rules.shown_day(day, self.dates_as))
        if errors:
            raise ValidationError(errors)

    def _same_date_twice(self) -> date | None:
        """A date that two of its figures would have, as exactly as its dates are known now."""
        seen = set()
        for day in self.points.values_list("day", flat=True):
            known = rules.counted_as(day, self.dates_as)
            if known in seen:
                return known
            seen.add(known)
        return None

    @property
    def counts_in(self) -> rules.Unit:
        return rules.Unit(self.unit.strip(), self.unit_one.strip())

    def shown(self, value: Decimal) -> str:
        return self.counts_in.shown(value)

    def newest_points(self) -> list["MeasurePoint"]:
        """The last few, for its form in the admin; each with its words."""
        newest = list(self.points.order_by("-day")[:5])
        for point in newest:
            point.words = f"{rules.shown_day(point.day, self.dates_as)}: {self.shown(point.value)}"
        return newest

    # --- What is said of it in lists and posts, from ``recent_points`` --------------------

    @cached_property
    def recent(self) -> list[rules.Figure]:
        """Its newest figures, the oldest of them first."""
        return [point.figure for point in reversed(self.recent_points)]

    @property
    def latest_words(self) -> str:
        return self.shown(self.recent[-1].value) if self.recent else ""

    @property
    def latest_date(self) -> str:
        return rules.shown_day(self.recent[-1].day, self.dates_as) if self.recent else ""

    @property
    def change(self) -> str:
        """What changed since it was last said; "" where there is nothing to compare with."""
        return self.change_between(*self.recent[-2:]) if len(self.recent) > 1 else ""

    def change_between(self, before: rules.Figure, after: rules.Figure) -> str:
        return rules.change_words(before, after, unit=self.counts_in, direction=self.direction, dates_as=self.dates_as)

    @property
    def verdict(self) -> Verdict:
        """Whether the last change is for the better."""
        if len(self.recent) < 2:
            return Verdict.NONE
        return rules.judged(self.recent[-2].value, self.recent[-1].value, self.direction)

    @property
    def icon(self) -> str:
        return VERDICT_ICONS[self.verdict]

    @property
    def target_words(self) -> str:
        """The target, and whether it is reached; "" without one."""
        if self.target is None:
            return ""
        if not self.recent:
            return _("Target: %(target)s") % {"target": self.shown(self.target)}
        return rules.target_words(
            self.recent[-1].value, self.target, unit=self.counts_in, direction=self.direction, by=self.target_on
        )

    @property
    def spark(self) -> dict[str, str]:
        line, x, y = rules.sparkline(self.recent)
        return {"line": line, "x": x, "y": y}


class MeasurePoint(models.Model):
    """What was counted on a day, or in the month or year that begins on it."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="points")
    day = models.DateField()
    value = models.DecimalField(**VALUE)
    note = models.CharField(max_length=rules.LONGEST_NOTE, blank=True)

    class Meta:
        ordering = ["-day"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["measure", "day"], name="one_figure_a_day")]

    def __str__(self) -> str:
        return f"{self.day:%-d %B %Y}: {self.value}"

    @property
    def figure(self) -> rules.Figure:
        return rules.Figure(self.day, self.value, self.note)


class MeasuresPage(BasePage):
    """All measures of the board, each with a page of its own below this address. They are not edited here."""

    page_description = "Shows what the board measures, and whether it gets better. One, below the board blog."
    parent_page_types = ["blog.BoardBlogPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    content_panels = [*BasePage.content_panels, FieldPanel("about")]

    about = models.TextField("how to read them", max_length=600, blank=True, help_text="A few plain sentences below the summary.")

    class Meta:
        verbose_name = "measures"

    shown_measure: Measure | None = None  # whose page this is for one visit; never saved

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Its own address, and that of each measure: its slug below. Raises Http404 for one that is not on the site."""
        if self.live and len(path_components) == 1:
            return RouteResult(self, kwargs={"measure": path_components[0]})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, measure: str = "", **kwargs: Any) -> Any:
        if measure:
            self.show(get_object_or_404(Measure.objects.public().in_order().with_recent(), slug=measure), request)
        return super().serve(request, **kwargs)

    def show(self, measure: Measure, request: HttpRequest) -> None:
        """From here on, what a page says of itself (title, description, address, where one is) is said of the measure."""
        self.own_way = Crumb(self.title, self.get_url(request) or "", "")
        self.shown_measure = measure
        self.title, self.summary, self.seo_title, self.search_description = measure.name, measure.meaning, "", ""
        self.last_published_at = None

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        return "blog/measure.html" if self.shown_measure else super().get_template(request, *args, **kwargs)

    def own_crumbs(self) -> list[Crumb]:
        return [self.own_way] if self.shown_measure else []

    def get_url(self, request: HttpRequest | None = None, current_site: Any = None) -> str | None:
        return self._below(super().get_url(request, current_site))

    def get_full_url(self, request: HttpRequest | None = None) -> str | None:
        return self._below(super().get_full_url(request))

    def _below(self, address: str | None) -> str | None:
        return f"{address}{self.shown_measure.slug}/" if address and self.shown_measure else address

    url = property(get_url)
    full_url = property(get_full_url)
