"""What the board promised and measures, in one place of the menu."""

from wagtail.admin.viewsets.base import ViewSetGroup

from .measures import MeasureViewSet
from .promises import PromiseViewSet
from .themes import BoardThemeViewSet


class BoardGroup(ViewSetGroup):
    menu_label = "Board’s work"
    menu_icon = "tasks"
    menu_order = 250
    items = (PromiseViewSet, MeasureViewSet, BoardThemeViewSet)
