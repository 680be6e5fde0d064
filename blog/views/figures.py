"""The admin's screens for the figures of a measure."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from ..forms import FigureFormSet, PasteForm
from ..models import Measure
from ..rules import shown_day
from ..services import FiguresChanged, Plan, plan_of, write_figures
from .bringing_in import refused

MAY = "blog.change_measure"
ROWS_ON_A_PAGE = 50
MOST_SHOWN = 100


def figures(request: HttpRequest, pk: int) -> HttpResponse:
    """A page of the table, the newest first, with a few empty rows; all of it is saved, or nothing."""
    if not request.user.has_perm(MAY):
        return refused(request)
    measure = get_object_or_404(Measure, pk=pk)
    page = Paginator(measure.points.order_by("-day"), ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [
        {
            "was": point.day,
            "day": shown_day(point.day, measure.dates_as),
            "value": measure.shown(point.value),
            "note": point.note,
        }
        for point in page.object_list
    ]
    said = (request.POST,) if request.method == "POST" else ()
    formset = FigureFormSet(*said, initial=rows, measure=measure, today=timezone.localdate())
    if said and formset.is_valid():
        plan = write_figures(measure, formset.figures, without=formset.without, user=request.user)
        messages.success(request, told(plan))
        return redirect("blog_figures", pk)
    return render(
        request,
        "blog/admin/figures.html",
        {"measure": measure, "formset": formset, "page": page, "breadcrumbs_items": way_to(measure, "Figures")},
        status=422 if said else 200,
    )


def paste(request: HttpRequest, pk: int) -> HttpResponse:
    """Rows that were pasted or sent as a file: first what they would do, then, on a yes, that and nothing else."""
    if not request.user.has_perm(MAY):
        return refused(request)
    measure, today = get_object_or_404(Measure, pk=pk), timezone.localdate()
    context: dict[str, Any] = {"measure": measure, "breadcrumbs_items": way_to(measure, "Paste or import")}
    if request.method != "POST":
        return render(request, "blog/admin/paste.html", context | {"form": PasteForm(measure=measure, today=today)})
    form = PasteForm(request.POST, request.FILES, measure=measure, today=today)
    if not form.is_valid():
        return render(request, "blog/admin/paste.html", context | {"form": form}, status=422)
    rows, text = form.rows, form.cleaned_data["text"]
    context |= {"form": PasteForm(initial={"text": text}, measure=measure, today=today), "rows": rows, "most": MOST_SHOWN}
    if rows.wrong:
        return render(request, "blog/admin/paste.html", context | {"wrong": rows.wrong[:MOST_SHOWN]}, status=422)
    found = [row.figure for row in rows.right]
    if mark := request.POST.get("mark"):
        try:
            plan = write_figures(measure, found, user=request.user, mark=mark)
        except FiguresChanged as changed:
            messages.error(request, str(changed))
        else:
            messages.success(request, told(plan))
            return redirect("blog_figures", pk)
    plan = plan_of(measure, found)
    context |= {"plan": plan, "text": text, "told": told(plan, done=False), "lines": lines_of(measure, plan)}
    return render(request, "blog/admin/paste.html", context)


def way_to(measure: Measure, here: str) -> list[dict[str, str]]:
    """The breadcrumbs of a measure's screens."""
    return [
        {"url": reverse("wagtailadmin_home"), "label": "Home"},
        {"url": reverse("measures:index"), "label": "Measures"},
        {"url": reverse("measures:edit", args=[measure.pk]), "label": measure.name},
        {"url": "", "label": here},
    ]


def lines_of(measure: Measure, plan: Plan) -> list[dict[str, str]]:
    """The rows of the trial run: date, what there was, what there will be."""
    changed = [
        {
            "day": shown_day(after.day, measure.dates_as),
            "before": measure.shown(before.value),
            "after": measure.shown(after.value),
            "note": after.note,
        }
        for before, after in plan.changed
    ]
    added = [
        {"day": shown_day(one.day, measure.dates_as), "before": "", "after": measure.shown(one.value), "note": one.note}
        for one in plan.added
    ]
    return (changed + added)[:MOST_SHOWN]


def told(plan: Plan, *, done: bool = True) -> str:
    """What the plan does, in a sentence."""
    parts = [
        f"{_number(number)} {'was' if done and number == 1 else 'were' if done else 'will be'} {what}"
        for number, what in ((len(plan.added), "added"), (len(plan.changed), "changed"), (len(plan.removed), "taken out"))
        if number
    ]
    words = ", ".join(parts) or "Nothing changes"
    if plan.same:
        words += f"; {_number(plan.same)} {'is' if plan.same == 1 else 'are'} there already, the same"
    return f"{words}."


def _number(number: int) -> str:
    return f"{number:,} figure" if number == 1 else f"{number:,} figures"
