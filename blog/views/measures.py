"""What the public sees of measures: all of them, each with its chart, and its figures as a spreadsheet."""

import csv
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from localoffer.pages.contexts import provides_context

from ..feeds import for_a_cell
from ..models import Measure, MeasuresPage
from ..rules import Figure, drawn, shown_day
from .beside import blog_path_of, pages_beside

MEASURES_ON_A_PAGE = 24
FIGURES_ON_A_PAGE = 100


@provides_context(MeasuresPage)
def measures(page: MeasuresPage, request: HttpRequest) -> dict[str, Any]:
    """All public measures by theme; or, at a measure's own address, that one with its chart and table."""
    beside = pages_beside(blog_path_of(page))
    shared = {"beside": beside, "theme_addresses": {one.theme_id: one for one in beside.themes}}
    if page.shown_measure:
        return shared | one_measure(page.shown_measure, request)
    found = Paginator(Measure.objects.public().in_order().with_recent(), MEASURES_ON_A_PAGE).get_page(request.GET.get("page"))
    groups: list[tuple[Any, Any, list[Measure]]] = []
    for measure in found:
        if not groups or groups[-1][0] != measure.theme:
            groups.append((measure.theme, shared["theme_addresses"].get(measure.theme_id), []))
        groups[-1][2].append(measure)
    return shared | {"found": found, "groups": groups, "page_address": "?", "measures_page": page}


def one_measure(measure: Measure, request: HttpRequest) -> dict[str, Any]:
    """Its chart from all its figures; its table a page at a time, the newest first."""
    figures = [Figure(*one) for one in measure.points.order_by("day").values_list("day", "value", "note")]
    found = Paginator(figures[::-1], FIGURES_ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [
        {"day": shown_day(one.day, measure.dates_as), "value": measure.shown(one.value), "note": one.note}
        for one in found.object_list
    ]
    return {
        "measure": measure,
        "chart": drawn(figures, measure.counts_in, measure.target),
        "chart_words": chart_words(measure, figures),
        "first_date": shown_day(figures[0].day, measure.dates_as) if figures else "",
        "since_first": measure.change_between(figures[0], figures[-1]) if len(figures) > 2 else "",
        "found": found,
        "rows": rows,
        "has_notes": any(row["note"] for row in rows),
        "page_address": "?",
    }


def chart_words(measure: Measure, figures: list[Figure]) -> dict[str, Any]:
    """What the chart shows, for those who do not see it."""
    if not figures:
        return {}

    def said(figure: Figure) -> dict[str, str]:
        return {"value": measure.shown(figure.value), "day": shown_day(figure.day, measure.dates_as)}

    return {
        "number": len(figures),
        "begins": said(figures[0]),
        "ends": said(figures[-1]),
        "lowest": said(min(figures, key=lambda one: one.value)),
        "highest": said(max(figures, key=lambda one: one.value)),
    }


HEADINGS = ["Measure", "Date", "Figure", "Unit", "Note", "Source"]


@require_safe
def measure_csv(request: HttpRequest, slug: str) -> HttpResponse:
    """All figures of a public measure, the oldest first; nothing in it is taken for a formula."""
    measure = get_object_or_404(Measure.objects.public(), slug=slug)
    answer = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{measure.slug}.csv"'
    writer = csv.writer(answer)
    writer.writerow(HEADINGS)
    words = [for_a_cell(said) for said in (measure.name, measure.unit, measure.source)]
    for day, value, note in measure.points.order_by("day").values_list("day", "value", "note"):
        writer.writerow([words[0], day, f"{value.normalize():f}", words[1], for_a_cell(note), words[2]])
    return answer
