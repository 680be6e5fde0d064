from typing import Any

from wagtail.admin.panels import Panel

from .rules import segments


class WordsPanel(Panel):
    """What a visitor wrote, to be read and not changed, with details marked that could tell who somebody is."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "contact/admin/words.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            found = self.instance.personal_details
            parts = segments(self.instance.words, [finding.words for finding in found])
            return context | {"message": self.instance, "parts": parts, "found": found}
