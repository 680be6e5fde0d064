"""Who keeps the calendar in the admin."""

from typing import Any

import pytest
from django.urls import reverse

from localoffer.events.models import BankHoliday, SchoolTerm
from localoffer.people.roles import COMMUNICATIONS, DIRECTORY_EDITOR, FORUM_SUPPORTER, READER

pytestmark = pytest.mark.django_db
TERMS, HOLIDAYS = "wagtailsnippets_events_schoolterm", "wagtailsnippets_events_bankholiday"


@pytest.mark.parametrize("role", [DIRECTORY_EDITOR, COMMUNICATIONS], ids=lambda role: role.name)
def test_editors_of_services_and_news_keep_terms_and_bank_holidays(role: Any, site_tree: Any, person: Any, client: Any) -> None:
    client.force_login(person(role))
    client.post(reverse(f"{TERMS}:add"), {"name": "Autumn", "first_day": "2026-09-02", "last_day": "2026-10-23"})
    client.post(reverse(f"{HOLIDAYS}:add"), {"day": "2026-12-25", "name": "Christmas Day"})
    assert str(SchoolTerm.objects.get()) == "Autumn"
    assert str(BankHoliday.objects.get()) == "Christmas Day, 25 December 2026"
    assert b"Calendar" in client.get(reverse("wagtailadmin_home")).content
    assert b"Autumn" in client.get(reverse(f"{TERMS}:list")).content


@pytest.mark.parametrize("role", [FORUM_SUPPORTER, READER], ids=lambda role: role.name)
def test_others_do_not(role: Any, site_tree: Any, person: Any, client: Any) -> None:
    client.force_login(person(role))
    client.post(reverse(f"{TERMS}:add"), {"name": "Autumn", "first_day": "2026-09-02", "last_day": "2026-10-23"})
    client.post(reverse(f"{HOLIDAYS}:add"), {"day": "2026-12-25", "name": "Christmas Day"})
    assert not SchoolTerm.objects.exists()
    assert not BankHoliday.objects.exists()


def test_a_term_that_runs_into_another_is_refused_with_the_reason(site_tree: Any, person: Any, client: Any) -> None:
    client.force_login(person(DIRECTORY_EDITOR))
    for name in ("Autumn", "Again"):
        answer = client.post(reverse(f"{TERMS}:add"), {"name": name, "first_day": "2026-09-02", "last_day": "2026-10-23"})
    assert "run into “Autumn”, 2 September 2026" in answer.content.decode()
    assert SchoolTerm.objects.count() == 1
