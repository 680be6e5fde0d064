from wagtail import hooks

from .viewsets import CountViewSet, InboxViewSet


@hooks.register("register_admin_viewset")
def register_inbox() -> list:
    return [InboxViewSet(), CountViewSet()]
