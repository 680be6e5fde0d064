from django.urls import path

from .feeds import BoardFeed, PromisesFeed, promises_csv
from .views.measures import measure_csv

app_name = "blog"

urlpatterns = [
    path("feeds/board/", BoardFeed(), name="feed"),
    path("feeds/promises/", PromisesFeed(), name="promises_feed"),
    path("feeds/promises.csv", promises_csv, name="promises_csv"),
    path("feeds/measures/<slug:slug>.csv", measure_csv, name="measure_csv"),
]
