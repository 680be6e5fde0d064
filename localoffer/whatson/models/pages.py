"""Events, and the page that lists them."""

from typing import Any

from django.core.validators import URLValidator
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from localoffer.blocks.streams import StoryBlock
from localoffer.directory.choices import Free
from localoffer.directory.rules import cost_in_words
from localoffer.events.rules import Closed, Pattern
from localoffer.events.services import the_calendar
from localoffer.navigation.blocks import check_number
from localoffer.pages.models import BasePage, Problems

from ..choices import Attend, Booking, Change
from ..querysets import EventManager
from ..rules import last_day_of, never_happens

# With a code of its own: forms put their own words in place of those of “invalid”.
HTTPS = URLValidator(schemes=["https"], message="Write a whole address that begins with https://", code="not_https")
NO_TIMES = "Say when it is on: add a date, or the days of the week."
NEVER = (
    "It would never be on: each of its days is a bank holiday, out of term, or one of the days off. "
    "Check the times and the days off."
)
NO_TOWN = "Say where it is: at least the town."
NO_CONTACT = "Give a telephone number or an e-mail address, so that people can ask what is not written here."
NO_NOTE = "Say what changed, and what people who planned to come should do."


class EventsPage(BasePage):
    """What is on: all events, by month."""

    explains_terms = False
    page_description = "The list of events, by month, with a calendar to follow. One for a site."
    parent_page_types = ["home.HomePage"]
    subpage_types = ["whatson.EventPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = "what’s on"


EVENT_FACTS = ("place_name", "address", "town", "postcode", "contact_name", "phone", "run_by")


class EventPage(BasePage):
    """One event, on one date or on many. A fact that nobody wrote down is not known: people ask the contact."""

    # Where it is and whom to ask are facts: the same in all languages.
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in EVENT_FACTS),
    ]

    attend = models.CharField("how people take part", max_length=6, choices=Attend.choices, default=Attend.PLACE)
    place_name = models.CharField("name of the place", max_length=120, blank=True, help_text="Such as: Abbey Community Hall.")
    address = models.CharField(max_length=200, blank=True, help_text="House and street. Such as: 12 Abbey Close.")
    town = models.CharField(max_length=80, blank=True, help_text="Such as: Abingdon.")
    postcode = models.CharField(max_length=10, blank=True, help_text="Such as: OX14 3EX.")
    getting_there = models.TextField(max_length=400, blank=True, help_text="Bus, train, parking. Such as: bus 4 stops outside.")
    online_words = models.CharField(
        "how to join online", max_length=200, blank=True, help_text="Such as: on Teams. We send you the link when you book."
    )
    join_link = models.URLField(
        "link to join online",
        blank=True,
        validators=[HTTPS],
        help_text="Everybody sees it. Leave it empty if you send the link to those who book.",
    )
    free = models.CharField("is it free?", max_length=9, choices=Free.choices, default=Free.UNKNOWN)
    cost_words = models.CharField("cost in words", max_length=200, blank=True, help_text="Such as: £4 a child, carers free.")
    booking = models.CharField("booking", max_length=10, choices=Booking.choices, default=Booking.UNKNOWN)
    booking_link = models.URLField("link to book", blank=True, validators=[HTTPS])
    booking_note = models.CharField(
        "about booking", max_length=200, blank=True, help_text="Such as: 30 places; book by 1 June, or call us."
    )
    who_for = models.CharField(
        "who it is for", max_length=200, blank=True, help_text="Such as: parents and carers. Children are welcome."
    )
    run_by = models.CharField("who runs it", max_length=120, blank=True, help_text="Such as: the parent carer forum.")
    contact_name = models.CharField("who to ask", max_length=80, blank=True, help_text="A role or a team.")
    phone = models.CharField(
        "telephone", max_length=30, blank=True, validators=[check_number], help_text="Such as: 01632 960123."
    )
    email = models.EmailField("e-mail", blank=True, help_text="Of a team rather than a person.")
    change = models.CharField(
        "does it happen as planned?",
        max_length=9,
        blank=True,
        choices=Change.choices,
        help_text="Empty: yes. A single date of a repeating event that falls out goes under “Days off”.",
    )
    change_note = models.CharField(
        "what changed", max_length=300, blank=True, help_text="Such as: the speaker is ill. If you booked, we write to you."
    )
    body = StreamField(StoryBlock(), blank=True)
    # For lists: reckoned from the times at each save; empty where there is no end.
    last_day = models.DateField(null=True, editable=False, db_index=True)

    objects = EventManager()

    reading_fields = ("title", "summary", "who_for", "cost_words", "booking_note", "getting_there", "online_words", "change_note")
    page_description = "An event: a date or several, at a place or online. Below “What’s on”."
    parent_page_types = ["whatson.EventsPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        InlinePanel("times", label="Time", heading="When it is on"),
        InlinePanel("days_off", label="Day off", heading="Days off: when a repeating event is not on"),
        MultiFieldPanel([FieldPanel("change"), FieldPanel("change_note")], heading="Cancelled or changed"),
        MultiFieldPanel(
            [
                FieldPanel("attend"),
                FieldRowPanel([FieldPanel("place_name"), FieldPanel("address")]),
                FieldRowPanel([FieldPanel("town"), FieldPanel("postcode")]),
                FieldPanel("getting_there"),
                FieldPanel("online_words"),
                FieldPanel("join_link"),
            ],
            heading="Where it is",
        ),
        MultiFieldPanel([FieldPanel("who_for"), FieldPanel("run_by")], heading="Who it is for"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("free"), FieldPanel("cost_words")]),
                FieldRowPanel([FieldPanel("booking"), FieldPanel("booking_note")]),
                FieldPanel("booking_link"),
            ],
            heading="Cost and booking",
        ),
        InlinePanel("access", label="Access fact", heading="Access: what it is like there"),
        MultiFieldPanel(
            [FieldPanel("contact_name"), FieldRowPanel([FieldPanel("phone"), FieldPanel("email")])], heading="Who to ask"
        ),
        FieldPanel("body", heading="More about it"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body"), index.FilterField("last_day")]

    class Meta:
        verbose_name = "event"

    def clean(self) -> None:
        super().clean()
        self.postcode = " ".join(self.postcode.upper().split())

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.last_day = last_day_of(self.patterns, self.closed)
        super().save(*args, **kwargs)

    def publish_problems(self) -> Problems:
        problems = super().publish_problems()
        patterns = [pattern for pattern in self.patterns if pattern.is_complete]
        if not patterns:
            problems["times"] = [NO_TIMES]
        elif never_happens(patterns, the_calendar(), self.closed, timezone.localdate()):
            problems["times"] = [NEVER]
        if self.attend != Attend.ONLINE and not self.town.strip():
            problems["town"] = [NO_TOWN]
        if not (self.phone or self.email):
            problems["phone"] = [NO_CONTACT]
        if self.change and not self.change_note.strip():
            problems["change_note"] = [NO_NOTE]
        return problems

    @property
    def patterns(self) -> list[Pattern]:
        return [row.pattern for row in self.times.all()]

    @property
    def closed(self) -> list[Closed]:
        return [row.closed for row in self.days_off.all() if row.first_day and row.last_day]

    @property
    def is_cancelled(self) -> bool:
        return self.change == Change.CANCELLED

    @property
    def at_place(self) -> bool:
        return self.attend != Attend.ONLINE

    @property
    def is_online(self) -> bool:
        return self.attend != Attend.PLACE

    @property
    def address_lines(self) -> list[str]:
        lines = (self.place_name, self.address, self.town, self.postcode) if self.at_place else ()
        return [line for line in lines if line]

    @property
    def cost(self) -> str:
        return cost_in_words(self.free, self.cost_words)
