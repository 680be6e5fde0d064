from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from .choices import CRITERIA, Claim, Reason
from .querysets import ProblemQuerySet
from .rules import Standing


class AccessibilityProblem(models.Model):
    """Something on the site that some people cannot use. The public statement lists it until it is mended."""

    problem = models.TextField("what does not work", max_length=600, help_text="In plain words, and where. Public.")
    affected = models.CharField("who is affected", max_length=200, help_text="Such as: people who use a screen reader. Public.")
    instead = models.TextField(
        "what they can do instead", max_length=400, blank=True, help_text="Such as: call us, and we read it to you. Public."
    )
    reason = models.CharField("why it is so", max_length=20, choices=Reason.choices, default=Reason.NOT_COMPLIANT)
    criterion = models.CharField("success criterion of WCAG 2.2 that it fails", max_length=6, choices=CRITERIA, blank=True)
    why = models.TextField(
        "why it may stay so",
        max_length=600,
        blank=True,
        help_text="For a disproportionate burden: what you weighed up. Out of scope: why the rules leave it out. Public.",
    )
    mend_by = models.DateField("when we plan to have mended it", null=True, blank=True)
    mended_on = models.DateField("mended on", null=True, blank=True, help_text="From then on the statement leaves it out.")

    objects = ProblemQuerySet.as_manager()

    panels = [
        MultiFieldPanel([FieldPanel("problem"), FieldPanel("affected"), FieldPanel("instead")], heading="The problem"),
        MultiFieldPanel([FieldPanel("reason"), FieldPanel("criterion"), FieldPanel("why")], heading="The rules"),
        MultiFieldPanel([FieldPanel("mend_by"), FieldPanel("mended_on")], heading="Mending it"),
    ]

    class Meta:
        verbose_name = "accessibility problem"

    def __str__(self) -> str:
        return self.problem if len(self.problem) <= 80 else f"{self.problem[:79]}…"

    @property
    def standing(self) -> Standing:
        return Standing(self.reason, self.criterion)

    def clean(self) -> None:
        super().clean()
        problems = {}
        if self.reason != Reason.OUT_OF_SCOPE and not self.criterion:
            problems["criterion"] = "Pick the success criterion that it fails. The law asks for it."
        if self.reason == Reason.NOT_COMPLIANT and not self.mend_by:
            problems["mend_by"] = "Say when you plan to have mended it. The law asks for it."
        if self.reason != Reason.NOT_COMPLIANT and not self.why.strip():
            problems["why"] = "Say why it may stay so. The law asks for it."
        if problems:
            raise ValidationError(problems)


@register_setting(icon="view", order=3)
class StatementSettings(BaseSiteSetting):
    """What the accessibility statement says beside the list of problems."""

    organisation = models.CharField(
        "who runs the website", max_length=120, blank=True, help_text="The council’s whole name. If empty: the name of the site."
    )
    claim = models.CharField(
        "how well the site meets the rules",
        max_length=10,
        choices=Claim.choices,
        default=Claim.AS_LISTED,
        blank=True,
        help_text="You may say less than the list of problems allows, and never more. Without a test, and with anything on the "
        "list, the statement never says “fully compliant”.",
    )
    tested_on = models.DateField("last tested on", null=True, blank=True)
    tested_by = models.CharField("who tested it", max_length=160, blank=True)
    tested_how = models.TextField(
        "what was tested, and how",
        max_length=1200,
        blank=True,
        help_text="Which pages, how you chose them, and with what: keyboard, screen readers, automatic checks, people.",
    )
    improving = models.TextField("what we do to make it better", max_length=1200, blank=True)
    reply_days = models.PositiveSmallIntegerField(
        "in how many working days we answer", default=10, validators=[MinValueValidator(1), MaxValueValidator(60)]
    )
    prepared_on = models.DateField("statement prepared on", null=True, blank=True)
    reviewed_on = models.DateField(
        "statement last reviewed on",
        null=True,
        blank=True,
        help_text="Once this is more than a year ago, we remind those who may change this, each month.",
    )
    reminded_on = models.DateField(null=True, blank=True, editable=False)

    panels = [
        MultiFieldPanel([FieldPanel("organisation"), FieldPanel("claim")], heading="The statement"),
        MultiFieldPanel([FieldPanel("tested_on"), FieldPanel("tested_by"), FieldPanel("tested_how")], heading="The last test"),
        MultiFieldPanel([FieldPanel("improving"), FieldPanel("reply_days")], heading="What we do"),
        MultiFieldPanel([FieldPanel("prepared_on"), FieldPanel("reviewed_on")], heading="Dates"),
    ]

    class Meta:
        verbose_name = "accessibility statement"

    def __str__(self) -> str:
        return "Accessibility statement"

    def clean(self) -> None:
        super().clean()
        if self.prepared_on and self.reviewed_on and self.reviewed_on < self.prepared_on:
            raise ValidationError({"reviewed_on": "The statement cannot be reviewed before it was prepared. Check both dates."})
