from django.urls import path

from . import feeds, views

app_name = "directory"

urlpatterns = [
    path("how-results-are-ordered/", views.how_results_are_ordered, name="order"),
    path("<int:page_id>/calendar.ics", feeds.service_calendar, name="calendar"),
]
