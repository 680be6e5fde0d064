from collections.abc import Sequence
from datetime import date
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.fields import RichTextField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from localoffer.blocks.rules import heading_problems, headings_in
from localoffer.pages.models import BasePage, Problems
from localoffer.readability.choices import PageKind

from .. import rules
from ..choices import Status, Voice
from ..completeness import completeness_of
from ..querysets import ServiceManager
from .drafts import up_to_date
from .editing import EDIT_HANDLER
from .facts import FACTS_IN_WORDS, SHORT_TEXT, BeforeYouGo, ForWhom, HowToStart, Reach, Trust
from .particulars import ServicePlace


class DirectoryPage(BasePage):
    """Finding a service: search, filters, results. The question is held in the address."""

    explains_terms = False
    is_interface = True
    page_description = "The directory: people search and filter all services here. One for a site."
    parent_page_types = ["home.HomePage"]
    subpage_types = ["directory.ServicePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "directory"


class ServicePage(ForWhom, HowToStart, Reach, BeforeYouGo, Trust, BasePage):
    """One service. Open Referral: service. Its stable identifier is the page's translation key:
    the same through moves, drafts and languages, and new for a copy."""

    other_names = models.CharField(
        max_length=250, blank=True, help_text="Names that people also use, with commas between. Such as: CAMHS, young minds team."
    )
    organisation = models.ForeignKey(
        "directory.Organisation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="services",
        help_text="Who provides it: a council team, a charity, a school. Not there yet? Add it under Directory, Organisations.",
    )
    description = RichTextField(
        blank=True,
        features=["h2", "h3", *SHORT_TEXT],
        help_text="What happens there, in short plain sentences. Such as: children play in two groups. One is for quiet games.",
    )
    for_young_people = models.TextField(
        blank=True,
        max_length=600,
        help_text="The same for a young person: two to five short sentences, spoken to them. "
        "Such as: you can come and just watch. Priya meets you at the gate.",
    )
    film = models.ForeignKey(
        "media.CustomMedia",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="With captions. Such as: a walk from the door to the room.",
    )
    # Of 100: for the editors' list, which must sort and filter by it. Renewed at each save, and every day by a job.
    completeness = models.PositiveSmallIntegerField(default=0, editable=False, db_index=True)

    objects = ServiceManager()

    read_with = ("organisation", "film__consent")
    why = ""  # it is in a list of results, in words; set there
    # Its facts speak the reader's language with or without a translation; English words are marked one by one.
    is_interface = True
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in FACTS_IN_WORDS),
    ]
    reading_kind = PageKind.LISTING
    reading_fields = ("title", "summary", "description", "for_young_people", "who_for", "not_for", "how_to_get_it")
    reading_rows = {"answers": "answer"}
    page_description = "One service, club, school or helpline that families can use."
    parent_page_types = ["directory.DirectoryPage"]
    subpage_types = ["easyread.EasyReadPage"]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("other_names"),
        index.SearchField("description"),
        index.FilterField("status"),
    ]

    edit_handler = EDIT_HANDLER

    class Meta:
        verbose_name = "service"

    def publish_problems(self) -> Problems:
        problems = super().publish_problems()
        if not self.organisation_id:
            problems["organisation"] = ["Say who provides the service."]
        if self.status == Status.TEMPORARILY_CLOSED and not self.alert.strip():
            problems["alert"] = ["Say why it is closed for now, and until when if you know."]
        if found := heading_problems(headings_in(self.description)):
            problems["description"] = found
        if unknown := [row.at_place for row in self.schedules.all() if row.at_place and not self.place_called(row.at_place)]:
            problems["opening_times"] = [
                f"A time is at “{name}”, which is none of the places. Check the name." for name in unknown
            ]
        return problems

    def place_called(self, name: str) -> ServicePlace | None:
        """The place of that name or town; None when it has none."""
        return rules.place_called(name, self.places.all())

    def save(self, *args: Any, **kwargs: Any) -> None:
        if kwargs.get("update_fields") is None:
            self.completeness = completeness_of(self, timezone.localdate()).percent
        super().save(*args, **kwargs)

    @classmethod
    def from_serializable_data(cls, data: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        """A saved version, with what became of the directory's words since."""
        return super().from_serializable_data(up_to_date(data), *args, **kwargs)

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

    @property
    def seal_recipient(self) -> str:
        """Whom an award names: the organisation by its web address, or this page where it has none. Never a person."""
        return (self.organisation.website if self.organisation else "") or self.full_url or ""

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

    # --- Serving -------------------------------------------------------------------------

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        if self.is_closed_for_good:
            return "directory/closed_for_good.html"
        if rules.voice_of(request.GET.get("voice")) == Voice.YOU:
            return "directory/for_you.html"
        return "directory/service_page.html"

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """410, with what to do next, for a service that is closed for good: search engines forget its page."""
        response = super().serve(request, *args, **kwargs)
        if self.is_closed_for_good and not getattr(request, "is_preview", False):
            response.status_code = HTTPStatus.GONE
        return response

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        return [] if self.is_closed_for_good else super().get_sitemap_urls(request)

    def card_terms(self) -> Sequence[str]:
        """The short facts of a card in a list."""
        return [self.ages_words, self.cost_in_words, self.getting_in_words]
