"""The public statement: the law's words unchanged, the list, the status that follows from it, and the yearly review."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from localoffer.accessibility.choices import Reason
from localoffer.accessibility.models import AccessibilityProblem, StatementSettings
from localoffer.accessibility.services import remind_of_review
from localoffer.navigation.models import SiteDetails
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

LAW = "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018"
# From the sample statement of GOV.UK, where each is marked as required by law.
REQUIRED = (
    "This accessibility statement applies to testserver.",
    f"The Equality and Human Rights Commission (EHRC) is responsible for enforcing the {LAW} (the ‘accessibility regulations’). "
    "If you’re not happy with how we respond to your complaint, contact the Equality Advisory and Support Service (EASS).",
    f"Oxbridge County Council is committed to making its website accessible, in accordance with the {LAW}.",
    "The content listed below is non-accessible for the following reasons.",
    "This statement was prepared on 1 October 2025.",
    "It was last reviewed on 2 October 2025.",
)
STANDARD = "compliant with the Web Content Accessibility Guidelines version 2.2 AA standard"


@pytest.fixture
def settings_of_statement(home: Any) -> StatementSettings:
    found = StatementSettings.for_site(Site.objects.get())
    found.organisation = "Oxbridge County Council"
    found.tested_on = date(2025, 9, 1)
    found.tested_by = "the web team"
    found.prepared_on, found.reviewed_on = date(2025, 10, 1), date(2025, 10, 2)
    found.save()
    return found


def problem(**fields: Any) -> AccessibilityProblem:
    given = {"problem": "The map has no words.", "affected": "People who cannot see it", "criterion": "1.1.1"}
    return AccessibilityProblem.objects.create(**given | {"mend_by": date(2026, 6, 1)} | fields)


def words(client: Client) -> str:
    answer = client.get("/accessibility-statement/")
    assert answer.status_code == 200
    return " ".join(BeautifulSoup(answer.content, "html5lib").main.get_text().split())


def test_the_words_that_the_law_asks_for_stand_there_unchanged(settings_of_statement: Any, client: Client) -> None:
    problem()
    page = words(client)
    assert [sentence for sentence in REQUIRED if sentence not in page] == []
    for heading in ("Non-compliance with the accessibility regulations", "Disproportionate burden", "Compliance status"):
        assert heading in page
    assert "last tested on 1 September 2025 against the WCAG 2.2 AA standard. The test was carried out by the web team." in page


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        ([], f"This website is fully {STANDARD}."),
        (["not-compliant"], f"This website is partially {STANDARD}, due to the non-compliances listed below."),
        (["out-of-scope"], f"This website is partially {STANDARD}, due to the exemptions listed below."),
        (["not-compliant", "burden"], f"partially {STANDARD}, due to the non-compliances and exemptions listed below."),
    ],
    ids=["none", "one", "left out", "both"],
)
def test_the_status_follows_from_the_list(settings_of_statement: Any, client: Client, reasons: list[str], said: str) -> None:
    for reason in reasons:
        problem(reason=reason)
    assert said in words(client)


def test_an_untested_website_says_so_and_nothing_better(settings_of_statement: Any, client: Client) -> None:
    StatementSettings.objects.update(tested_on=None)
    page = words(client)
    assert f"partially {STANDARD}, due to the non-compliances listed below." in page
    assert "has not been tested yet" in page


def test_a_problem_stands_there_with_all_that_the_law_asks_until_it_is_mended(settings_of_statement: Any, client: Client) -> None:
    one = problem(instead="Call us.", problem="<b>The map</b> has no words.")
    page = words(client)
    for part in ("<b>The map</b> has no words.", "People who cannot see it", "Call us.", "1.1.1 Non-text Content", "1 June 2026"):
        assert part in page
    AccessibilityProblem.objects.filter(pk=one.pk).update(mended_on=date(2026, 5, 1))
    assert "The map" not in words(client)


def test_a_new_site_without_any_settings_has_a_statement_that_claims_nothing(home: Any, client: Client) -> None:
    page = words(client)
    assert "Local Offer is committed" in page
    assert "When this statement was prepared: not known yet." in page
    assert f"fully {STANDARD}" not in page


def test_the_ways_to_reach_us_are_those_of_the_site_and_a_form(settings_of_statement: Any, client: Client) -> None:
    details = SiteDetails.for_site(Site.objects.get())
    details.contact_phone, details.contact_email = "01632 960900", "help@example.org"
    details.save()
    answer = client.get("/accessibility-statement/").content.decode().split("<main")[1].split("</main>")[0]
    assert 'href="tel:' in answer
    assert "mailto:help@example.org" in answer
    assert 'href="/contact/"' in answer


def test_a_hundred_problems_ask_the_database_as_often_as_one(settings_of_statement: Any, client: Client) -> None:
    def asked() -> int:
        client.get("/accessibility-statement/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/accessibility-statement/")
        return len(captured)

    problem()
    with_one = asked()
    AccessibilityProblem.objects.bulk_create(AccessibilityProblem(problem=f"No. {number}") for number in range(99))
    assert asked() == with_one


WHOLE = {"problem": "The map.", "affected": "Some", "criterion": "1.1.1", "mend_by": date(2026, 6, 1)}


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"criterion": ""}, "criterion"),
        ({"mend_by": None}, "mend_by"),
        ({"reason": Reason.BURDEN, "mend_by": None}, "why"),
        ({"reason": Reason.OUT_OF_SCOPE, "criterion": "", "mend_by": None}, "why"),
    ],
    ids=["no criterion", "no day", "no grounds for a burden", "no grounds for leaving it out"],
)
def test_a_problem_without_what_the_law_asks_for_is_refused(fields: dict[str, Any], missing: str) -> None:
    with pytest.raises(ValidationError) as refused:
        AccessibilityProblem(**WHOLE | fields).full_clean()
    assert set(refused.value.message_dict) == {missing}


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"reason": Reason.BURDEN, "mend_by": None, "why": "It costs more than it helps."},
        {"reason": Reason.OUT_OF_SCOPE, "criterion": "", "mend_by": None, "why": "A map."},
    ],
    ids=["not compliant", "burden", "out of scope"],
)
def test_a_whole_problem_may_be_saved(fields: dict[str, Any]) -> None:
    AccessibilityProblem(**WHOLE | fields).full_clean()


def test_the_settings_refuse_a_review_before_the_statement_and_a_claim_of_full_compliance(settings_of_statement: Any) -> None:
    settings_of_statement.full_clean()
    settings_of_statement.reviewed_on = date(2025, 9, 30)
    settings_of_statement.claim = "fully"
    with pytest.raises(ValidationError) as refused:
        settings_of_statement.full_clean()
    assert set(refused.value.message_dict) == {"reviewed_on", "claim"}


def test_administrators_are_reminded_once_a_month_when_the_review_is_more_than_a_year_old(settings_of_statement: Any) -> None:
    UserFactory(email="admin@example.org", is_superuser=True)
    UserFactory(email="other@example.org")

    def sent(*day: int) -> list[list[str]]:
        mail.outbox.clear()
        remind_of_review(datetime(*day, 9, tzinfo=UTC))
        return [message.to for message in mail.outbox]

    assert sent(2026, 10, 2) == []
    assert sent(2026, 10, 3) == [["admin@example.org"]]
    assert "last reviewed on 2 October 2025" in mail.outbox[0].body
    assert "/admin/settings/accessibility/statementsettings/" in mail.outbox[0].body
    assert sent(2026, 11, 2) == []
    assert sent(2026, 11, 3) == [["admin@example.org"]]
    StatementSettings.objects.update(reviewed_on=date(2026, 11, 4))
    assert sent(2027, 1, 4) == []
