"""What the board promised and measures, and the lists of words of posts and news, in one place of the menu."""

from wagtail.admin.viewsets.base import ViewSetGroup

from .measures import MeasureViewSet
from .news import NewsCategoryViewSet
from .promises import PromiseViewSet
from .sections import UsualSectionViewSet
from .themes import BoardThemeViewSet


class BoardGroup(ViewSetGroup):
    menu_label = "Board’s work"
    menu_icon = "tasks"
    menu_order = 250
    items = (PromiseViewSet, MeasureViewSet, BoardThemeViewSet, NewsCategoryViewSet, UsualSectionViewSet)
