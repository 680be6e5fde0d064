from django.conf import settings
from django.db import models
from django.db.models import Max
from django.utils import timezone
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from localoffer.people.models import Kept
from localoffer.people.querysets import KeptQuerySet


class CriteriaQuerySet(KeptQuerySet):
    def published(self) -> "CriteriaQuerySet":
        """Those that were put in force, the one put in force last first."""
        return self.exclude(published_at=None).order_by("-published_at", "-number")

    def in_force(self) -> "Criteria | None":
        """The version put in force last, with its criteria; None while there is none."""
        return self.published().prefetch_related("criteria").first()


class Criteria(Kept, ClusterableModel):
    """One version of what the forum looks for, in its own words. Once in force it stays as it is:

    an award keeps the version that it was judged by. A change makes a new version.
    """

    number = models.PositiveIntegerField("version", unique=True, editable=False)
    introduction = models.TextField(
        max_length=600, help_text="What the seal means to the forum, in its own words. Two or three short sentences."
    )
    are_examples = models.BooleanField(
        "these are examples", default=False, help_text="Tick while the forum has not agreed its own. The public page says so."
    )
    changes = models.CharField("what is new in this version", max_length=250, blank=True)
    published_at = models.DateTimeField("in force since", null=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    objects = CriteriaQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "criteria"
        ordering = ["-number"]
        default_permissions = ("view", "add", "change")

    def __str__(self) -> str:
        if self.published_at is None:
            return f"Version {self.number}, not in force yet"
        return f"Version {self.number}, of {timezone.localtime(self.published_at):%-d %B %Y}"

    def save(self, *args, **kwargs) -> None:
        if not self.number:
            self.number = (Criteria.objects.aggregate(last=Max("number"))["last"] or 0) + 1
        super().save(*args, **kwargs)

    @property
    def is_published(self) -> bool:
        return self.published_at is not None


class Criterion(Orderable):
    """One thing that the forum looks for, as a sentence that can be answered with yes, partly or no."""

    version = ParentalKey(Criteria, on_delete=models.CASCADE, related_name="criteria")
    words = models.CharField("what we look for", max_length=160, help_text="Such as: Staff talk to us and not over us.")

    class Meta(Orderable.Meta):
        verbose_name = "criterion"
        verbose_name_plural = "criteria"

    def __str__(self) -> str:
        return self.words
