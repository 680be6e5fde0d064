"""What was put right in a post after it was published."""

from datetime import date

from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey


class PostCorrection(models.Model):
    """One correction, which readers see at the top of the post: the day, and what was wrong."""

    page = ParentalKey("blog.BoardPostPage", on_delete=models.CASCADE, related_name="corrections")
    day = models.DateField("corrected on", default=timezone.localdate)
    words = models.CharField(
        "what was put right",
        max_length=300,
        help_text="In one or two sentences. Such as: We wrote that 40 children wait. It is 14.",
    )

    class Meta:
        ordering = ["-day", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.day:%-d %B %Y}: {self.words}"

    def problem_on(self, today: date, written_on: date) -> str:
        """Why it cannot stand so; "" when it can. ``written_on``: the day of the post."""
        if self.day > today:
            return "A correction is dated after today. Write the day on which you correct the post."
        if self.day < written_on:
            return "A correction is dated before the post. Check both days."
        return ""
