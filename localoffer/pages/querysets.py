"""Reads that all kinds of pages share."""

from typing import Any

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import PageViewRestriction


def open_to_all(pages: Any) -> Any:
    """The published pages that everybody may see: none behind a password or sign-in, none below such a page.

    The same as Wagtail's ``live().public()`` in one query instead of two.
    """
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    barred = PageViewRestriction.objects.annotate(below=path).filter(below__startswith=F("page__path")).order_by()
    return pages.filter(~Exists(barred), live=True)
