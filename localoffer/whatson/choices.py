"""What an event can say of itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from localoffer.directory.choices import NOT_KNOWN


class Attend(models.TextChoices):
    """How people take part."""

    PLACE = "place", _("At a place")
    ONLINE = "online", _("Online")
    BOTH = "both", _("At a place, and online")


class Booking(models.TextChoices):
    NEEDED = "needed", _("You need to book")
    NOT_NEEDED = "not-needed", _("No need to book")
    UNKNOWN = "unknown", NOT_KNOWN


class Change(models.TextChoices):
    """What became of the plan; "" while it holds."""

    CANCELLED = "cancelled", _("Cancelled")
    MOVED = "moved", _("Changed: another day or place")
