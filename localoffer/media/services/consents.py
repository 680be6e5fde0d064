"""Taking a consent back, taking down what rests on it, and telling staff before one ends."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page

from localoffer.people.models import User

from .. import rules
from ..models import Consent, CustomImage, SaysSomebodysWords
from ..models.using import resting_on
from ..rules.consents import wrong_dates
from .renditions import remove_renditions

MAY_KEEP = "media.change_consent"
LOOK_BACK = timedelta(days=31)  # for how long after the end the copies are looked for: a month without the timer is mended


class ConsentRefused(Exception):
    """Why a consent could not be taken back: sentences by field ("" for none)."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = problems


@transaction.atomic
def take_back(*, consent: Consent, on: date, note: str, user: User, today: date) -> Consent:
    """Takes the consent back from that day. What rests on it is gone from the site when this is committed.

    Raises ConsentRefused, and changes nothing, for a day that has not come or was before it was given, and when it
    was taken back already.
    """
    kept = Consent.objects.select_for_update().get(pk=consent.pk)
    if kept.withdrawn_on is not None:
        raise ConsentRefused({"": f"This consent was already taken back, on {kept.withdrawn_on:%-d %B %Y}."})
    problems = wrong_dates(given_on=kept.given_on, ends_on=kept.ends_on, decided_on=None, withdrawn_on=on, today=today)
    if "withdrawn_on" in problems:
        raise ConsentRefused({"withdrawn_on": problems["withdrawn_on"]})
    kept.withdrawn_on, kept.withdrawn_note = on, note
    kept.save(update_fields=["withdrawn_on", "withdrawn_note"])  # signal_handlers take down what rests on it
    log(instance=kept, action="media.take_back", user=user, data={"on": on.isoformat()})
    return kept


@transaction.atomic
def take_down(*, consent: Consent, today: date) -> None:
    """Removes the copies of pictures that may no longer be shown, and takes down pages in the person's own words.

    Pages that show a picture or film stay: they ask at each showing. So does the serving of files.
    """
    for thing in resting_on(consent):
        if isinstance(thing, CustomImage) and not thing.may_be_shown(today):
            remove_renditions(thing)
        is_story = isinstance(thing, Page) and isinstance(thing, SaysSomebodysWords)
        if is_story and thing.live and not thing.words_may_be_shown(today):
            thing.unpublish()


def take_down_ended(now: datetime) -> str:
    """For consents whose last day has passed. Nothing of theirs has shown since; this removes the copies as well."""
    today = timezone.localdate(now)
    for consent in Consent.objects.filter(ends_on__lt=today, ends_on__gte=today - LOOK_BACK):
        take_down(consent=consent, today=today)
    return ""


def remind_of_endings(now: datetime) -> str:
    """Writes once, to all who may change consents, which ones end within a month. By reference: no name is sent.

    A consent counts as told of before the e-mail goes, by one UPDATE that only one run can win; when the e-mail
    cannot be sent, it counts as not told of again, and the error is raised.
    """
    today = timezone.localdate(now)
    people = User.objects.who_may(MAY_KEEP)
    if not people:
        return ""
    due = [
        consent
        for consent in Consent.objects.ending_from(today).without_reminder()
        if Consent.objects.filter(pk=consent.pk).without_reminder().update(reminded_for=F("ends_on"))
    ]
    if not due:
        return ""
    try:
        get_connection().send_messages(list(_reminders(due, people)))
    except Exception:
        Consent.objects.filter(pk__in=[consent.pk for consent in due]).update(reminded_for=None)
        raise
    return f"{len(due)} consent{'s' if len(due) > 1 else ''} that end{'' if len(due) > 1 else 's'} soon: staff were told"


def _reminders(consents: list[Consent], people: Iterable[User]) -> Iterable[EmailMessage]:
    """One e-mail for each person, so that nobody sees the address of another."""
    lines = "\n".join(
        f"{consent.reference} ends on {consent.ends_on:%-d %B %Y}: "
        f"{settings.WAGTAILADMIN_BASE_URL}{reverse('wagtailsnippets_media_consent:edit', args=[consent.pk])}"
        for consent in consents
    )
    subject = "A consent ends soon" if len(consents) == 1 else f"{len(consents)} consents end soon"
    body = (
        f"After its last day the site no longer shows what rests on a consent.\n\n{lines}\n\n"
        "Ask the young person whether they still agree. If they do, record a new consent and link it. "
        "If they do not, or you cannot reach them, put something else in its place.\n\n"
        f"This comes once for each consent, {rules.DAYS_BEFORE_THE_END} days before it ends."
    )
    return [EmailMessage(subject=subject, body=body, to=[person.email]) for person in people]
