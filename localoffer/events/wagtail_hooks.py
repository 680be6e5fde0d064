from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import BankHoliday, Meeting, SchoolTerm


class SchoolTermViewSet(SnippetViewSet):
    model = SchoolTerm
    icon = "date"
    list_display = ["name", "first_day", "last_day"]
    ordering = ["-first_day"]


class BankHolidayViewSet(SnippetViewSet):
    model = BankHoliday
    icon = "date"
    list_display = ["day", "name"]
    ordering = ["-day"]


class MeetingViewSet(SnippetViewSet):
    model = Meeting
    icon = "date"
    list_display = ["title", "body", "day", "place", "is_cancelled"]
    list_filter = ["body"]
    ordering = ["-day"]
    copy_view_enabled = False


class CalendarGroup(SnippetViewSetGroup):
    """Meetings, and by what “open now” and “next on” are reckoned, in one place of the menu."""

    menu_label = "Calendar"
    menu_icon = "date"
    menu_order = 245
    items = (MeetingViewSet, SchoolTermViewSet, BankHolidayViewSet)


register_snippet(CalendarGroup)
