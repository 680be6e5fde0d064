"""The parts of a listing of which there can be several, and whose words stay English. Those that are translated: rows."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.images import get_image_model_string
from wagtail.models import Orderable

from localoffer.events.models import ClosedDates, Schedule

from .. import rules
from ..choices import LinkKind, Register


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
