from typing import Any

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from .models.editing_panels import listing_script
from .views import forget_full_postcode
from .viewsets import (
    BULK_ACTIONS,
    AccessFeatureViewSet,
    AgeStageViewSet,
    AreaViewSet,
    LanguageViewSet,
    NeedViewSet,
    OrganisationViewSet,
    ServiceListViewSet,
    ServicePageViewSet,
    TopicViewSet,
    refuse_deletion,
    register_comparisons,
)


class DirectoryGroup(SnippetViewSetGroup):
    """Services and what describes them, in one place of the menu."""

    menu_label = "Directory"
    menu_icon = "list-ul"
    menu_order = 240
    items = (
        ServiceListViewSet,
        OrganisationViewSet,
        TopicViewSet,
        NeedViewSet,
        AgeStageViewSet,
        AccessFeatureViewSet,
        AreaViewSet,
        LanguageViewSet,
    )


register_snippet(DirectoryGroup)


# After Wagtail's own and the one of all pages (localoffer.pages), which have the orders 0 and 100.
@hooks.register("register_admin_viewset", order=200)
def register_service_pages() -> ServicePageViewSet:
    return ServicePageViewSet()


for action in BULK_ACTIONS:
    hooks.register("register_bulk_action", action)

register_comparisons()
hooks.register("before_delete_snippet", refuse_deletion)
hooks.register("insert_editor_js", listing_script)
hooks.register("before_serve_page", forget_full_postcode)


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    @actions.register_action("directory.topics")
    class TopicsChanged(LogFormatter):
        label = "Change topics of many"

        def format_message(self, log_entry: Any) -> str:
            added, removed = (", ".join(log_entry.data.get(name, [])) for name in ("added", "removed"))
            said = [f"added {added}"] * bool(added) + [f"taken away {removed}"] * bool(removed)
            return f"Topics of many services changed: {'; '.join(said)}"

    @actions.register_action("directory.status")
    class StatusChanged(LogFormatter):
        label = "Open or close many"

        def format_message(self, log_entry: Any) -> str:
            return f"Many services set to “{log_entry.data.get('status', '')}” {log_entry.data.get('alert', '')}".strip()

    @actions.register_action("directory.merge")
    class Merged(LogFormatter):
        label = "Merge words of the directory"

        def format_message(self, log_entry: Any) -> str:
            return f"“{log_entry.data.get('term', '')}” merged into “{log_entry.data.get('into', '')}”"
