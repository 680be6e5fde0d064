from localoffer.blocks.words import words_of
from localoffer.search.registry import Shown

from .models.information import StoryPage


def describe_information(page: StoryPage) -> Shown:
    return Shown(title=page.title, summary=page.summary, body=words_of(page.body))
