from django.urls import path, re_path

from . import views
from .models import REFERENCE_LETTERS

app_name = "contact"

urlpatterns = [
    path("", views.MessageView.as_view(), name="message"),
    path("comment/", views.CommentView.as_view(), name="comment"),
    path("complaint/", views.ComplaintView.as_view(), name="complaint"),
    path("problem/", views.ProblemView.as_view(), name="problem"),
    path("problem/<int:page_id>/", views.ProblemView.as_view(), name="problem"),
    re_path(rf"^sent/(?P<reference>[{REFERENCE_LETTERS}]{{7}})/$", views.SentView.as_view(), name="sent"),
]
