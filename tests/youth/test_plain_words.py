"""A youth page over its limits is published only with a written reason, on every road; drafts may be as they are."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Site

from home.models import InformationPage
from localoffer.pages.publishing import publish_due
from localoffer.people.roles import FORUM_SUPPORTER
from localoffer.readability.models import ReadingLimits
from tests import factories
from tests.pages.ground import form_of, posted_body, told
from youth.models import YouthPage

pytestmark = pytest.mark.django_db

HARD = (
    "<p>Applications for consideration of additional educational provision necessitate comprehensive documentation. "
    "Demonstrating significant developmental difficulties facilitates consideration. Multidisciplinary professionals "
    "subsequently evaluate eligibility. Comprehensive communication remains imperative. Opportunities necessitate "
    "organisational accountability.</p>"
)
EASY = "<p>You can ask us. We will help you. Come and see us when you like. You can bring a friend. It is free.</p>"
LONG = f"<p>{' '.join(['so'] * 21)}.</p>"


def page_saying(parent: Any, html: str, **fields: Any) -> YouthPage:
    """A youth page that is not public, with a draft that says this."""
    page = factories.YouthPageFactory(parent=parent, live=False)
    for name, value in {"body": json.dumps([{"type": "text", "value": html}]), **fields}.items():
        setattr(page, name, value)
    page.save_revision(clean=False)
    return YouthPage.objects.get(pk=page.pk)


def is_public(page: Any) -> bool:
    return YouthPage.objects.get(pk=page.pk).live


def problem(page: Any) -> str:
    return " ".join(page.get_latest_revision_as_object().publish_problems().get("hard_because", []))


@pytest.fixture
def supporter(site_tree: dict[str, Any], person: Callable[..., Any], client: Client) -> Client:
    client.force_login(person(FORUM_SUPPORTER))
    return client


def test_a_plain_page_needs_no_reason(youth_home: Any) -> None:
    page = page_saying(youth_home, EASY)
    page.get_latest_revision().publish()
    assert is_public(page)


def test_a_hard_page_is_refused_in_code_and_says_what_to_do(youth_home: Any) -> None:
    page = page_saying(youth_home, HARD)
    with pytest.raises(ValidationError) as refusal:
        page.get_latest_revision().publish()
    words = " ".join(refusal.value.messages)
    assert "The limit is 11." in words
    assert "Make it plainer" in words
    assert not is_public(page)


def test_with_a_reason_it_is_published_and_the_public_does_not_see_it(youth_home: Any, client: Client) -> None:
    page = page_saying(youth_home, HARD, hard_because="It quotes the law word for word.")
    page.get_latest_revision().publish()
    page = YouthPage.objects.get(pk=page.pk)
    assert page.hard_because == "It quotes the law word for word."
    shown = client.get(page.url).content.decode()
    assert "necessitate" in shown
    assert "It quotes the law" not in shown


def test_a_reason_of_blanks_is_none(youth_home: Any) -> None:
    assert "The limit is 11" in problem(page_saying(youth_home, HARD, hard_because=" \n "))


def test_a_sentence_over_the_limit_needs_a_reason_and_one_at_the_limit_does_not(youth_home: Any) -> None:
    assert "has 21 words. The limit is 20." in problem(page_saying(youth_home, LONG))
    assert problem(page_saying(youth_home, LONG.replace("so so", "so", 1))) == ""


def test_a_schedule_refuses_it_and_says_so(youth_home: Any) -> None:
    page = page_saying(youth_home, HARD)
    now = timezone.now()
    page.revisions.update(approved_go_live_at=now - timedelta(minutes=1))
    assert "The limit is 11." in publish_due(now)
    assert not is_public(page)


def test_bulk_publishing_refuses_it(supporter: Client, site_tree: dict[str, Any]) -> None:
    page = page_saying(site_tree["youth"], HARD)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    back = reverse("wagtailadmin_explore", args=[site_tree["youth"].pk])
    answer = supporter.post(f"{address}?id={page.pk}&next={back}", follow=True)
    assert "The limit is 11." in told(answer)
    assert not is_public(page)


def test_the_form_says_it_at_the_reason_and_keeps_what_was_typed(supporter: Client, site_tree: dict[str, Any]) -> None:
    page = page_saying(site_tree["youth"], EASY)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = posted_body([{"type": "text", "value": HARD}], form_of(supporter, address))
    answer = supporter.post(address, form | {"action-publish": "action-publish"})
    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"hard_because"}
    assert "necessitate" in answer.content.decode()
    assert not is_public(page)
    assert supporter.post(address, form).status_code == 302  # a draft may be as it is
    reason = {"hard_because": "It quotes a letter.", "action-publish": "action-publish"}
    assert supporter.post(address, form | reason).status_code == 302
    assert is_public(page)


def test_a_new_page_is_held_as_well(supporter: Client, site_tree: dict[str, Any]) -> None:
    address = reverse("wagtailadmin_pages:add", args=["youth", "youthpage", site_tree["youth"].pk])
    form = posted_body([{"type": "text", "value": HARD}], form_of(supporter, address))
    form |= {"title": "New", "slug": "new", "summary": "A page.", "action-publish": "action-publish"}
    answer = supporter.post(address, form)
    assert "hard_because" in answer.context["form"].errors
    assert not YouthPage.objects.exists()


def test_the_limits_of_the_site_count(youth_home: Any) -> None:
    page = page_saying(youth_home, HARD)
    ReadingLimits.objects.create(site=Site.objects.get(), youth_grade=18, youth_sentence=60)
    harder = figures_grade(page)
    assert bool(problem(page)) == (harder > 18)
    ReadingLimits.objects.update(youth_grade=6)
    assert "The limit is 11" in problem(page)


def figures_grade(page: Any) -> float:
    from localoffer.readability.measuring import figures_of

    return figures_of(page.get_latest_revision_as_object()).grade


def test_pages_for_everybody_else_need_no_reason(home: Any) -> None:
    page = factories.InformationPageFactory(parent=home, live=False)
    page.body = json.dumps([{"type": "text", "value": HARD.replace("<p>", "<h2>What</h2><p>")}])
    page.save_revision().publish()
    assert InformationPage.objects.get(pk=page.pk).live


def test_other_languages_are_not_judged_by_english_rules(youth_home: Any) -> None:
    page = page_saying(youth_home, HARD)
    polish = Locale.objects.create(language_code="pl")
    draft = page.get_latest_revision_as_object()
    assert draft.publish_problems()
    draft.locale = polish
    assert draft.publish_problems() == {}
