from wagtail import hooks

from .viewsets import BookletViewSet


@hooks.register("register_admin_viewset")
def register_booklets() -> BookletViewSet:
    return BookletViewSet()
