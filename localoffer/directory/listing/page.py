"""What the page of a listing shows, in its two voices; and of one that is closed for good."""

from datetime import date
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from localoffer.events.services import the_calendar
from localoffer.media.querysets import read_sizes
from localoffer.pages.contexts import provides_context
from localoffer.pages.keeping import kept
from localoffer.pages.rules import readers_language
from localoffer.seal.models import Award
from localoffer.search.index import related

from .. import rules
from ..cards import cards, words_of
from ..choices import Known, Question
from ..models import ServicePage
from . import facts
from .reading import read_parts, speak
from .structured import structured
from .times import public_name, times_of

MOST_RELATED = 3


@provides_context(ServicePage)
def listing(page: ServicePage, request: HttpRequest) -> dict[str, Any]:
    """All that the listing's templates read; they ask the database nothing."""
    now = timezone.now()
    today = timezone.localdate(now)
    read_parts(page)
    speak(page)
    if page.is_closed_for_good:
        return closed_for_good(page)
    contacts = list(page.contacts.all())
    links = facts.links_of(page)
    times = times_of(page, the_calendar(), now)
    award = Award.objects.shown_on_listing(page.translation_key, today)
    read_sizes([*(row.picture for row in page.pictures.all()), award and award.picture])
    shown = {
        **words_of(page),
        "voice": rules.voice_of(request.GET.get("voice")),
        "contacts": [{"contact": contact, "text": rules.text_link(contact.phone, contact.phone_for)} for contact in contacts],
        "main_phone": facts.first_with(contacts, "phone"),
        "main_email": facts.first_with(contacts, "email"),
        "main_website": facts.first_with(contacts, "website"),
        "places": [{"place": place, "name": public_name(place)} for place in page.places.all()],
        "ways": facts.ways_of(page),
        "times": times,
        "has_calendar": bool(page.pk and times.next and page.live),
        "glance": facts.glance(page, times, today),
        "prices": facts.prices_of(page, today),
        "cost": facts.cost_of(page, today),
        "spaces": facts.spaces_of(page),
        "spaces_true": facts.true_on(page.spaces_true_on, today),
        "start_facts": facts.start_facts(page),
        "getting_in": facts.known(page.getting_in_words),
        "start_unknown": facts.start_unknown(page),
        "before": facts.before(page),
        "you": facts.glance_for_you(page, times, today),
        "pictures": list(page.pictures.all()),
        "answers": facts.answers_of(page),
        "unanswered": len(Question.values) - len({row.question for row in page.answers.all()}),
        "links": links,
        "registrations": list(page.registrations.all()),
        "topics": list(page.topics.all()),
        "needs": list(page.needs.all()),
        "coverage": facts.known(page.coverage_words),
        "takes_others": page.out_of_county == Known.YES,
        "closing": rules.days_in_words(page.closed_from, page.closed_until, today),
        "county": settings.AREA_NAME,
        "award": award,
        "related": like(page, today),
        "structured_data": structured(page, request, today),
    }
    return shown | {"you_before": facts.before_for_you(shown["before"]), "contents": contents(shown, page)}


def closed_for_good(page: ServicePage) -> dict[str, Any]:
    """What it was about, to look for something like it. Search engines learn nothing of it."""
    topics = list(page.topics.all())
    return words_of(page) | {"topics": topics, "first_topic": topics[0] if topics else None, "structured_data": None}


def contents(shown: dict[str, Any], page: ServicePage) -> list[tuple[str, str]]:
    """The (anchor, words) of the sections that the page has."""
    sections = [
        ("about", _("What it is"), page.description or shown["topics"] or page.film_id),
        ("who", _("Who it is for"), True),
        ("start", _("How to start"), True),
        ("cost", _("What it costs"), True),
        ("when", _("When it is on"), True),
        ("where", _("Where it is"), True),
        ("before", _("Before you go"), True),
        ("pictures", _("See the place"), shown["pictures"]),
        ("answers", _("Questions they answered"), shown["answers"]),
        ("contact", _("Contact them"), True),
        ("trust", _("Who checks it"), True),
    ]
    return [(anchor, words) for anchor, words, there in sections if there]


def like(page: ServicePage, today: date) -> list[dict[str, str]]:
    """Up to three services like this one, with the reason why. Read once for each language and kept until a page changes."""
    language = readers_language()

    def read() -> list[dict[str, str]]:
        mine = {term.translation_key: term.name for term in (*page.topics.all(), *page.needs.all())}
        found = []
        for service in cards(related(page.pk, "service", MOST_RELATED), today):
            terms = (*service.topics.all(), *service.needs.all())
            shared = [mine[term.translation_key] for term in terms if term.translation_key in mine]
            why = _("Also about: %(topics)s") % {"topics": ", ".join(shared[:2])} if shared else service.why_here
            found.append({"title": service.title, "url": service.url or "", "why": why})
        return found

    return kept(f"related-{page.pk}-{language}", read) if page.pk else []
