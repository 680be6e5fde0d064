"""The public forms as a visitor meets them."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import PageViewRestriction

from localoffer.contact.models import Message
from localoffer.contact.services import SENDING
from tests import factories

pytestmark = pytest.mark.django_db
FORMS = {
    "message": "/contact/",
    "comment": "/contact/comment/",
    "complaint": "/contact/complaint/",
    "problem": "/contact/problem/",
}
GOOD = {"words": "The link is broken.", "name": "Ari", "email": "ari@example.org", "trap": ""}


@pytest.fixture(autouse=True)
def site(home: Any) -> Any:
    return home


def soup(response: Any) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html5lib")


@pytest.mark.parametrize(("kind", "address"), FORMS.items())
def test_each_form_stores_a_message_of_its_kind(kind: str, address: str, client: Any) -> None:
    response = client.post(address, GOOD)
    message = Message.objects.get()
    assert (message.kind, message.words, message.name, message.email) == (kind, GOOD["words"], "Ari", "ari@example.org")
    assert message.page is None
    assert response.status_code == 303
    assert response["Location"] == reverse("contact:sent", args=[message.reference])


@pytest.mark.parametrize("address", FORMS.values())
def test_each_form_is_one_form_with_a_label_on_every_field(address: str, client: Any) -> None:
    response = client.get(address)
    assert response.status_code == 200
    form = soup(response).select_one("main form[method=post]")
    fields = form.select("textarea, input:not([type=hidden])")
    assert {field["name"] for field in fields} == {"words", "name", "email", "trap"}
    for field in fields:
        assert form.select_one(f"label[for={field['id']}]").get_text(strip=True)


@pytest.mark.parametrize("address", FORMS.values())
def test_the_field_for_programs_is_out_of_the_way_of_people(address: str, client: Any) -> None:
    trap = soup(client.get(address)).select_one("[name=trap]")
    assert trap["tabindex"] == "-1"
    assert trap["autocomplete"] == "off"
    assert trap.find_parent(attrs={"aria-hidden": "true"})


def test_looking_at_a_form_stores_nothing(client: Any) -> None:
    for address in FORMS.values():
        client.get(address, GOOD)
    assert not Message.objects.exists()


def test_a_program_that_fills_the_hidden_field_sees_success_and_stores_nothing(client: Any) -> None:
    person, program = client.post("/contact/", GOOD), client.post("/contact/", GOOD | {"trap": "http://example.org"})
    assert Message.objects.count() == 1
    assert program.status_code == person.status_code
    assert client.get(program["Location"]).status_code == 200
    assert program["Location"] != person["Location"]


def test_a_program_does_not_use_up_the_limit(client: Any) -> None:
    for _ in range(SENDING.tries + 1):
        client.post("/contact/", GOOD | {"trap": "x"})
    assert client.post("/contact/", GOOD).status_code == 303


def test_the_sixth_message_of_an_hour_is_refused_and_what_was_typed_is_kept(client: Any) -> None:
    for number in range(SENDING.tries):
        assert client.post(list(FORMS.values())[number % 4], GOOD).status_code == 303
    response = client.post("/contact/", GOOD | {"words": "The sixth one."})
    assert response.status_code == 429
    assert Message.objects.count() == SENDING.tries
    page = soup(response)
    assert page.select_one("[name=words]").get_text().strip() == "The sixth one."
    assert page.select_one("[name=email]")["value"] == "ari@example.org"
    assert "Wait an hour, or call us." in page.select_one("#errors").get_text()
    other = client.post("/contact/", GOOD, REMOTE_ADDR="203.0.113.99")
    assert other.status_code == 303


def test_what_is_wrong_stands_in_a_summary_that_leads_to_the_fields(client: Any) -> None:
    response = client.post("/contact/", {"words": " ", "name": "Ari", "email": "nonsense"})
    assert response.status_code == 422
    assert not Message.objects.exists()
    page = soup(response)
    links = {link["href"]: link.get_text(strip=True) for link in page.select("#errors a")}
    assert links == {"#id_words": "Write your message.", "#id_email": "Write the e-mail address in full, like name@example.org."}
    for target in links:
        assert page.select_one(target)["aria-invalid"] == "true"
        assert links[target] in page.select_one(f"{target}-error").get_text()
    assert page.select_one("[name=name]")["value"] == "Ari"
    assert page.select_one("[name=email]")["value"] == "nonsense"
    assert page.title.get_text().strip().startswith("Error:")


def test_a_form_without_faults_shows_no_summary(client: Any) -> None:
    assert soup(client.get("/contact/")).select_one("#errors") is None


@pytest.mark.parametrize(
    "words",
    [
        "a\x00b",
        "<script>alert(1)</script>",
        "🙂",
        "'; DROP TABLE x; --",
        "{{ 7|add:7 }}",
    ],
)
def test_whatever_is_typed_is_kept_as_words_or_refused_with_words(words: str, client: Any) -> None:
    assert client.post("/contact/", GOOD | {"words": words}).status_code == 303
    stored = Message.objects.get().words
    assert "\x00" not in stored
    assert "<" not in stored


@pytest.mark.parametrize("field", ["name", "email", "trap"])
def test_a_null_character_in_another_field_is_no_fault_of_the_site(field: str, client: Any) -> None:
    assert client.post("/contact/", GOOD | {field: "a\x00b"}).status_code in (303, 422)


def test_what_was_typed_is_shown_again_as_words_and_not_as_markup(client: Any) -> None:
    page = soup(client.post("/contact/", {"words": "</textarea><img src=x onerror=alert(1)>", "email": '"><img src=x>'}))
    assert page.select("main img[src=x]") == []


def test_a_report_about_a_page_names_the_page(site: Any, client: Any) -> None:
    page = factories.InformationPageFactory(parent=site, title="Help with buses")
    address = f"/contact/problem/{page.pk}/"
    assert "Help with buses" in soup(client.get(address)).select_one("main").get_text()
    assert client.post(address, GOOD).status_code == 303
    message = Message.objects.get()
    assert (message.kind, message.page_id, message.about) == ("problem", page.pk, "Help with buses")


def test_a_report_about_a_page_that_nobody_may_see_is_not_found(site: Any, client: Any) -> None:
    draft = factories.InformationPageFactory(parent=site, live=False)
    private = factories.InformationPageFactory(parent=site)
    below = factories.InformationPageFactory(parent=private)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    for number in (draft.pk, private.pk, below.pk, 999999):
        address = f"/contact/problem/{number}/"
        assert client.get(address).status_code == 404
        assert client.post(address, GOOD).status_code == 404
    assert not Message.objects.exists()


def test_the_thank_you_page_shows_the_reference_and_may_be_reloaded(client: Any) -> None:
    address = client.post("/contact/", GOOD)["Location"]
    reference = Message.objects.get().reference
    for _ in range(2):
        response = client.get(address)
        assert response.status_code == 200
        assert reference in soup(response).select_one("main").get_text()
        assert response["X-Robots-Tag"] == "noindex"
    assert Message.objects.count() == 1


@pytest.mark.parametrize("reference", ["SHORT", "0000000", "ACDEFHJK", "acdefhj", "ACDEFH<"])
def test_what_is_no_reference_has_no_thank_you_page(reference: str, client: Any) -> None:
    assert client.get(f"/contact/sent/{reference}/").status_code == 404


def test_a_form_without_its_token_is_refused_with_what_to_do(site: Any) -> None:
    from django.test import Client

    response = Client(enforce_csrf_checks=True).post("/contact/", GOOD)
    assert response.status_code == 403
    assert soup(response).select_one("main h1").get_text(strip=True)
    assert not Message.objects.exists()
