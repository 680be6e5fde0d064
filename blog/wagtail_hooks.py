from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import AuthorProfile


class AuthorViewSet(SnippetViewSet):
    """The authors of the board's blog."""

    model = AuthorProfile
    icon = "user"
    menu_label = "Authors"
    list_display = ["name", "role"]


register_snippet(AuthorViewSet)
