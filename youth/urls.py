from django.urls import path

from .voices.answering import AnswerView
from .voices.calendar import forum_calendar
from .voices.telling import TellUsView

app_name = "youth"

urlpatterns = [
    path("tell-us/", TellUsView.as_view(), name="tell_us"),
    path("tell-us/answer/", AnswerView.as_view(), name="answer"),
    path("youth-forum/calendar.ics", forum_calendar, name="calendar"),
]
