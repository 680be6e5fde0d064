"""Answers that a listing can give. Unknown is a value of its own: shown as "Not known: ask them"."""

from django.db import models
from django.utils.translation import gettext_lazy as _

NOT_KNOWN = _("Not known: ask them")


class Known(models.TextChoices):
    """Yes, no, or nobody has told us."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNKNOWN = "unknown", NOT_KNOWN


class Free(models.TextChoices):
    YES = "yes", _("Free")
    NO = "no", _("You pay")
    SOMETIMES = "sometimes", _("Sometimes free")
    UNKNOWN = "unknown", NOT_KNOWN


class AccessAnswer(models.TextChoices):
    """What a listing says of one access feature. A feature without an answer is not known."""

    YES = "yes", _("Yes")
    PARTLY = "partly", _("Partly")
    NO = "no", _("No")


class Status(models.TextChoices):
    """After Open Referral's service.status: active, temporarily closed, defunct."""

    OPEN = "open", _("Open")
    TEMPORARILY_CLOSED = "temporarily_closed", _("Closed for now")
    CLOSED = "closed", _("Closed for good")


class Serves(models.TextChoices):
    """Whom a service serves; where it is, is another thing."""

    COUNTY = "county", _("The whole county")
    AREAS = "areas", _("Some areas")
    BEYOND = "beyond", _("Outside the county, takes children from here")
    UNKNOWN = "unknown", NOT_KNOWN


class Checked(models.TextChoices):
    PHONE = "phone", _("by telephone")
    EMAIL = "email", _("by e-mail")
    VISIT = "visit", _("by a visit")
    PROVIDER = "provider", _("by the service itself")


class OrganisationKind(models.TextChoices):
    COUNCIL = "council", _("Council")
    HEALTH = "health", _("NHS and health")
    SCHOOL = "school", _("School or college")
    CHARITY = "charity", _("Charity")
    COMPANY = "company", _("Company")
    COMMUNITY = "community", _("Community group")
