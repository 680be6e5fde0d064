from django.db import models


class State(models.TextChoices):
    """Worked out from dates when asked, never stored."""

    CURRENT = "current", "Approved"
    NOT_YET = "not_yet", "Begins later"
    EXPIRED = "expired", "Expired"
    WITHDRAWN = "withdrawn", "Withdrawn"
    REPLACED = "replaced", "Replaced by a newer award"


class Ending(models.TextChoices):
    """Why an award was closed."""

    WITHDRAWN = "withdrawn", "Withdrawn"
    REPLACED = "replaced", "Replaced"
