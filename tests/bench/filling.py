"""Adds made-up board posts and awards to the demonstration, for measuring: `python -m tests.bench.filling 2000 500`."""

import sys
from datetime import timedelta

import django

django.setup()

from django.utils import timezone  # noqa: E402

from blog.models import BoardBlogPage, BoardPostPage  # noqa: E402
from localoffer.directory.models import ServicePage  # noqa: E402
from localoffer.seal.models import Award  # noqa: E402
from tests.factories import AwardFactory  # noqa: E402

TODAY = timezone.localdate()
WORDS = [("text", "<p>The board met. It looked at waiting times and at what families told it.</p>")] * 4


def main(posts: int, awards: int) -> None:
    """As many posts and awards in all, each post a week before the last, each award for a listing that has none."""
    blog = BoardBlogPage.objects.filter(alias_of=None).order_by("pk").first()
    author = BoardPostPage.objects.exclude(author=None)[0].author
    for number in range(posts - BoardPostPage.objects.filter(alias_of=None).count()):
        day = TODAY - timedelta(weeks=number)
        title = f"What the board did in the week of {day:%d %B %Y}"
        blog.add_child(
            instance=BoardPostPage(
                title=title, date=day, author=author, summary="The board met.", in_short="The board met.", body=WORDS
            )
        )
    bare = ServicePage.objects.listed().exclude(translation_key__in=Award.objects.values("listing_key")).order_by("pk")
    for listing in bare[: max(0, awards - Award.objects.count())]:
        AwardFactory(listing=listing, given_on=TODAY - timedelta(days=60), ends_on=TODAY + timedelta(days=600))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
