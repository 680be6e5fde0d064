from localoffer.blocks.words import words_of
from localoffer.search.registry import Shown

from .models import EasyReadPage


def describe_edition(page: EasyReadPage) -> Shown:
    return Shown(title=page.title, other_names="Easy Read, easyread", summary=page.summary, body=words_of(page.body))
