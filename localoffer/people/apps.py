from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(AppConfig):
    name = "localoffer.people"
    label = "people"
    verbose_name = "People"
    default = True  # there are two in this file; without this Django takes neither, and ``ready`` never runs

    def ready(self) -> None:
        from . import (
            checks,  # noqa: F401  the second step
            jobs,  # noqa: F401  forgetting old attempts
            signal_handlers,  # noqa: F401  when somebody signs in
        )


class LocalOfferUsersConfig(WagtailUsersAppConfig):
    """Wagtail's pages of users and groups: e-mail and display name instead of first and last name; more for the log."""

    user_viewset = "localoffer.people.viewsets.UserViewSet"
    group_viewset = "localoffer.people.viewsets.GroupViewSet"
