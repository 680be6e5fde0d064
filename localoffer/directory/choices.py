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


class PhoneFor(models.TextChoices):
    """What a number can be used for; "" when nobody has told us: then people call it."""

    BOTH = "both", _("calls and texts")
    CALLS = "calls", _("calls only")
    TEXTS = "texts", _("texts only")


class OrganisationKind(models.TextChoices):
    COUNCIL = "council", _("Council")
    HEALTH = "health", _("NHS and health")
    SCHOOL = "school", _("School or college")
    CHARITY = "charity", _("Charity")
    COMPANY = "company", _("Company")
    COMMUNITY = "community", _("Community group")


class Wait(models.TextChoices):
    """How long people wait, in bands."""

    NONE = "none", _("No wait")
    WEEKS_4 = "weeks-4", _("Up to 4 weeks")
    MONTHS_3 = "months-3", _("1 to 3 months")
    MONTHS_6 = "months-6", _("3 to 6 months")
    MONTHS_12 = "months-12", _("6 months to a year")
    LONGER = "longer", _("More than a year")
    UNKNOWN = "unknown", NOT_KNOWN


class Spaces(models.TextChoices):
    YES = "yes", _("Yes, now")
    FEW = "few", _("A few left")
    NONE = "none", _("Full now")
    UNKNOWN = "unknown", NOT_KNOWN


class Carer(models.TextChoices):
    """What a parent or carer does while the child is there."""

    STAYS = "stays", _("A parent or carer must stay")
    MAY_STAY = "may-stay", _("A parent or carer may stay or go")
    LEAVES = "leaves", _("Parents and carers leave")
    UNKNOWN = "unknown", NOT_KNOWN


class Level(models.TextChoices):
    """How specialised the help is, in the words that Local Offers use: universal, targeted, specialist."""

    EVERYONE = "everyone", _("For everyone, and welcoming")
    EXTRA = "extra", _("Some extra help")
    SPECIALIST = "specialist", _("Specialist help")
    UNKNOWN = "unknown", NOT_KNOWN


class AccessGroup(models.TextChoices):
    """The headings under which access features stand on a listing."""

    GETTING_IN = "getting-in", _("Getting in and around")
    SENSES = "senses", _("Noise, light, smells and crowds")
    PEOPLE = "people", _("The people who help")
    TALKING = "talking", _("Ways to talk and read")
    FIRST_VISIT = "first-visit", _("Your first visit")
    CARE = "care", _("Care and medicines")


class Question(models.TextChoices):
    """The seven questions that Local Offers ask of each provider."""

    AIMS = "aims", _("What do you do, and what do you hope children will gain?")
    TRAINING = "training", _("What training do your staff have?")
    PARENTS = "parents", _("How do parents and carers take part?")
    PROGRESS = "progress", _("How do you tell families how it is going?")
    ACCESS = "access", _("How do you make it easy to get in, join in and leave?")
    START = "start", _("How does a child start, and who decides?")
    PLANS = "plans", _("What are your plans for the next year?")


class LinkKind(models.TextChoices):
    WAITING = "waiting", _("While you wait")
    BOOKING = "booking", _("Book or apply")
    REPORT = "report", _("SEND information report")
    MORE = "more", _("More to read")
    SOCIAL = "social", _("Social media")


class Register(models.TextChoices):
    """Bodies that keep a register of services, or inspect them."""

    OFSTED = "ofsted", _("Ofsted")
    CQC = "cqc", _("Care Quality Commission")
    CHARITY = "charity", _("Charity Commission")
    COMPANY = "company", _("Companies House")


class Voice(models.TextChoices):
    """To whom a listing speaks. The value stands in the address: ``?voice=you``."""

    FULL = "full", _("For families")
    YOU = "you", _("For young people")
