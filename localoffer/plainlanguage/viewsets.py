from wagtail.admin.ui.tables import Column, LocaleColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import GlossaryTerm


class GlossaryTermViewSet(SnippetViewSet):
    """The words that pages explain."""

    model = GlossaryTerm
    icon = "help"
    menu_label = "Glossary"
    menu_order = 246
    add_to_admin_menu = True
    list_display = ["term", "meaning", LocaleColumn(label="Language"), Column("grade", label="Reading grade")]
    list_export = ["term", "forms", "meaning"]
    list_per_page = 100
    ordering = ["term"]
