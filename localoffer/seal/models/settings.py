from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="success", order=30)
class SealSettings(BaseSiteSetting):
    """How the forum runs its seal."""

    forum_name = models.CharField("name of the forum", max_length=80, default="SEND Youth Forum")
    forum_email = models.EmailField(
        "e-mail address of the forum", blank=True, help_text="Stands in the record that other sites can read. Public."
    )
    months = models.PositiveSmallIntegerField(
        "how many months a seal lasts",
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
        help_text="Suggested when somebody gives the seal.",
    )
    review_months = models.PositiveSmallIntegerField(
        "how many months before its end the next visit is due",
        default=3,
        validators=[MinValueValidator(0), MaxValueValidator(24)],
    )
    remind_days = models.PositiveSmallIntegerField(
        "how many days before that we remind the supporters",
        default=28,
        validators=[MinValueValidator(0), MaxValueValidator(365)],
        help_text="By e-mail, once for each seal.",
    )
    second_person = models.BooleanField(
        "a second person confirms each seal", default=False, help_text="Then a seal shows only when somebody else has agreed."
    )

    panels = [
        MultiFieldPanel([FieldPanel("forum_name"), FieldPanel("forum_email")], heading="Who gives it"),
        MultiFieldPanel([FieldPanel("months"), FieldPanel("review_months"), FieldPanel("remind_days")], heading="How long"),
        FieldPanel("second_person"),
    ]

    class Meta:
        verbose_name = "seal of approval"

    def __str__(self) -> str:
        return "Seal of approval"
