from django.urls import path

from .feeds import BoardFeed

app_name = "blog"

urlpatterns = [path("feeds/board/", BoardFeed(), name="feed")]
