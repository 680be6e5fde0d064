from django.apps import AppConfig


class YouthConfig(AppConfig):
    name = "youth"
    verbose_name = "SEND Youth Forum"

    def ready(self) -> None:
        from localoffer.search import registry

        from . import (
            signal_handlers,
            views,  # noqa: F401  registers what the pages show
        )
        from .models import ApprovedPlacesPage, ByYouGuidePage, ForumPostPage, ForumPostsPage, YouthPage
        from .searchable import describe_forum_post, describe_youth_page

        registry.register(YouthPage, kind="youth", describe=describe_youth_page)
        registry.register(ApprovedPlacesPage, kind="youth", describe=describe_youth_page)
        registry.register(ByYouGuidePage, kind="youth", describe=describe_youth_page)
        registry.register(ForumPostsPage, kind="youth", describe=describe_youth_page)
        registry.register(ForumPostPage, kind="youth", describe=describe_forum_post)
        signal_handlers.connect()
