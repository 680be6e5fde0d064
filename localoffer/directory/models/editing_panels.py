"""Panels of the listing's form that are more than a field."""

from typing import Any

from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel, Panel

from ..completeness import completeness_of


class CompletenessPanel(Panel):
    """How complete the draft is, and what is missing, with the tab where to write it."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "directory/admin/completeness.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            found = completeness_of(self.instance, timezone.localdate())
            missing = [(fact, slugify(fact.tab).replace("-", "_")) for fact in found.missing]
            return super().get_context_data(parent_context) | {"percent": found.percent, "missing": missing}


class DoublesPanel(FieldPanel):
    """Which listings are like this one, found while somebody types and again when it is published, and the box to tick."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("another_service", **kwargs)

    def clone_kwargs(self) -> dict[str, Any]:
        kwargs = super().clone_kwargs()
        del kwargs["field_name"]
        return kwargs

    class BoundPanel(FieldPanel.BoundPanel):
        template_name = "directory/admin/doubles.html"

        def id_for_label(self) -> str:
            return ""  # the box has a label of its own

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            asked = self.form.is_bound and not self.form.is_deferred_validation
            drafted = not self.form.is_bound and self.instance.pk and not self.instance.live
            found = self.form.doubles_to_ask_about if asked or drafted else []
            return super().get_context_data(parent_context) | {"doubles": found, "listing": self.instance}

        def get_comparison(self) -> list[Any]:
            return []  # it is not part of the listing


def listing_script() -> SafeString:
    """For every page of the admin; it does nothing where there is no such panel."""
    return format_html('<script type="module" src="{}"></script>', static("js/admin-listing.js"))
