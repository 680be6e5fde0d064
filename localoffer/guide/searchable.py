from localoffer.blocks.rules import plain
from localoffer.blocks.words import words_of
from localoffer.search.registry import Shown

from .models import GuidePage


def describe_guide(page: GuidePage) -> Shown:
    return Shown(
        title=page.title,
        summary=page.summary,
        body="\n".join((plain(page.intro), words_of(page.questions), words_of(page.outcomes))),
    )
