"""Rows of a listing whose words can be translated together with it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from localoffer.navigation.blocks import check_number
from localoffer.pages.rules import in_english, readers_language

from .. import rules
from ..choices import AccessAnswer, PhoneFor, Question


def facts(*names: str) -> list[SynchronizedField]:
    """What no translation says: it is copied with the row, and read from the English one."""
    return [SynchronizedField(name, overridable=False) for name in names]


class TranslatableRow(TranslatableMixin, Orderable):
    """A row whose words a translation of its listing may have too. All else of it is read from the English listing.

    Abstract; the model has ``page``, and names its facts in ``override_translatable_fields``. The rows of all languages
    that say the same have one translation key.
    """

    # While it is shown to a reader of another language: the fields that have the words of a translation.
    lent_names: frozenset[str] = frozenset()

    class Meta(Orderable.Meta):
        abstract = True
        unique_together = TranslatableMixin.Meta.unique_together

    def save(self, *args: Any, **kwargs: Any) -> None:
        """In the language of its listing; Wagtail would ask the database for it."""
        if self.locale_id is None:
            page: models.Model = getattr(self, "page")  # noqa: B009  of the model that is made of this
            self.locale_id = getattr(page, "locale_id")  # noqa: B009
        super().save(*args, **kwargs)


class ServiceContact(TranslatableRow):
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
    override_translatable_fields = facts("phone", "email", "website")

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


class ServiceAccess(TranslatableRow):
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
    override_translatable_fields = facts("feature", "answer")

    def __str__(self) -> str:
        return f"{self.feature}: {self.get_answer_display()}"


class ServiceCost(TranslatableRow):
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
    override_translatable_fields = facts("amount", "valid_from", "valid_to")

    def __str__(self) -> str:
        return self.words

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": "The price would end before it begins. Check both days."})

    @property
    def words(self) -> str:
        """The price in the reader's language where its words are translated; else in English, and marked so."""
        if self.lent_names:
            return rules.price_in_words(self.option, self.amount, self.unit)
        return in_english(rules.price_in_english(self.option, self.amount, self.unit), readers_language())


class ServiceAnswer(TranslatableRow):
    """The provider's answer to one of the seven questions that Local Offers ask."""

    page = ParentalKey("directory.ServicePage", on_delete=models.CASCADE, related_name="answers")
    question = models.CharField(
        max_length=8, choices=Question.choices, help_text="Each question once. Such as: What training do your staff have?"
    )
    answer = models.TextField(
        max_length=1000, help_text="In the service’s own words. Such as: all staff have had a day on autism, renewed each year."
    )

    panels = [FieldPanel("question"), FieldPanel("answer")]
    override_translatable_fields = facts("question")

    def __str__(self) -> str:
        return self.get_question_display()
