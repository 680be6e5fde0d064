from django.apps import AppConfig


class BlogConfig(AppConfig):
    name = "blog"
    verbose_name = "Board blog and news"

    def ready(self) -> None:
        from localoffer.alerts.registry import register as tells
        from localoffer.search import registry

        from . import views  # noqa: F401  registers what the pages show
        from .models import BoardPostPage
        from .newsworthy import POSTS, PROMISES
        from .searchable import describe_post

        registry.register(BoardPostPage, kind="post", describe=describe_post)
        tells(POSTS)
        tells(PROMISES)
