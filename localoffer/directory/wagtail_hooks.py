from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import AccessFeature, AgeStage, Area, Need, Organisation, Topic


class TermViewSet(SnippetViewSet):
    """A vocabulary that editors keep."""

    icon = "tag"
    list_display = ["name", "slug", "order", "retired"]
    list_filter = ["retired"]
    ordering = ["order", "name"]


class TopicViewSet(TermViewSet):
    model = Topic
    list_display = ["name", "parent", "order", "retired"]
    list_filter = ["retired", "parent"]


class NeedViewSet(TermViewSet):
    model = Need


class AgeStageViewSet(TermViewSet):
    model = AgeStage
    list_display = ["name", "minimum_age", "maximum_age", "retired"]


class AccessFeatureViewSet(TermViewSet):
    model = AccessFeature


class AreaViewSet(TermViewSet):
    model = Area


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    list_display = ["name", "kind", "website"]
    list_filter = ["kind"]
    ordering = ["name"]


class DirectoryGroup(SnippetViewSetGroup):
    """What describes services, in one place of the menu."""

    menu_label = "Directory"
    menu_icon = "list-ul"
    menu_order = 240
    items = (OrganisationViewSet, TopicViewSet, NeedViewSet, AgeStageViewSet, AccessFeatureViewSet, AreaViewSet)


register_snippet(DirectoryGroup)
