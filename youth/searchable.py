from localoffer.blocks.words import words_of
from localoffer.search.registry import Shown

from .models import YouthBasePage


def describe_youth_page(page: YouthBasePage) -> Shown:
    return Shown(title=page.title, summary=page.summary, body=words_of(page.body))
