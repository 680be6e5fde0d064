"""The parts of an event of which there can be several."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from localoffer.directory.choices import AccessAnswer
from localoffer.events.models import ClosedDates, Schedule


class EventTime(Orderable, Schedule):
    """One date, or times that repeat. A conference of two days has two."""

    page = ParentalKey("whatson.EventPage", on_delete=models.CASCADE, related_name="times")

    class Meta(Orderable.Meta):
        default_permissions = ()


class EventDaysOff(Orderable, ClosedDates):
    """Days on which a repeating event is not on, and why."""

    page = ParentalKey("whatson.EventPage", on_delete=models.CASCADE, related_name="days_off")

    class Meta(Orderable.Meta):
        default_permissions = ()


class EventAccess(Orderable):
    """What is known of one access feature, in the words of the directory. No row means: not known."""

    page = ParentalKey("whatson.EventPage", on_delete=models.CASCADE, related_name="access")
    feature = models.ForeignKey(
        "directory.AccessFeature", on_delete=models.PROTECT, related_name="+", help_text="Such as: step-free entrance."
    )
    answer = models.CharField(
        max_length=6, choices=AccessAnswer.choices, help_text="“No” helps too. Leave the row out if not known."
    )
    note = models.CharField(max_length=200, blank=True, help_text="Such as: ring the lower bell.")

    panels = [FieldRowPanel([FieldPanel("feature"), FieldPanel("answer")]), FieldPanel("note")]

    class Meta(Orderable.Meta):
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.feature}: {self.get_answer_display()}"
