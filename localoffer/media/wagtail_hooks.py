from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .choosing import LibraryChooserViewSet, viewset
from .viewsets import ConsentViewSet

register_snippet(ConsentViewSet)


@hooks.register("register_admin_viewset")
def register_picture_library() -> LibraryChooserViewSet:
    return viewset
