from django.urls import path

from .feeds import (
    BoardFeed,
    NewsFeed,
    PromisesFeed,
    board_json,
    meetings_calendar,
    news_json,
    promises_csv,
)
from .views.approval import ChairView
from .views.measures import measure_csv

app_name = "blog"

urlpatterns = [
    path("feeds/board/", BoardFeed(), name="feed"),
    path("feeds/board.json", board_json, name="feed_json"),
    path("feeds/board/themes/<slug:theme>/", BoardFeed(), name="theme_feed"),
    path("feeds/board/themes/<slug:theme>.json", board_json, name="theme_feed_json"),
    path("feeds/board/authors/<slug:author>/", BoardFeed(), name="author_feed"),
    path("feeds/board/authors/<slug:author>.json", board_json, name="author_feed_json"),
    path("feeds/board/meetings.ics", meetings_calendar, name="meetings_calendar"),
    path("feeds/news/", NewsFeed(), name="news_feed"),
    path("feeds/news.json", news_json, name="news_feed_json"),
    path("feeds/news/categories/<slug:category>/", NewsFeed(), name="category_feed"),
    path("feeds/news/categories/<slug:category>.json", news_json, name="category_feed_json"),
    path("feeds/promises/", PromisesFeed(), name="promises_feed"),
    path("feeds/promises.csv", promises_csv, name="promises_csv"),
    path("board-draft/<str:token>/", ChairView.as_view(), name="chair"),
    path("feeds/measures/<slug:slug>.csv", measure_csv, name="measure_csv"),
]
