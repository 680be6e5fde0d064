from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.fields import RichTextField
from wagtail.search import index

from localoffer.blocks.rules import heading_problems, headings_in
from localoffer.pages.models import BasePage, Problems
from localoffer.seal.models import Award
from localoffer.seal.panels import SealPanel

from .. import rules
from ..choices import Checked, Free, Known, Serves, Status
from ..querysets import ServiceManager

AGE = [MaxValueValidator(99, "That is older than anybody this is for. Write an age up to 99.")]
SHORT_TEXT = ["bold", "ol", "ul", "link"]


class DirectoryPage(BasePage):
    """Finding a service: search, filters, results. The question is held in the address."""

    page_description = "The directory: people search and filter all services here. One for a site."
    parent_page_types = ["home.HomePage"]
    subpage_types = ["directory.ServicePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "directory"


class ServicePage(BasePage):
    """One service. Open Referral: service. Its stable identifier is the page's translation key:
    the same through moves, drafts and languages, and new for a copy."""

    other_names = models.CharField(max_length=250, blank=True, help_text="Names that people also use, with commas between.")
    organisation = models.ForeignKey(
        "directory.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="services"
    )
    description = RichTextField(blank=True, features=["h2", "h3", *SHORT_TEXT])
    for_young_people = models.TextField(
        blank=True, max_length=600, help_text="The same for a young person: two to five short sentences, spoken to them."
    )
    # Whom it is for
    topics = ParentalManyToManyField("directory.Topic", blank=True, related_name="+")
    needs = ParentalManyToManyField("directory.Need", blank=True, related_name="+")
    age_stages = ParentalManyToManyField("directory.AgeStage", blank=True, related_name="+")
    minimum_age = models.PositiveSmallIntegerField("from age", null=True, blank=True, validators=AGE)
    maximum_age = models.PositiveSmallIntegerField("up to age", null=True, blank=True, validators=AGE)
    age_note = models.CharField(max_length=120, blank=True, help_text="Such as: up to 25 with an EHC plan.")
    who_for = models.TextField("who can use it", blank=True, max_length=600)
    # How to start
    how_to_get_it = RichTextField(blank=True, features=SHORT_TEXT)
    referral_needed = models.CharField("is a referral needed?", max_length=7, choices=Known.choices, default=Known.UNKNOWN)
    diagnosis_needed = models.CharField("is a diagnosis needed?", max_length=7, choices=Known.choices, default=Known.UNKNOWN)
    plan_needed = models.CharField("is an EHC plan needed?", max_length=7, choices=Known.choices, default=Known.UNKNOWN)
    free = models.CharField("is it free?", max_length=9, choices=Free.choices, default=Free.UNKNOWN)
    cost_words = models.CharField("cost in words", max_length=200, blank=True, help_text="Such as: £4 a session, carers free.")
    # Where it is, and whom it serves: two things
    at_places = models.BooleanField("at its places", default=False)
    comes_to_you = models.BooleanField("comes to people’s homes", default=False)
    online = models.BooleanField("online", default=False)
    by_phone = models.BooleanField("by telephone", default=False)
    serves = models.CharField("who it serves", max_length=7, choices=Serves.choices, default=Serves.UNKNOWN)
    areas = ParentalManyToManyField("directory.Area", blank=True, related_name="+", help_text="When it serves some areas.")
    opening_times = models.TextField("when it is open", blank=True, max_length=500)
    # State
    status = models.CharField(max_length=18, choices=Status.choices, default=Status.OPEN)
    alert = models.CharField("message about closing", max_length=250, blank=True)
    closed_from = models.DateField(null=True, blank=True)
    closed_until = models.DateField("closed until, the last day", null=True, blank=True)
    last_checked = models.DateField(
        null=True, blank=True, help_text="When somebody last asked the service whether all this is right."
    )
    checked_how = models.CharField(max_length=8, choices=Checked.choices, blank=True)

    objects = ServiceManager()

    read_with = ("organisation",)
    page_description = "One service, club, school or helpline that families can use."
    parent_page_types = ["directory.DirectoryPage"]
    subpage_types: list[str] = []
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("other_names"),
        index.SearchField("description"),
        index.FilterField("status"),
    ]

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    TitleFieldPanel("title"),
                    FieldPanel("other_names"),
                    FieldPanel("summary"),
                    FieldPanel("organisation"),
                    FieldPanel("description"),
                    FieldPanel("for_young_people"),
                ],
                heading="What it is",
            ),
            ObjectList(
                [
                    FieldPanel("topics", widget=forms.CheckboxSelectMultiple),
                    FieldPanel("needs", widget=forms.CheckboxSelectMultiple),
                    FieldPanel("age_stages", widget=forms.CheckboxSelectMultiple),
                    FieldRowPanel([FieldPanel("minimum_age"), FieldPanel("maximum_age"), FieldPanel("age_note")]),
                    FieldPanel("who_for"),
                    FieldPanel("how_to_get_it"),
                    FieldRowPanel([FieldPanel("referral_needed"), FieldPanel("diagnosis_needed"), FieldPanel("plan_needed")]),
                    FieldRowPanel([FieldPanel("free"), FieldPanel("cost_words")]),
                ],
                heading="For whom, and how to start",
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel("at_places"), FieldPanel("comes_to_you"), FieldPanel("online"), FieldPanel("by_phone")],
                        heading="How it reaches people",
                    ),
                    FieldPanel("serves"),
                    FieldPanel("areas", widget=forms.CheckboxSelectMultiple),
                    InlinePanel("places", label="Place", heading="Places"),
                    FieldPanel("opening_times"),
                    InlinePanel("access", label="Access feature", heading="Access"),
                    InlinePanel("contacts", label="Contact", heading="Contacts"),
                ],
                heading="Where, when, contact",
            ),
            ObjectList(
                [
                    FieldPanel("status"),
                    FieldPanel("alert"),
                    FieldRowPanel([FieldPanel("closed_from"), FieldPanel("closed_until")]),
                    FieldRowPanel([FieldPanel("last_checked"), FieldPanel("checked_how")]),
                ],
                heading="State and checks",
            ),
            ObjectList([SealPanel(heading="Seal of approval")], heading="Seal"),
            ObjectList(BasePage.promote_panels, heading="Promote"),
            ObjectList(BasePage.settings_panels, heading="Settings"),
        ],
        base_form_class=BasePage.base_form_class,
    )

    class Meta:
        verbose_name = "service"

    def clean(self) -> None:
        super().clean()
        errors = {}
        if None not in (self.minimum_age, self.maximum_age) and self.maximum_age < self.minimum_age:
            errors["maximum_age"] = "The last age is below the first. Swap them."
        if self.closed_from and self.closed_until and self.closed_until < self.closed_from:
            errors["closed_until"] = "It would open again before it closes. Check both days."
        if self.last_checked and self.last_checked > timezone.localdate():
            errors["last_checked"] = "That day has not come yet."
        if errors:
            raise ValidationError(errors)

    def publish_problems(self) -> Problems:
        problems = super().publish_problems()
        if not self.organisation_id:
            problems["organisation"] = ["Say who provides the service."]
        if self.status == Status.TEMPORARILY_CLOSED and not self.alert.strip():
            problems["alert"] = ["Say why it is closed for now, and until when if you know."]
        if found := heading_problems(headings_in(self.description)):
            problems["description"] = found
        return problems

    # --- The seal ------------------------------------------------------------------------

    def why_no_seal(self, today: date) -> str:
        """Why this listing may not carry the seal; "" when it may."""
        if not self.live:
            return "This listing is not public yet. Publish it first."
        if self.alias_of_id:
            return "This is a copy of a listing. Give the seal to the listing itself."
        if self.status == Status.CLOSED:
            return "This service is closed for good."
        return ""

    # --- Words for the page --------------------------------------------------------------

    @property
    def ages_words(self) -> str:
        return rules.ages_in_words(self.minimum_age, self.maximum_age)

    @property
    def cost_in_words(self) -> str:
        return rules.cost_in_words(self.free, self.cost_words)

    @property
    def getting_in_words(self) -> str:
        return rules.getting_in_words(referral=self.referral_needed, diagnosis=self.diagnosis_needed, plan=self.plan_needed)

    @cached_property
    def towns(self) -> list[str]:
        return list(dict.fromkeys(place.town for place in self.places.all()))

    @cached_property
    def area_names(self) -> list[str]:
        return [area.name for area in self.areas.all()]

    @property
    def coverage_words(self) -> str:
        return rules.coverage_in_words(serves=self.serves, areas=self.area_names, county=settings.AREA_NAME)

    @property
    def why_here(self) -> str:
        return rules.why_here(
            serves=self.serves,
            areas=self.area_names,
            county=settings.AREA_NAME,
            towns=self.towns,
            comes_to_you=self.comes_to_you,
            online=self.online,
            by_phone=self.by_phone,
        )

    @property
    def checked_ago(self) -> str:
        return rules.time_since(self.last_checked, timezone.localdate())

    @property
    def is_stale(self) -> bool:
        return rules.is_stale(self.last_checked, timezone.localdate())

    @property
    def is_closed_for_now(self) -> bool:
        return rules.is_closed_for_now(
            status=self.status, closed_from=self.closed_from, closed_until=self.closed_until, today=timezone.localdate()
        )

    @property
    def is_closed_for_good(self) -> bool:
        return self.status == Status.CLOSED

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        contacts = list(self.contacts.all())
        awards = Award.objects.current_on(timezone.localdate()).of_listing(self.translation_key)
        return context | {
            "places": list(self.places.all()),
            "contacts": contacts,
            "main_phone": next((contact for contact in contacts if contact.phone), None),
            "main_email": next((contact for contact in contacts if contact.email), None),
            "main_website": next((contact for contact in contacts if contact.website), None),
            "access": list(self.access.select_related("feature")),
            "award": None if self.is_closed_for_good else awards.first(),
        }

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        data = super().structured_data(request) | {"@type": "Service", "serviceType": self.title}
        if self.serves == Serves.COUNTY:
            data["areaServed"] = settings.AREA_NAME
        if phone := next((contact.phone for contact in self.contacts.all() if contact.phone), ""):
            data["availableChannel"] = {"@type": "ServiceChannel", "servicePhone": {"@type": "ContactPoint", "telephone": phone}}
        if self.organisation:
            data["provider"] = {"@type": "Organization", "name": self.organisation.name}
        return data

    def card_terms(self) -> Sequence[str]:
        """The short facts of a card in a list."""
        return [self.ages_words, self.cost_in_words, self.getting_in_words]
