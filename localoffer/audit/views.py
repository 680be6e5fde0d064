import csv
import io
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from .forms import EraseForm, LookForm
from .registry import is_address
from .reports import refused
from .rules import safe_cell
from .services import Gone, erase, export, look, note


class LogsExports:
    """For lists of the admin whose spreadsheet holds personal data: the log says who took it."""

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> HttpResponse:
        note(
            model=self.model, label=str(self.model._meta.verbose_name_plural), action="audit.export_list", user=self.request.user
        )
        return super().as_spreadsheet(queryset, spreadsheet_format)


@sensitive_post_parameters("asked")
def personal_data(request: HttpRequest) -> HttpResponse:
    """Looks for somebody, hands out what is held, erases what is ticked. All by POST: no address stands in an address."""
    if answer := refused(request, "people.manage_personal_data"):
        return answer
    do = request.POST.get("do", "")
    form = LookForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, form=form)
    asked = form.cleaned_data["asked"]
    if do in DOWNLOADS:
        return DOWNLOADS[do](export(asked, user=request.user))
    return _erase(request, form, asked) if do == "erase" else _found(request, form, asked)


def _erase(request: HttpRequest, form: LookForm, asked: str) -> HttpResponse:
    choice = EraseForm(request.POST, found=[held for _, held in look(asked)])
    if not choice.is_valid():
        return _found(request, form, asked, errors=[error for errors in choice.errors.values() for error in errors])
    try:
        remains = erase(asked, choice.cleaned_data["keys"], now=timezone.now(), user=request.user)
    except Gone as gone:
        return _found(request, form, asked, errors=[str(gone)])
    return _page(request, form=LookForm(), erased=len(choice.cleaned_data["keys"]), remains=remains)


def _found(request: HttpRequest, form: LookForm, asked: str, errors: list[str] | None = None) -> HttpResponse:
    found = [held for _, held in look(asked)]
    # By an address everything is the same person's; a first name may be another's too.
    ticked = request.POST.getlist("keys") if errors else [held.key for held in found if is_address(asked)]
    going, staying = [held for held in found if held.erase], [held for held in found if not held.erase]
    return _page(request, form=form, asked=asked, looked=True, errors=errors or [], ticked=ticked, going=going, staying=staying)


def _page(request: HttpRequest, **context: Any) -> HttpResponse:
    return render(request, "audit/personal_data.html", context)


def as_json(rows: list[dict[str, Any]]) -> str:
    return json.dumps(rows, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def as_csv(rows: list[dict[str, Any]]) -> str:
    """One line for each fact, so that a spreadsheet shows it."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(["Held by", "What", "Field", "Value", "Can be erased", "What remains, and why"])
    for row in rows:
        end = ["yes" if row["can be erased"] else "no", row["why"]]
        for name, value in (row["data"] or {"": ""}).items():
            writer.writerow([safe_cell(str(cell)) for cell in [row["held by"], row["what"], name, value, *end]])
    return file.getvalue()


def _json_file(rows: list[dict[str, Any]]) -> HttpResponse:
    return HttpResponse(
        as_json(rows),
        content_type="application/json",
        headers={"Content-Disposition": 'attachment; filename="personal-data.json"'},
    )


def _csv_file(rows: list[dict[str, Any]]) -> HttpResponse:
    return HttpResponse(
        "\ufeff" + as_csv(rows),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="personal-data.csv"'},
    )


DOWNLOADS = {"json": _json_file, "csv": _csv_file}
