"""The demonstration's draft of the next post: the chair sent it back once, and approved it the second time."""

import json
from datetime import datetime, timedelta

from wagtail.models import Locale

from blog.choices import ChairsAnswer
from blog.models import BoardBlogPage, BoardPostPage, ChairReview
from blog.rules.approval import digest_of
from localoffer.people.models import User

from .reading import read

ADDRESS = "chair@example.org"


def load_draft(staff: User, now: datetime) -> None:
    """Adds the draft with both questions and answers, when it is not there yet. E-mails are not sent."""
    described = read("chair.json")
    blog = BoardBlogPage.objects.get(locale=Locale.get_default())
    if BoardPostPage.objects.filter(slug=described["slug"]).exists():
        return
    blog.chair_email = ADDRESS
    blog.save()
    last = BoardPostPage.objects.child_of(blog).live().order_by("-date").first()
    words = {name: described[name] for name in ("title", "slug", "summary", "in_short", "for_young_people")}
    draft = BoardPostPage(
        **words,
        body=json.dumps(described["body"][:1]),
        live=False,
        owner=staff,
        author=last.author,
        date=last.next_meeting_date,
        meeting_name=last.meeting_name,
        meeting_date=last.next_meeting_date,
        how_to_comment=last.how_to_comment,
        review_date=now.date() + timedelta(days=180),
    )
    blog.add_child(instance=draft)
    _answered(draft, staff, now - timedelta(days=5), ChairsAnswer.SENT_BACK, described["sent_back"])
    draft.body = json.dumps(described["body"])
    _answered(draft, staff, now - timedelta(days=2), ChairsAnswer.APPROVED, described["approved"])


def _answered(draft: BoardPostPage, staff: User, asked_at: datetime, answer: str, words: str) -> None:
    revision = draft.save_revision(user=staff, clean=False)
    ChairReview.objects.create(
        post=draft,
        revision=revision,
        digest=digest_of(draft.serializable_data()),
        asked_by=staff,
        asked_at=asked_at,
        sent_to=ADDRESS,
        answer=answer,
        answered_at=asked_at + timedelta(hours=20),
        words=words,
    )
