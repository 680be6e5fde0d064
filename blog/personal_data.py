"""Who writes, who sits on the board, and the chair, who has no account."""

from datetime import datetime
from functools import partial

from localoffer.audit.registry import Held, is_address, register, remaining

from .models import AuthorProfile, BoardBlogPage, BoardMember, ChairReview

AUTHOR = "Public, with what they wrote for the board. Change the author’s name, or take the posts down first."
MEMBER = "Public, as one who speaks on the board for a partner. Change the page of the board’s members."
CHAIR = "Where the site sends drafts to the chair. Change it in the settings of the blog’s page."


def held(asked: str) -> list[Held]:
    if not is_address(asked):
        return [
            *remaining(AuthorProfile.objects.filter(name__iexact=asked), "name", "role", "about", why=AUTHOR),
            *remaining(BoardMember.objects.filter(name__iexact=asked), "name", "role", "partner", why=MEMBER),
        ]
    reviews = ChairReview.objects.filter(sent_to__iexact=asked).select_related("post")
    return [
        *remaining(BoardBlogPage.objects.filter(chair_email__iexact=asked), "chair_email", why=CHAIR),
        *(
            Held(
                key=f"blog.chairreview:{review.pk}",
                what=f"Question to the chair about “{review.post.title}”",
                data={"sent to": review.sent_to, "asked": review.asked_at, "answer": review.answer, "words": review.words},
                erase=partial(_erase, review.pk),
                why="The question and the answer stay, as they decided what was published; not the address.",
            )
            for review in reviews
        ),
    ]


def _erase(number: int, now: datetime) -> None:
    ChairReview.objects.filter(pk=number).update(sent_to="")


register(
    "board",
    find=held,
    fields=["blog.AuthorProfile.name", "blog.BoardMember.name", "blog.BoardBlogPage.chair_email", "blog.ChairReview.sent_to"],
)
