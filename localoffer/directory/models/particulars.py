"""The parts of a listing of which there can be several."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.images import get_image_model_string
from wagtail.models import Orderable

from localoffer.events.models import ClosedDates, Schedule
from localoffer.navigation.blocks import check_number
from localoffer.pages.rules import in_english, readers_language

from .. import rules
from ..choices import AccessAnswer, LinkKind, PhoneFor, Question, Register


class ServicePlace(Orderable):
    """Where a service is. A person's home shows only its town and district. Open Referral: location, address."""

    page = ParentalKey("directory.ServicePage", on_delete=models.CASCADE, related_name="places")
    name = models.CharField(max_length=120, blank=True, help_text="Such as Abbey Community Hall.")
    address = models.CharField(max_length=200, blank=True, help_text="House and street. Such as: 12 Abbey Close.")
    town = models.CharField(max_length=80, help_text="Such as: Abingdon.")
    postcode = models.CharField(
        max_length=10, blank=True, help_text="Such as: OX14 3EX. For somebody’s home the first half is enough."
    )
    latitude = models.DecimalField(
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text="Such as: 51.67083, from a map.",
    )
    longitude = models.DecimalField(
        max_digits=8,
        decimal_places=5,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text="Such as: -1.28278.",
    )
    is_home = models.BooleanField("somebody’s home", default=False, help_text="Then only the town and the district are shown.")
    times = models.CharField(
        "times here in words", max_length=200, blank=True, help_text="What the table of times cannot say, such as: ring first."
    )
    getting_there = models.TextField(
        max_length=400, blank=True, help_text="Bus, train, parking, where to be dropped off. Such as: bus 4 stops at the door."
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("address"),
        FieldRowPanel([FieldPanel("town"), FieldPanel("postcode")]),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("is_home"),
        FieldPanel("times"),
        FieldPanel("getting_there"),
    ]

    def __str__(self) -> str:
        return self.name or self.town

    def clean(self) -> None:
        super().clean()
        self.postcode = " ".join(self.postcode.upper().split())
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError("A position needs both latitude and longitude. Fill in both, or neither.")

    @property
    def district(self) -> str:
        """The first half of the postcode; "" when there is none."""
        return rules.outward_code(self.postcode) if self.postcode else ""

    @property
    def lines(self) -> list[str]:
        """The lines of the address that the public may see."""
        if self.is_home:
            return [" ".join(part for part in (self.town, self.district) if part)]
        return [line for line in (self.name, self.address, self.town, self.postcode) if line]


class ServiceSchedule(Orderable, Schedule):
    """When it is on, at all its places or at one.

    The place is named, not pointed at: both are parts of one draft, where neither has a number yet.
    """

    page = ParentalKey("directory.ServicePage", on_delete=models.CASCADE, related_name="schedules")
    at_place = models.CharField(
        "where", max_length=120, blank=True, help_text="The name or town of one of the places above. Empty: at all of them."
    )

    panels = [FieldPanel("at_place"), *Schedule.panels]

    class Meta(Orderable.Meta):
        pass


class ServiceClosedDates(Orderable, ClosedDates):
    """Days on which it is closed although its times say otherwise."""

    page = ParentalKey("directory.ServicePage", on_delete=models.CASCADE, related_name="closed_dates")

    class Meta(Orderable.Meta):
        pass


class ServiceContact(Orderable):
    """How to reach a service. Open Referral: contact, phone."""

    page = ParentalKey("directory.ServicePage", on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField("who", max_length=80, blank=True, help_text="A role, such as Club leader.")
    phone = models.CharField(
        "telephone", max_length=30, blank=True, validators=[check_number], help_text="Such as: 01632 960123."
    )
    phone_for = models.CharField(
        "the number is for", max_length=5, blank=True, choices=PhoneFor.choices, help_text="Such as: texts only. Empty: calls."
    )
    email = models.EmailField("e-mail", blank=True, help_text="Of a team rather than a person. Such as: club@example.org.")
    website = models.URLField(blank=True, help_text="Such as: https://club.example.org/.")
    note = models.CharField(max_length=160, blank=True, help_text="Such as: best before 3pm; texts welcome.")

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("phone_for")]),
        FieldRowPanel([FieldPanel("email"), FieldPanel("website")]),
        FieldPanel("note"),
    ]

    def __str__(self) -> str:
        return self.name or self.phone or self.email or self.website

    def clean(self) -> None:
        super().clean()
        if not (self.phone or self.email or self.website):
            raise ValidationError("Give at least one of telephone, e-mail and website.")

    @property
    def only_text(self) -> str:
        """The address for a text to a number that is only for texts; "" for one that people can call."""
        return rules.text_link(self.phone, self.phone_for) if self.phone_for == PhoneFor.TEXTS else ""


class ServiceAccess(Orderable):
    """What is known of one access feature. No row means: not known."""

    page = ParentalKey("directory.ServicePage", on_delete=models.CASCADE, related_name="access")
    feature = models.ForeignKey(
        "directory.AccessFeature", on_delete=models.PROTECT, related_name="+", help_text="Such as: step-free entrance."
    )
    answer = models.CharField(
        max_length=6,
        choices=AccessAnswer.choices,
        help_text="“No” helps too. Leave the row out if not known.",
    )
    note = models.CharField(max_length=200, blank=True, help_text="Such as: the ramp is at the side; ring the lower bell.")

    panels = [FieldRowPanel([FieldPanel("feature"), FieldPanel("answer")]), FieldPanel("note")]

    class Meta(Orderable.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.feature}: {self.get_answer_display()}"


class ServiceCost(Orderable):
    """One price. Open Referral: cost_option (option, amount, amount_description, valid_from, valid_to)."""

    page = ParentalKey("directory.ServicePage", on_delete=models.CASCADE, related_name="costs")
    option = models.CharField("what for", max_length=80, help_text="Such as: one session; brothers and sisters; a carer.")
    amount = models.DecimalField(
        "pounds", max_digits=8, decimal_places=2, validators=[MinValueValidator(0)], help_text="0 if it costs nothing."
    )
    unit = models.CharField("for each", max_length=40, blank=True, help_text="Such as: session, hour, week, term.")
    valid_from = models.DateField(
        "from", null=True, blank=True, help_text="Only if the price changes. Such as: 1 September 2026."
    )
    valid_to = models.DateField(
        "to, the last day", null=True, blank=True, help_text="Such as: 31 August 2027. Afterwards it is no longer shown."
    )

    panels = [
        FieldPanel("option"),
        FieldRowPanel([FieldPanel("amount"), FieldPanel("unit")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
    ]

    def __str__(self) -> str:
        return self.words

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": "The price would end before it begins. Check both days."})

    @property
    def words(self) -> str:
        """The price in English, in which it was written; marked so for readers of other languages."""
        return in_english(rules.price_in_english(self.option, self.amount, self.unit), readers_language())


class ServiceAnswer(Orderable):
    """The provider's answer to one of the seven questions that Local Offers ask."""

    page = ParentalKey("directory.ServicePage", on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(
        max_length=8, choices=Question.choices, help_text="Each question once. Such as: What training do your staff have?"
    )
    answer = models.TextField(
        max_length=1000, help_text="In the service’s own words. Such as: all staff have had a day on autism, renewed each year."
    )

    panels = [FieldPanel("question"), FieldPanel("answer")]

    def __str__(self) -> str:
        return self.get_question_display()


class ServicePicture(Orderable):
    """A picture of the place, in the order in which a visitor comes to it: pavement, door, hall, room."""

    page = ParentalKey("directory.ServicePage", on_delete=models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(
        get_image_model_string(),
        on_delete=models.CASCADE,
        related_name="+",
        help_text="Such as: the gate from the pavement, without people.",
    )
    caption = models.CharField(max_length=160, help_text="Where you are now. Such as: the door is left of the blue gate.")

    panels = [FieldPanel("picture"), FieldPanel("caption")]

    def __str__(self) -> str:
        return self.caption


class ServiceLink(Orderable):
    """Something to read or do elsewhere: a page of this site, a web address or a file."""

    page = ParentalKey("directory.ServicePage", on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(
        max_length=7, choices=LinkKind.choices, default=LinkKind.MORE, help_text="Such as: “While you wait”, for first exercises."
    )
    words = models.CharField(max_length=100, help_text="What the reader finds there. Such as: Talking games to play at home.")
    target = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.CASCADE, related_name="+", help_text="A page of this site."
    )
    address = models.URLField("web address", blank=True, help_text="Such as: https://book.example.org/.")
    document = models.ForeignKey(
        "media.CustomDocument", null=True, blank=True, on_delete=models.CASCADE, related_name="+", help_text="Such as: a leaflet."
    )

    panels = [
        FieldPanel("kind"),
        FieldPanel("words"),
        PageChooserPanel("target"),
        FieldPanel("address"),
        FieldPanel("document"),
    ]

    def __str__(self) -> str:
        return self.words

    def clean(self) -> None:
        super().clean()
        if len([place for place in (self.target_id, self.address, self.document_id) if place]) != 1:
            raise ValidationError("Choose one of a page, a web address and a document.")

    @property
    def url(self) -> str:
        """Where it leads; "" when its page is not public."""
        if self.target_id:
            return (self.target.url or "") if self.target.live else ""
        return self.document.url if self.document_id else self.address


class ServiceRegistration(Orderable):
    """What a public register or inspection says. Open Referral: organization_identifier."""

    page = ParentalKey("directory.ServicePage", on_delete=models.CASCADE, related_name="registrations")
    register = models.CharField(max_length=7, choices=Register.choices, help_text="Such as: Ofsted, for a childminder.")
    number = models.CharField(max_length=40, help_text="As the register writes it. Such as: EY123456.")
    judgement = models.CharField(max_length=60, blank=True, help_text="In the register’s own word, such as: Good.")
    judged_on = models.DateField(null=True, blank=True, help_text="The day of the inspection. Such as: 14 March 2025.")
    address = models.URLField("web address of the report", blank=True, help_text="Such as: https://reports.example.org/EY123456.")

    panels = [
        FieldRowPanel([FieldPanel("register"), FieldPanel("number")]),
        FieldRowPanel([FieldPanel("judgement"), FieldPanel("judged_on")]),
        FieldPanel("address"),
    ]

    def __str__(self) -> str:
        return f"{self.get_register_display()} {self.number}"
