"""The log for administrators: Wagtail's own report over all its logs, with what was done in words, behind a permission."""

import logging
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.utils.html import strip_tags
from wagtail.admin.views.reports.audit_logging import LogEntriesView

from localoffer.people.models import User

from .rules import safe_cell
from .services import note

logger = logging.getLogger(__name__)
AT_ONCE = 500  # SQLite takes only so many numbers in one question
REFUSED = "You do not have the permission for this. Ask a site administrator."


def refused(request: HttpRequest, permission: str) -> HttpResponse | None:
    """The answer to somebody without the permission; None for somebody with it."""
    if request.user.has_perm(permission):
        return None
    logger.warning("User %s was refused %s", request.user.pk, request.path)
    return HttpResponseForbidden(REFUSED)


def in_words(entry: Any) -> str:
    return strip_tags(str(entry.message))


class AuditLogView(LogEntriesView):
    page_title = "Audit log"
    index_url_name = "audit_log"
    index_results_url_name = "audit_log_results"
    export_headings = {**LogEntriesView.export_headings, "message": "What was done"}
    list_export = [*LogEntriesView.list_export, "message"]
    custom_value_preprocess = {
        **LogEntriesView.custom_value_preprocess,
        str: {LogEntriesView.FORMAT_CSV: safe_cell, LogEntriesView.FORMAT_XLSX: safe_cell},
    }

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return refused(request, "people.view_audit_log") or super().dispatch(request, *args, **kwargs)

    def decorate_paginated_queryset(self, queryset: Iterable[dict[str, Any]]) -> Any:
        return self._in_batches(queryset) if self.is_export else super().decorate_paginated_queryset(queryset)

    def _in_batches(self, queryset: Iterable[dict[str, Any]]) -> Iterator[Any]:
        rows = iter(queryset)
        while batch := list(islice(rows, AT_ONCE)):
            yield from super().decorate_paginated_queryset(batch)

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        return super().to_row_dict(item) | {"message": in_words(item)}

    def as_spreadsheet(self, queryset: Any, spreadsheet_format: str) -> HttpResponse:
        note(model=User, label=str(self.page_title), action="audit.export_list", user=self.request.user)
        return super().as_spreadsheet(queryset, spreadsheet_format)
