"""The helper beside the page: a side panel of Wagtail's editor."""

from typing import Any

from django.forms.widgets import Script
from django.urls import reverse
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel

from .measuring import check_page, is_read


class PlainWordsPanel(BaseSidePanel):
    """Reading age and findings of the page as it was opened; admin-plain.js renews them while somebody writes."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "Toggle plain words"
        icon_name = "openquote"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            checked = self.panel.checked
            return super().get_context_data(parent_context) | {"count": checked.number if checked else 0}

    name = "plain-words"
    title = "Plain words"
    template_name = "readability/panel.html"
    order = 150

    class Media:
        css = {"all": ["css/admin-plain.css"]}
        js = [Script("js/admin-plain.js", type="module")]

    def __init__(self, page: Any, request: Any, *, check_url: str) -> None:
        super().__init__(page, request)
        self.check_url = check_url
        self.checked = check_page(page)

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return super().get_context_data(parent_context) | {"checked": self.checked, "check_url": self.check_url}


class WithPlainWords:
    """For Wagtail's edit view and the one that brings back an old version."""

    def get_side_panels(self) -> Any:
        panels = super().get_side_panels()
        if self.expects_json_response or self.hydrate_create_view or not is_read(self.page):
            return panels
        return MediaContainer([*panels, PlainWordsPanel(self.page, self.request, check_url=self.get_check_url())])

    def get_check_url(self) -> str:
        return reverse("readability_check", args=[self.page.pk])


class WithPlainWordsForNew:
    """For Wagtail's view that makes a page."""

    def get_side_panels(self) -> Any:
        panels = super().get_side_panels()
        if not is_read(self.page):
            return panels
        kind = self.page_content_type
        check_url = reverse("readability_check_new", args=[kind.app_label, kind.model, self.parent_page.pk])
        return MediaContainer([*panels, PlainWordsPanel(self.page, self.request, check_url=check_url)])
