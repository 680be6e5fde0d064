"""The facts of a listing, by what a family asks. Abstract: ServicePage is made of them.

A fact that nobody has told us is a value of its own; it is never read as "no", "free" or "all ages".
"""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalManyToManyField
from wagtail.fields import RichTextField

from ..choices import Carer, Checked, Free, Known, Level, Serves, Spaces, Status, Wait

AGE = [MaxValueValidator(99, "That is older than anybody this is for. Write an age up to 99.")]
SHORT_TEXT = ["bold", "ol", "ul", "link"]
# Words that are facts, or change with them: never translated, so that no language says an old price or time.
FACTS_IN_WORDS = (
    "age_note",
    "cost_words",
    "wait_words",
    "opening_times",
    "alert",
    "commissioned_by",
    "accreditations",
)


def known(question: str, help_text: str) -> models.CharField:
    """A question answered with yes, no, or not known."""
    return models.CharField(question, max_length=7, choices=Known.choices, default=Known.UNKNOWN, help_text=help_text)


class ForWhom(models.Model):
    """Whom it is for. Open Referral: eligibility_description, minimum_age, maximum_age, attributes."""

    topics = ParentalManyToManyField(
        "directory.Topic", blank=True, related_name="+", help_text="One to three. Such as: Sport and swimming."
    )
    needs = ParentalManyToManyField(
        "directory.Need",
        blank=True,
        related_name="+",
        help_text="Only those it is made for. A football club for all children has none; one for deaf children has “Hearing”.",
    )
    age_stages = ParentalManyToManyField(
        "directory.AgeStage", blank=True, related_name="+", help_text="Such as: Primary school, for ages 5 to 10."
    )
    minimum_age = models.PositiveSmallIntegerField(
        "from age", null=True, blank=True, validators=AGE, help_text="In whole years. Such as: 5. From birth is 0."
    )
    maximum_age = models.PositiveSmallIntegerField(
        "up to age",
        null=True,
        blank=True,
        validators=AGE,
        help_text="The last age. Such as: 11 for a club that ends with year 6.",
    )
    age_note = models.CharField(max_length=120, blank=True, help_text="Such as: up to 25 with an EHC plan.")
    level = models.CharField(
        "how much help",
        max_length=10,
        choices=Level.choices,
        default=Level.UNKNOWN,
        help_text="Such as: a swimming club with quiet hours is “Some extra help”, a therapist is “Specialist help”.",
    )
    who_for = models.TextField(
        "who can use it", blank=True, max_length=600, help_text="Such as: children who find noise hard. No diagnosis needed."
    )
    not_for = models.TextField(
        "who cannot use it", blank=True, max_length=300, help_text="Say it kindly, with where else to ask."
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if None not in (self.minimum_age, self.maximum_age) and self.maximum_age < self.minimum_age:
            raise ValidationError({"maximum_age": "The last age is below the first. Swap them."})


class HowToStart(models.Model):
    """How to get it, what it costs, how long the wait is. Open Referral: application_process, cost_options, wait_time."""

    how_to_get_it = RichTextField(
        blank=True,
        features=SHORT_TEXT,
        help_text="Step by step, the first step first. Such as: 1. Ring us. 2. Come and look round. 3. Start on a Saturday.",
    )
    referral_needed = known("is a referral needed?", "Such as: yes, if only a doctor or a school can ask for it.")
    diagnosis_needed = known("is a diagnosis needed?", "Such as: no, if a parent’s word is enough.")
    plan_needed = known("is an EHC plan needed?", "Such as: yes, for a place in a special school.")
    papers_needed = models.CharField(
        "papers to bring", max_length=200, blank=True, help_text="Such as: a letter that shows your address."
    )
    free = models.CharField(
        "is it free?",
        max_length=9,
        choices=Free.choices,
        default=Free.UNKNOWN,
        help_text="Such as: “Sometimes free” when the first session costs nothing.",
    )
    cost_words = models.CharField("cost in words", max_length=200, blank=True, help_text="Such as: £4 a session, carers free.")
    direct_payments = known(
        "can it be paid from direct payments or short breaks money?", "Such as: yes, if families have paid so before."
    )
    wait = models.CharField(
        "waiting time",
        max_length=9,
        choices=Wait.choices,
        default=Wait.UNKNOWN,
        help_text="What most people wait. Such as: “1 to 3 months”, when they say about ten weeks.",
    )
    wait_words = models.CharField(
        "waiting time in words", max_length=160, blank=True, help_text="Such as: under fives are seen sooner."
    )
    wait_true_on = models.DateField(
        "waiting time was true on", null=True, blank=True, help_text="The day when you asked. Such as: 3 September 2026."
    )
    spaces = models.CharField(
        "spaces now",
        max_length=7,
        choices=Spaces.choices,
        default=Spaces.UNKNOWN,
        help_text="Such as: “A few left”, when a group takes two more.",
    )
    spaces_true_on = models.DateField(
        "spaces were true on", null=True, blank=True, help_text="The day when you asked. Such as: 3 September 2026."
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        late = {
            name: "That day has not come yet. Write the day when you asked."
            for name in ("wait_true_on", "spaces_true_on")
            if (day := getattr(self, name)) and day > timezone.localdate()
        }
        if late:
            raise ValidationError(late)


class Reach(models.Model):
    """Where it is and whom it serves: two things. Open Referral: attending_type, service_areas."""

    at_places = models.BooleanField("at its places", default=False, help_text="Such as: a club in a hall.")
    comes_to_you = models.BooleanField("comes to people’s homes", default=False, help_text="Such as: a Portage worker.")
    online = models.BooleanField(
        "online", default=False, help_text="Such as: a course by video. A website alone is not a service."
    )
    by_phone = models.BooleanField("by telephone", default=False, help_text="Such as: an advice line.")
    serves = models.CharField(
        "who it serves",
        max_length=7,
        choices=Serves.choices,
        default=Serves.UNKNOWN,
        help_text="From where families may come, not where it is. Such as: “The whole county” for a club that takes all.",
    )
    areas = ParentalManyToManyField(
        "directory.Area", blank=True, related_name="+", help_text="Such as: Abingdon. Only if it serves some areas."
    )
    out_of_county = known("does it take children from other counties?", "Such as: no, if only families who live here may come.")
    opening_times = models.TextField(
        "when it is open, in words", blank=True, max_length=500, help_text="What the table of times below cannot say."
    )

    class Meta:
        abstract = True


class BeforeYouGo(models.Model):
    """What makes a first visit go well. Access features stand in rows of their own (ServiceAccess)."""

    who_meets_you = models.CharField(
        max_length=200, blank=True, help_text="Such as: Priya meets you at the gate in a yellow scarf."
    )
    carer = models.CharField(
        "parents and carers",
        max_length=8,
        choices=Carer.choices,
        default=Carer.UNKNOWN,
        help_text="Such as: “A parent or carer must stay” in a toddler group.",
    )
    siblings_welcome = known("are brothers and sisters welcome?", "Such as: yes, if they may come along and play.")
    personal_care = known(
        "can staff help with personal care?", "Such as: yes, if they change a young person in a room with a hoist."
    )
    medicines = known("can staff give medicines?", "Such as: yes, if trained staff may give medicine for epilepsy.")
    languages = ParentalManyToManyField(
        "directory.Language",
        blank=True,
        related_name="+",
        help_text="What the staff themselves speak. Such as: British Sign Language.",
    )
    interpreter = known("can they get an interpreter?", "Such as: yes, if they book one when families ask a week before.")

    class Meta:
        abstract = True


class Trust(models.Model):
    """Whether it is open, and how sure we are. Open Referral: status, alert, assured_date."""

    status = models.CharField(
        max_length=18,
        choices=Status.choices,
        default=Status.OPEN,
        help_text="“Closed for now” needs the message below. “Closed for good” takes it out of the search.",
    )
    alert = models.CharField(
        "message about closing",
        max_length=250,
        blank=True,
        help_text="Such as: closed while the hall is repaired. We hope to open again in May.",
    )
    closed_from = models.DateField(null=True, blank=True, help_text="The first day. Such as: 1 August 2026.")
    closed_until = models.DateField(
        "closed until, the last day", null=True, blank=True, help_text="Empty if nobody knows. Such as: 31 August 2026."
    )
    last_checked = models.DateField(
        null=True, blank=True, help_text="When somebody last asked the service whether all this is right."
    )
    checked_how = models.CharField(
        max_length=8, choices=Checked.choices, blank=True, help_text="Such as: “by telephone”, when you rang them."
    )
    next_check = models.DateField(null=True, blank=True, help_text="When we will ask again. A year after the last check at most.")
    commissioned_by = models.CharField(
        "who pays for the service", max_length=120, blank=True, help_text="Such as: the county council and the NHS together."
    )
    accreditations = models.CharField(
        "marks given by others", max_length=200, blank=True, help_text="Such as: Autism Accredited, until 2027."
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.closed_from and self.closed_until and self.closed_until < self.closed_from:
            errors["closed_until"] = "It would open again before it closes. Check both days."
        if self.last_checked and self.last_checked > timezone.localdate():
            errors["last_checked"] = "That day has not come yet."
        if self.next_check and self.last_checked and self.next_check <= self.last_checked:
            errors["next_check"] = "The next check must come after the last one."
        if errors:
            raise ValidationError(errors)
