from django.apps import AppConfig


class YouthConfig(AppConfig):
    name = "youth"
    verbose_name = "SEND Youth Forum"

    def ready(self) -> None:
        from localoffer.search import registry

        from . import (
            jobs,  # noqa: F401  registers itself
            personal_data,  # noqa: F401  the same
            signal_handlers,
            views,  # noqa: F401  registers what the pages show
        )
        from .models import (
            ApprovedPlacesPage,
            ByYouGuidePage,
            ForumMeetingsPage,
            ForumPostPage,
            ForumPostsPage,
            TellUsPage,
            YouAskedPage,
            YouthPage,
        )
        from .searchable import describe_forum_post, describe_youth_page
        from .voices import shown  # noqa: F401  the same for the pages of being heard

        for model in (
            YouthPage,
            ApprovedPlacesPage,
            ByYouGuidePage,
            ForumPostsPage,
            TellUsPage,
            YouAskedPage,
            ForumMeetingsPage,
        ):
            registry.register(model, kind="youth", describe=describe_youth_page)
        registry.register(ForumPostPage, kind="youth", describe=describe_forum_post)
        signal_handlers.connect()
