"""The parts of a listing of which there can be several."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from localoffer.navigation.blocks import check_number

from .. import rules
from ..choices import AccessAnswer


class ServicePlace(Orderable):
    """Where a service is. A person's home shows only its town and district. Open Referral: location, address."""

    page = ParentalKey("directory.ServicePage", on_delete=models.CASCADE, related_name="places")
    name = models.CharField(max_length=120, blank=True, help_text="Such as Abbey Community Hall.")
    address = models.CharField(max_length=200, blank=True, help_text="House and street.")
    town = models.CharField(max_length=80)
    postcode = models.CharField(max_length=10, blank=True)
    latitude = models.DecimalField(
        max_digits=8, decimal_places=5, null=True, blank=True, validators=[MinValueValidator(-90), MaxValueValidator(90)]
    )
    longitude = models.DecimalField(
        max_digits=8, decimal_places=5, null=True, blank=True, validators=[MinValueValidator(-180), MaxValueValidator(180)]
    )
    is_home = models.BooleanField("somebody’s home", default=False, help_text="Then only the town and the district are shown.")
    times = models.CharField("times here", max_length=200, blank=True, help_text="If they differ from the general times.")

    panels = [
        FieldPanel("name"),
        FieldPanel("address"),
        FieldRowPanel([FieldPanel("town"), FieldPanel("postcode")]),
        FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
        FieldPanel("is_home"),
        FieldPanel("times"),
    ]

    def __str__(self) -> str:
        return self.name or self.town

    def clean(self) -> None:
        super().clean()
        self.postcode = " ".join(self.postcode.upper().split())
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError("A position needs both latitude and longitude. Fill in both, or neither.")

    @property
    def lines(self) -> list[str]:
        """The lines of the address that the public may see."""
        if self.is_home:
            district = rules.outward_code(self.postcode) if self.postcode else ""
            return [" ".join(part for part in (self.town, district) if part)]
        return [line for line in (self.name, self.address, self.town, self.postcode) if line]


class ServiceContact(Orderable):
    """How to reach a service. Open Referral: contact, phone."""

    page = ParentalKey("directory.ServicePage", on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField("who", max_length=80, blank=True, help_text="A role, such as Club leader.")
    phone = models.CharField("telephone", max_length=30, blank=True, validators=[check_number])
    email = models.EmailField("e-mail", blank=True)
    website = models.URLField(blank=True)
    note = models.CharField(max_length=160, blank=True, help_text="Such as: best before 3pm; texts welcome.")

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
        FieldPanel("website"),
        FieldPanel("note"),
    ]

    def __str__(self) -> str:
        return self.name or self.phone or self.email or self.website

    def clean(self) -> None:
        super().clean()
        if not (self.phone or self.email or self.website):
            raise ValidationError("Give at least one of telephone, e-mail and website.")


class ServiceAccess(Orderable):
    """What is known of one access feature. No row means: not known."""

    page = ParentalKey("directory.ServicePage", on_delete=models.CASCADE, related_name="access")
    feature = models.ForeignKey("directory.AccessFeature", on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=6, choices=AccessAnswer.choices)
    note = models.CharField(max_length=200, blank=True)

    panels = [FieldRowPanel([FieldPanel("feature"), FieldPanel("answer")]), FieldPanel("note")]

    class Meta(Orderable.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.feature}: {self.get_answer_display()}"
