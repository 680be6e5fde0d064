from localoffer.blocks.words import words_of
from localoffer.search.registry import Shown

from .models import ForumPostPage, YouthBasePage


def describe_youth_page(page: YouthBasePage) -> Shown:
    return Shown(title=page.title, summary=page.summary, body=words_of(page.body))


def describe_forum_post(page: ForumPostPage) -> Shown:
    """Without the writer's name: nobody is to be found by it."""
    return Shown(title=page.title, summary=page.summary, body=page.words)
