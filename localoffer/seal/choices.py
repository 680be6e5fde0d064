from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """Worked out from dates and events when asked, never stored."""

    CURRENT = "current", _("Approved")
    REVIEW_DUE = "review_due", _("Approved, next visit due")
    NOT_YET = "not_yet", _("Begins later")
    PAUSED = "paused", _("Paused")
    EXPIRED = "expired", _("Expired")
    WITHDRAWN = "withdrawn", _("Taken away")
    REPLACED = "replaced", _("Replaced by a newer seal")


# In these the badge shows.
SHOWING = frozenset({State.CURRENT, State.REVIEW_DUE})


class Ending(models.TextChoices):
    """Why an award was closed."""

    WITHDRAWN = "withdrawn", _("Seal taken away")
    REPLACED = "replaced", _("A newer seal took its place")


class Step(models.TextChoices):
    """What was done to an award; each is kept with who and when."""

    AWARDED = "awarded", _("Seal given")
    RENEWED = "renewed", _("Seal given again")
    PAUSED = "paused", _("Seal paused")
    RESUMED = "resumed", _("Seal back after a pause")
    REPLACED = "replaced", _("A newer seal took its place")
    WITHDRAWN = "withdrawn", _("Seal taken away")


class AskedBy(models.TextChoices):
    SERVICE = "service", "The service"
    YOUNG_PERSON = "young_person", "A young person"


class RequestStatus(models.TextChoices):
    NEW = "new", "New"
    TAKEN = "taken", "Somebody has it"
    PLANNED = "planned", "Visit planned"
    DONE = "done", "Visited"
    DECLINED = "declined", "Declined"


# In these somebody still has to do something.
WAITING = (RequestStatus.NEW, RequestStatus.TAKEN)


class Decision(models.TextChoices):
    """What the forum decided after a visit. Only an award is ever public."""

    AWARD = "award", "Give the seal"
    NOT_YET = "not_yet", "Not yet"
    NO = "no", "No"


class Met(models.TextChoices):
    """What the visitors found against one criterion. What they did not see is said, never guessed."""

    YES = "yes", _("Yes")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No")
    NOT_SEEN = "not_seen", _("We did not see")


class Outcome(models.TextChoices):
    """What became of an award that waited for a second person."""

    CONFIRMED = "confirmed", "Confirmed"
    REFUSED = "refused", "Sent back"
