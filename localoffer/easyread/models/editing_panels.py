"""What an editor of an Easy Read edition sees of the page that it is the edition of."""

from typing import Any

from wagtail.admin.panels import FieldPanel, Panel


class OriginalPanel(Panel):
    """Which page it is the edition of, and whether that was published since."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "easyread/admin/original.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk and self.instance.original)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return super().get_context_data(parent_context) | {
                "original": self.instance.original,
                "stale": self.instance.is_stale,
                "edition": self.instance,
            }


class LibraryPanel(FieldPanel):
    """A field in which a picture of the library is chosen."""

    def get_form_options(self) -> dict[str, Any]:
        from localoffer.media.choosing import LibraryChooser  # Wagtail's widgets want all models to be there

        return super().get_form_options() | {"widgets": {self.field_name: LibraryChooser}}
