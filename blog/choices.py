from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PromiseState(TextChoices):
    """How a promise stands on a day. What is late is worked out, and never stored."""

    LATE = "late", _("Late")
    ON_TRACK = "on-track", _("On track")
    KEPT = "kept", _("Kept")
    DROPPED = "dropped", _("Dropped")


class Outcome(TextChoices):
    """How a promise ended; "" while it is open."""

    KEPT = "kept", _("Kept")
    DROPPED = "dropped", _("Dropped")


class StepKind(TextChoices):
    """What was done with a promise after it was made."""

    UPDATE = "update", _("Update")
    NEW_DATE = "new-date", _("The date changed")
    KEPT = "kept", _("Kept")
    DROPPED = "dropped", _("Dropped")
    REOPENED = "reopened", _("Open again")


# Who sees a state beside its words, also without colour.
STATE_ICONS = {
    PromiseState.LATE: "warning",
    PromiseState.ON_TRACK: "clock",
    PromiseState.KEPT: "tick",
    PromiseState.DROPPED: "cross",
}
