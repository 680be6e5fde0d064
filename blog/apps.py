from django.apps import AppConfig


class BlogConfig(AppConfig):
    name = "blog"
    verbose_name = "Board blog and news"

    def ready(self) -> None:
        from localoffer.alerts.registry import register as tells
        from localoffer.search import registry

        from . import personal_data, signal_handlers, views  # noqa: F401  two of them register what they hold and show
        from .models import (
            BoardMeetingPage,
            BoardMeetingsPage,
            BoardMembersPage,
            BoardPostPage,
            BoardThemePage,
            MeasuresPage,
            NewsPage,
        )
        from .newsworthy import NEWS_ITEMS, POSTS, PROMISES
        from .searchable import (
            describe_measures,
            describe_meeting,
            describe_meetings,
            describe_members,
            describe_news,
            describe_post,
            describe_theme,
            read_meetings,
            read_news,
            read_themes,
        )

        registry.register(BoardPostPage, kind="post", describe=describe_post)
        registry.register(NewsPage, kind="news", describe=describe_news, read=read_news)
        registry.register(MeasuresPage, kind="post", describe=describe_measures)
        registry.register(BoardThemePage, kind="post", describe=describe_theme, read=read_themes)
        registry.register(BoardMembersPage, kind="post", describe=describe_members)
        registry.register(BoardMeetingsPage, kind="post", describe=describe_meetings)
        registry.register(BoardMeetingPage, kind="post", describe=describe_meeting, read=read_meetings)
        tells(POSTS)
        tells(NEWS_ITEMS)
        tells(PROMISES)
