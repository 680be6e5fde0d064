from django.apps import AppConfig


class YouthConfig(AppConfig):
    name = "youth"
    verbose_name = "SEND Youth Forum"

    def ready(self) -> None:
        from localoffer.search import registry

        from . import jobs, views  # noqa: F401  register their work, and what the pages show
        from .models import ApprovedPlacesPage, ByYouGuidePage, ForumMeetingsPage, TellUsPage, YouAskedPage, YouthPage
        from .searchable import describe_youth_page
        from .voices import shown  # noqa: F401  the same for the pages of being heard

        for model in (YouthPage, ApprovedPlacesPage, ByYouGuidePage, TellUsPage, YouAskedPage, ForumMeetingsPage):
            registry.register(model, kind="youth", describe=describe_youth_page)
