"""Before a consent ends, those who keep consents are told once, without a name."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from localoffer.media.models import Consent
from localoffer.media.services import remind_of_endings
from localoffer.people.roles import COMMUNICATIONS, FORUM_MEMBER, FORUM_SUPPORTER, SITE_ADMINISTRATOR
from localoffer.scheduling.registry import all_jobs
from tests.factories import ConsentFactory

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
NAME = "Zephyrine"


@pytest.fixture
def now() -> datetime:
    return timezone.now()


@pytest.fixture
def keepers(site_tree: dict[str, Any], person: Callable[..., Any]) -> set[str]:
    for role in (COMMUNICATIONS, FORUM_MEMBER):
        person(role)
    person(FORUM_SUPPORTER, email="left@example.org", is_active=False)
    return {
        person(FORUM_SUPPORTER).email,
        person(SITE_ADMINISTRATOR).email,
        person(email="superuser@example.org", is_superuser=True).email,
    }


def ending_in(days: int, **more: Any) -> Consent:
    return ConsentFactory(display_name=NAME, ends_on=timezone.localdate() + days * DAY, **more)


@pytest.mark.parametrize(("days", "told"), [(31, False), (30, True), (29, True), (0, True), (-1, False)])
def test_staff_are_told_thirty_days_before(keepers: set[str], now: datetime, days: int, told: bool) -> None:
    ending_in(days)
    remind_of_endings(now)
    assert bool(mail.outbox) is told


def test_everybody_who_may_change_consents_gets_an_e_mail_of_their_own(keepers: set[str], now: datetime) -> None:
    ending_in(20)
    remind_of_endings(now)
    assert [message.to for message in mail.outbox] != []
    assert {message.to[0] for message in mail.outbox} == keepers
    assert {len(message.to) + len(message.cc) + len(message.bcc) for message in mail.outbox} == {1}


def test_the_e_mail_names_the_record_and_not_the_young_person(keepers: set[str], now: datetime) -> None:
    consent = ending_in(20, how_given="Form in the green folder")
    remind_of_endings(now)
    message = mail.outbox[0]
    whole = f"{message.subject} {message.body} {message.from_email}"
    assert f"Consent {consent.pk}" in whole
    assert f"http://localhost:8000{reverse('wagtailsnippets_media_consent:edit', args=[consent.pk])}" in whole
    assert not re.search(f"{NAME}|green folder", whole)


def test_each_is_told_of_once_however_often_the_work_is_done(keepers: set[str], now: datetime) -> None:
    ending_in(20)
    ending_in(10)
    assert "2 consents that end soon" in remind_of_endings(now)
    assert len(mail.outbox) == len(keepers)
    assert remind_of_endings(now) == remind_of_endings(now + DAY) == ""
    assert len(mail.outbox) == len(keepers)


def test_two_runs_at_once_send_one_e_mail(keepers: set[str], now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second run begins while the first one is about to claim the consent."""
    ending_in(20)
    queryset = type(Consent.objects.all())
    real, ran = queryset.update, []

    def update(self: Any, **values: Any) -> int:
        if "reminded_for" in values and not ran:
            ran.append(True)
            remind_of_endings(now)
        return real(self, **values)

    monkeypatch.setattr(queryset, "update", update)
    remind_of_endings(now)
    assert ran
    assert len(mail.outbox) == len(keepers)


def test_a_new_end_has_a_new_reminder(keepers: set[str], now: datetime) -> None:
    consent = ending_in(20)
    remind_of_endings(now)
    mail.outbox.clear()
    consent.ends_on += 300 * DAY
    consent.reminded_for = timezone.localdate() + 20 * DAY
    consent.save()
    remind_of_endings(now)
    assert mail.outbox == []
    remind_of_endings(now + 300 * DAY)
    assert mail.outbox != []


def test_one_that_was_taken_back_or_has_not_begun_needs_none(keepers: set[str], now: datetime) -> None:
    ending_in(20, withdrawn_on=timezone.localdate())
    ending_in(20, given_on=timezone.localdate() + DAY)
    assert remind_of_endings(now) == ""
    assert mail.outbox == []


def test_an_e_mail_that_fails_is_tried_again(keepers: set[str], now: datetime, settings: Any) -> None:
    ending_in(20)
    settings.EMAIL_BACKEND = "tests.media.test_reminders.Broken"
    with pytest.raises(OSError, match="no connection"):
        remind_of_endings(now)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    remind_of_endings(now)
    assert len(mail.outbox) == len(keepers)


class Broken:
    def __init__(self, **options: Any) -> None:
        pass

    def send_messages(self, messages: Any) -> int:
        raise OSError("no connection")


def test_while_nobody_keeps_consents_nothing_counts_as_told(now: datetime) -> None:
    consent = ending_in(20)
    assert remind_of_endings(now) == ""
    consent.refresh_from_db()
    assert consent.reminded_for is None


def test_it_is_done_by_the_clock() -> None:
    assert {"remind-of-consents", "take-down-ended-consents"} <= {job.name for job in all_jobs()}


@pytest.mark.parametrize(("role", "sees"), [(FORUM_SUPPORTER, True), (COMMUNICATIONS, False), (FORUM_MEMBER, False)])
def test_the_first_page_of_the_admin_shows_them_to_who_keeps_consents(
    site_tree: dict[str, Any], person: Callable[..., Any], client: Client, role: Any, sees: bool
) -> None:
    ending_in(20)
    client.force_login(person(role))
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert (NAME in html) is sees
    assert ("Consents that end soon" in html) is sees


def test_the_first_page_says_nothing_when_none_ends_soon(
    site_tree: dict[str, Any], person: Callable[..., Any], client: Client
) -> None:
    ending_in(31)
    client.force_login(person(FORUM_SUPPORTER))
    assert "Consents that end soon" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_long_list_is_cut_and_leads_to_the_rest(site_tree: dict[str, Any], person: Callable[..., Any], client: Client) -> None:
    for _ in range(12):
        ending_in(20)
    client.force_login(person(FORUM_SUPPORTER))
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert html.count(NAME) == 10
    assert "?state=ending" in html
