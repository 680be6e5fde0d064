from django.urls import path

from . import feeds

app_name = "whatson"

urlpatterns = [
    path("calendar.ics", feeds.events_calendar, name="calendar"),
    path("<int:page_id>/calendar.ics", feeds.event_calendar, name="event_calendar"),
]
