"""Reading a guide: one question a page, what could help at the end, all of it in the address."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from localoffer.guide.models import GuidePage
from tests import factories

pytestmark = pytest.mark.django_db
CHANGED = "The questions have changed, or a part of the link is missing."


def read(client: Client, page: GuidePage, **asked: Any) -> BeautifulSoup:
    response = client.get(page.url, asked)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib")


def heading(soup: BeautifulSoup) -> str:
    return soup.h1.get_text(strip=True)


def links(soup: BeautifulSoup, within: str = "main") -> dict[str, str]:
    return {link.get_text(" ", strip=True): link["href"] for link in soup.select(f"{within} a")}


def test_the_start_shows_the_page_and_the_first_question(client: Client, guide: GuidePage, settings: Any) -> None:
    settings.DEMONSTRATION = False  # a demonstration asks search engines to stay away from every page
    soup = read(client, guide)
    assert heading(soup) == "What could help?"
    assert soup.legend.get_text(strip=True) == "Who is it for?"
    assert soup.title.get_text().startswith("Who is it for? – What could help? – ")
    assert [label.get_text(strip=True) for label in soup.select("label.choice")] == ["My child", "Me", "Money"]
    assert soup.select(".guide-back, .guide-answers, meta[name=robots]") == []


def test_each_answer_is_a_radio_button_with_its_label_and_the_form_works_without_scripts(
    client: Client, guide: GuidePage
) -> None:
    form = read(client, guide, a="1").select_one("form.guide-form")
    assert (form["method"], form["action"]) == ("get", f"{guide.url}#main")
    assert form.select_one("[name=a]")["value"] == "1"
    for radio in form.select("[type=radio]"):
        assert radio["name"] == "pick"
        assert form.select_one(f"label[for={radio['id']}]")
    assert form.select("script") == []


def test_an_answer_goes_to_the_clean_address_of_what_follows(client: Client, guide: GuidePage) -> None:
    response = client.get(guide.url, {"a": "", "sent": "1", "pick": "1"})
    assert (response.status_code, response["Location"]) == (302, f"{guide.url}?a=1")
    soup = read(client, guide, a="1")
    assert heading(soup) == "How old is your child?"
    assert soup.select_one(".chip").get_text(strip=True) == "Question 2"
    assert soup.title.get_text().startswith("How old is your child? – ")


def test_answers_so_far_can_be_changed_and_back_leads_one_step_back(client: Client, guide: GuidePage) -> None:
    soup = read(client, guide, a="1.1")
    assert heading(soup) == "Help with sleep"
    assert [part.get_text(strip=True) for part in soup.select(".guide-answers dt")] == [
        "Who is it for?",
        "How old is your child?",
    ]
    found = links(soup)
    assert found["Back"] == f"{guide.url}?a=1#main"
    assert found["Change your answer to “Who is it for?”"] == f"{guide.url}#main"
    assert found["Change your answer to “How old is your child?”"] == f"{guide.url}?a=1#main"
    assert found["Start again"] == f"{guide.url}#main"


def test_answered_steps_are_not_for_search_engines_and_name_the_page_as_their_source(
    client: Client, guide: GuidePage, settings: Any
) -> None:
    settings.DEMONSTRATION = False
    soup = read(client, guide, a="2")
    assert soup.select_one("meta[name=robots]")["content"] == "noindex"
    assert soup.select_one("link[rel=canonical]")["href"] == guide.full_url


@pytest.mark.parametrize("asked", [{"sent": "1"}, {"pick": ""}, {"pick": "9"}, {"pick": "0"}, {"pick": "\x00"}, {"pick": "1.1"}])
def test_no_answer_or_one_that_is_not_there_keeps_the_page_and_says_what_to_do(
    client: Client, guide: GuidePage, asked: dict[str, str]
) -> None:
    soup = read(client, guide, a="1", **asked)
    assert heading(soup) == "How old is your child?"
    assert soup.title.get_text().startswith("Error: ")
    link = soup.select_one(".errors a")
    assert link.get_text(strip=True) == "Choose one answer. If none fits, choose the closest."
    assert soup.select_one(link["href"])["type"] == "radio"
    assert "pick-error" in soup.fieldset["aria-describedby"]
    assert soup.select_one("#pick-error")


def test_an_answer_may_lead_straight_to_a_page(client: Client, guide: GuidePage, there: Any) -> None:
    assert client.get(guide.url, {"sent": "1", "pick": "3"})["Location"] == there.url
    assert client.get(guide.url, {"a": "3"})["Location"] == there.url


def test_an_answer_may_lead_straight_to_a_search(client: Client, guide: GuidePage, directory: Any) -> None:
    response = client.get(guide.url, {"a": "1", "sent": "1", "pick": "2"})
    assert response["Location"] == f"{directory.url}?q=youth+club"


@pytest.mark.parametrize("how", ["closed", "private", "deleted"])
def test_an_answer_to_a_page_that_went_away_says_whom_to_call(client: Client, guide: GuidePage, there: Any, how: str) -> None:
    if how == "closed":
        there.unpublish()
    elif how == "private":
        PageViewRestriction.objects.create(page=there, restriction_type=PageViewRestriction.LOGIN)
    else:
        there.delete()
    soup = read(client, guide, a="3")
    assert heading(soup) == "Talk to someone"
    assert "not here any more" in soup.main.get_text()
    assert links(soup)["Back"] == f"{guide.url}#main"


@pytest.mark.parametrize(
    ("path", "kept"),
    [("1.9", "How old is your child?"), ("x", "Who is it for?"), ("2.1", "Start with a talk"), ("1." * 1000, None)],
)
def test_a_path_that_does_not_fit_goes_on_from_where_it_fits(
    client: Client, guide: GuidePage, settings: Any, path: str, kept: str | None
) -> None:
    settings.DEMONSTRATION = False
    soup = read(client, guide, a=path)
    assert CHANGED in soup.main.get_text()
    assert soup.select_one("meta[name=robots]")["content"] == "noindex"
    if kept:
        assert kept in {heading(soup), soup.legend.get_text(strip=True) if soup.legend else ""}


def test_an_answer_on_a_path_that_does_not_fit_is_not_taken_for_another_question(client: Client, guide: GuidePage) -> None:
    soup = read(client, guide, a="1.7", sent="1", pick="1")
    assert heading(soup) == "How old is your child?"
    assert CHANGED in soup.main.get_text()


@pytest.mark.parametrize("name", ["a", "pick"])
@pytest.mark.parametrize("value", ["\x00", "😀", "9" * 2000, "<script>alert(1)</script>", "-1", "1e9", "١", "1.1.1.1"])
def test_whatever_is_in_the_address_there_is_an_answer_without_markup(
    client: Client, guide: GuidePage, name: str, value: str
) -> None:
    response = client.get(guide.url, {name: [value, value]})
    assert response.status_code == 200
    assert b"alert(1)" not in response.content


def test_no_cookie_is_set(client: Client, guide: GuidePage) -> None:
    for asked in ({}, {"a": "1"}, {"a": "1", "sent": "1"}, {"a": "1", "pick": "1"}):
        assert not client.get(guide.url, asked).cookies


# --- What could help -------------------------------------------------------------------------


@pytest.fixture
def services(directory: Any) -> list[Any]:
    return [factories.ServicePageFactory(parent=directory, title=f"Service {name}") for name in "ABC"]


def test_chosen_services_are_shown_in_their_order_without_those_the_public_may_not_see(
    client: Client, make: Any, fields: dict[str, Any], services: list[Any]
) -> None:
    first, draft, closed = services
    draft.unpublish()
    last = factories.ServicePageFactory(parent=draft.get_parent(), title="Service D")
    closed.status = "closed"
    closed.save()
    fields["outcomes"][0]["services"] = [last.pk, draft.pk, closed.pk, first.pk, 99999]
    soup = read(client, make(), a="2")
    assert [card.get_text(strip=True) for card in soup.select(".service-name")] == ["Service D", "Service A"]


def test_a_chosen_service_shows_its_seal(client: Client, make: Any, fields: dict[str, Any], services: list[Any]) -> None:
    today = timezone.localdate()
    factories.AwardFactory(listing=services[0], given_on=today, ends_on=today.replace(year=today.year + 1, day=1))
    fields["outcomes"][0]["services"] = [services[0].pk]
    assert len(read(client, make(), a="2").select("img.seal")) == 1


def test_chosen_pages_that_the_public_may_see_are_linked(
    client: Client, make: Any, fields: dict[str, Any], home: Any, there: Any
) -> None:
    draft = factories.InformationPageFactory(parent=home, title="Draft", live=False)
    fields["outcomes"][0]["pages"] = [draft.pk, there.pk, 99999]
    assert links(read(client, make(), a="2"), "section[aria-labelledby=pages]") == {"Money": there.url}


def asked_by(soup: BeautifulSoup) -> list[dict[str, list[str]]]:
    return [parse_qs(urlsplit(link["href"]).query) for link in soup.select("section[aria-labelledby=searches] a")]


def test_searches_keep_to_the_age_that_was_answered_unless_they_have_their_own(
    client: Client, make: Any, fields: dict[str, Any], stage: Any
) -> None:
    topic, need = factories.TopicFactory(slug="family-support"), factories.NeedFactory(slug="sleep")
    grown = factories.AgeStageFactory(slug="16-25", minimum_age=16, maximum_age=25)
    wanted = [
        {"label": "All", "words": "sleep & rest", "topic": topic.pk, "need": need.pk},
        {"label": "Grown", "words": "sleep", "age": grown.pk},
    ]
    for outcome in fields["outcomes"]:
        outcome["searches"] = wanted
    page = make()
    assert asked_by(read(client, page, a="1.1")) == [
        {"q": ["sleep & rest"], "topic": ["family-support"], "need": ["sleep"], "age": ["0-4"]},
        {"q": ["sleep"], "age": ["16-25"]},
    ]
    assert asked_by(read(client, page, a="2"))[0] == {"q": ["sleep & rest"], "topic": ["family-support"], "need": ["sleep"]}


def test_a_term_that_is_no_longer_used_is_left_out_of_a_search(client: Client, make: Any, fields: dict[str, Any]) -> None:
    topic = factories.TopicFactory(retired=True)
    fields["outcomes"][0]["searches"] = [{"label": "All", "words": "sleep", "topic": topic.pk}]
    assert asked_by(read(client, make(), a="2")) == [{"q": ["sleep"]}]


def test_without_a_directory_no_search_is_offered(client: Client, make: Any, fields: dict[str, Any], directory: Any) -> None:
    fields["outcomes"][0]["searches"] = [{"label": "All", "words": "sleep"}]
    page = make()
    directory.delete()
    assert asked_by(read(client, page, a="2")) == []
    assert heading(read(client, page, a="1.2")) == "Talk to someone"


@pytest.mark.parametrize("urgent", [True, False])
def test_the_numbers_for_help_at_once_come_with_an_urgent_outcome(
    client: Client, make: Any, fields: dict[str, Any], urgent: bool
) -> None:
    fields["outcomes"][0]["urgent"] = urgent
    assert len(read(client, make(), a="2").select("a[href='tel:999']")) == urgent


def test_an_outcome_with_many_services_and_pages_asks_no_more_often_than_with_one(
    client: Client, make: Any, fields: dict[str, Any], directory: Any, home: Any
) -> None:
    services = [factories.ServicePageFactory(parent=directory) for _ in range(9)]
    pages = [factories.InformationPageFactory(parent=home) for _ in range(9)]
    topics = [factories.TopicFactory() for _ in range(9)]

    def number(many: int) -> int:
        fields["outcomes"][0] |= {
            "services": [page.pk for page in services[:many]],
            "pages": [page.pk for page in pages[:many]],
            "searches": [{"label": "All", "topic": topic.pk} for topic in topics[:many]],
        }
        page = make(slug=f"guide-{many}")
        client.get(page.url)  # what is kept is read now
        with CaptureQueriesContext(
            connection,
        ) as queries:
            soup = read(client, page, a="2")
        assert len(soup.select(".service-name")) == many
        return len(queries)

    assert number(9) == number(1)
