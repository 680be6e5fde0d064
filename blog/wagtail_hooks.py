from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import AuthorProfile
from .viewsets import PromisesGroup


class AuthorViewSet(SnippetViewSet):
    """The authors of the board's blog."""

    model = AuthorProfile
    icon = "user"
    menu_label = "Authors"
    list_display = ["name", "role"]


register_snippet(AuthorViewSet)


@hooks.register("register_admin_viewset")
def register_promises() -> PromisesGroup:
    return PromisesGroup()
