"""What the chair, who has no account, was asked about a post and said to it."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.apps import apps
from django.conf import settings
from django.db import models
from wagtail.models import Locale, Revision

from ..choices import ChairsAnswer
from ..rules.approval import TIME_TO_ANSWER, digest_of, is_too_late

ASK_FIRST = "The chair approves each post before it is public. Save the draft, then choose “Ask the chair” in the post."
NO_ANSWER_YET = "The chair has not answered yet. You can publish the post when the chair has approved it."
ASK_AGAIN = "The chair has not answered in time. Ask again."
SENT_BACK = "The chair sent the post back. Change it, and ask again."
CHANGED_SINCE = "The words have changed since the chair approved them. Ask the chair again, or go back to what was approved."


class ChairReview(models.Model):
    """One question to the chair: these words of this post. The newest one of a post counts.

    ``digest``: of the words that were asked about (``rules.approval.digest_of``). ``revision``: where they can be read.
    """

    key = models.UUIDField(unique=True, default=uuid4, editable=False)
    post = models.ForeignKey("blog.BoardPostPage", on_delete=models.CASCADE, related_name="chair_reviews")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    digest = models.CharField(max_length=64)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField()
    sent_to = models.EmailField()
    answer = models.CharField(max_length=10, blank=True, choices=ChairsAnswer.choices)
    answered_at = models.DateTimeField(null=True)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                name="an_answer_has_a_time",
                condition=models.Q(answer="", answered_at__isnull=True)
                | (~models.Q(answer="") & models.Q(answered_at__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post_id}: {self.answer or 'asked'}"

    @property
    def ends_at(self) -> datetime:
        """From then on the link does not work."""
        return self.asked_at + TIME_TO_ANSWER

    @property
    def is_approved(self) -> bool:
        return self.answer == ChairsAnswer.APPROVED

    def is_open(self, now: datetime) -> bool:
        """Whether the chair can answer: by the newest question of a post only."""
        return not self.answer and not is_too_late(self.asked_at, now) and newest_review(self.post_id) == self

    def problem_of(self, post: Any, now: datetime) -> str:
        """Why the post as it stands is not approved; "" when it is."""
        if self.answer == ChairsAnswer.SENT_BACK:
            return SENT_BACK
        if not self.answer:
            return ASK_AGAIN if is_too_late(self.asked_at, now) else NO_ANSWER_YET
        return "" if self.digest == digest_of(post.serializable_data()) else CHANGED_SINCE


def newest_review(post_id: int | None) -> ChairReview | None:
    """The last question about a post, answered or not."""
    return ChairReview.objects.filter(post_id=post_id).first() if post_id else None


def can_ask_the_chair(post: Any) -> bool:
    """Whether the chair can be asked about this post: its blog knows the chair, it was never public, and it is no translation."""
    return _chair_is(post, ~models.Q(chair_email=""))


def asks_the_chair(post: Any) -> bool:
    """Whether the post waits for the chair: as ``can_ask_the_chair``, and its blog says that the chair approves each post."""
    return _chair_is(post, models.Q(chair_approves=True))


def _chair_is(post: Any, as_said_by_its_blog: models.Q) -> bool:
    if post.locale_id and post.locale_id != Locale.get_default().pk:
        return False
    blogs = apps.get_model("blog", "BoardBlogPage").objects.filter(as_said_by_its_blog)
    if post.path:  # a post that is not stored yet has none; there is one blog for a site
        blogs = blogs.ancestor_of(post)
    # The row itself is asked: on the way to being published, the page in hand has its first day already.
    return blogs.exists() and not type(post).objects.filter(pk=post.pk, first_published_at__isnull=False).exists()


def chair_problem(post: Any, now: datetime) -> str:
    """Why the chair's approval stands in the way of publishing the post; "" when it does not."""
    if not asks_the_chair(post):
        return ""
    review = newest_review(post.pk)
    return review.problem_of(post, now) if review else ASK_FIRST
