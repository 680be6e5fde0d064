from localoffer.blocks.words import words_of
from localoffer.search.registry import Shown

from .models import BoardPostPage


def describe_post(page: BoardPostPage) -> Shown:
    return Shown(
        title=page.title,
        topics=", ".join(tag.name for tag in page.tags.all()),
        summary=page.summary,
        body=f"{page.in_short} {page.for_young_people} {words_of(page.body)}",
        organisation=page.author.name if page.author else "",
    )
