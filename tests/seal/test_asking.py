"""A service asks for a visit, a young person suggests a place: private, limited, nothing typed is lost."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.test import Client

from localoffer.plainlanguage.rules import reading_grade
from localoffer.seal.models import VisitRequest
from tests import factories

pytestmark = pytest.mark.django_db

ASKS = {"place_name": "Saturday Club, Didcot", "words": "We have beanbags.", "name": "Jo", "email": "jo@example.org", "phone": ""}
SUGGESTS = {"place_name": "The library", "words": "It is quiet."}
FORMS = {"/seal/ask/": ASKS, "/seal/suggest/": SUGGESTS}


def send(client: Client, address: str, status: int = 303, **changes: str) -> Any:
    what = next(typed for start, typed in FORMS.items() if address.startswith(start))
    answer = client.post(address, what | changes)
    assert answer.status_code == status, answer.content.decode()[-3000:]
    return answer


def errors(answer: Any) -> dict[str, list[str]]:
    return dict(answer.context["form"].errors)


def test_a_service_asks_for_a_visit(client: Client, directory: Any) -> None:
    answer = send(client, "/seal/ask/")
    asked = VisitRequest.objects.get()
    assert (asked.asked_by, asked.place_name, asked.words) == ("service", "Saturday Club, Didcot", "We have beanbags.")
    assert (asked.name, asked.email, asked.phone, asked.listing_key) == ("Jo", "jo@example.org", "", None)
    assert answer["Location"] == f"/seal/sent/{asked.reference}/"
    thanks = client.get(answer["Location"])
    assert asked.reference in thanks.content.decode()
    assert thanks["X-Robots-Tag"] == "noindex"


def test_a_young_person_suggests_a_place_and_need_not_say_who_they_are(client: Client, directory: Any) -> None:
    send(client, "/seal/suggest/", name="Jo Surname", email="jo@example.org", phone="01632 960123")
    asked = VisitRequest.objects.get()
    assert (asked.asked_by, asked.place_name, asked.words) == ("young_person", "The library", "It is quiet.")
    assert (asked.name, asked.email, asked.phone) == ("", "", "")


def test_a_young_person_is_asked_two_things_only(client: Client, directory: Any) -> None:
    form = client.get("/seal/suggest/").context["form"]
    assert [field.name for field in form.shown_fields] == ["place_name", "words"]


@pytest.mark.parametrize("start", FORMS)
def test_on_a_listings_own_form_the_place_is_known(client: Client, club: Any, start: str) -> None:
    address = f"{start}{club.pk}/"
    page = client.get(address)
    assert "Saturday Club" in page.content.decode()
    assert "place_name" not in page.context["form"].fields
    answer = client.post(address, {name: typed for name, typed in FORMS[start].items() if name != "place_name"})
    assert answer.status_code == 303
    asked = VisitRequest.objects.get()
    assert (asked.place_name, asked.listing_key) == ("Saturday Club", club.translation_key)


@pytest.mark.parametrize("start", FORMS)
def test_only_listings_that_the_public_can_find_have_a_form(client: Client, club: Any, start: str) -> None:
    assert client.get(f"{start}{club.get_parent().pk}/").status_code == 404
    assert client.get(f"{start}99999999/").status_code == 404
    assert client.get(f"{start}99999999999999999999999/").status_code == 404
    club.unpublish()
    assert client.get(f"{start}{club.pk}/").status_code == 404
    assert client.post(f"{start}{club.pk}/", FORMS[start]).status_code == 404
    assert not VisitRequest.objects.exists()


@pytest.mark.parametrize(("email", "phone"), [("jo@example.org", ""), ("", "01632 960123"), ("jo@example.org", "01632 960123")])
def test_an_e_mail_address_or_a_number_is_enough(client: Client, directory: Any, email: str, phone: str) -> None:
    send(client, "/seal/ask/", email=email, phone=phone)
    asked = VisitRequest.objects.get()
    assert (asked.email, asked.phone) == (email, phone)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("email", "", "Write an e-mail address or a telephone number, so that the forum can answer."),
        ("email", "jo", "Write the e-mail address in full, like name@example.org."),
        ("phone", "call me", "Write the number in figures, like 01632 960123."),
        ("name", " ", "Write your name, so that the forum knows whom to ask for."),
        ("name", "x" * 101, "You wrote 101 letters. Shorten it to 100."),
        ("place_name", "\x00", "Write the name of the service."),
        ("place_name", "x" * 151, "You wrote 151 letters. Shorten it to 150."),
        ("words", "<p></p>", "Write why the young people should visit."),
        ("words", "x" * 50_000, "You wrote 50000 letters. Shorten it to 2000."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    client: Client, directory: Any, field: str, value: str, sentence: str
) -> None:
    answer = send(client, "/seal/ask/", status=422, **{field: value})
    assert errors(answer) == {field: [sentence]}
    assert "We have beanbags." in answer.content.decode() or field == "words"
    assert not VisitRequest.objects.exists()


@pytest.mark.parametrize(
    ("field", "sentence"), [("place_name", "Write the name of the place."), ("words", "Write what you like there.")]
)
def test_a_young_person_is_told_plainly_what_is_missing(client: Client, directory: Any, field: str, sentence: str) -> None:
    assert errors(send(client, "/seal/suggest/", status=422, **{field: ""})) == {field: [sentence]}


@pytest.mark.parametrize("start", FORMS)
def test_a_program_that_fills_the_hidden_field_is_thanked_and_not_heard(client: Client, directory: Any, start: str) -> None:
    answer = send(client, start, trap="buy")
    assert client.get(answer["Location"]).status_code == 200
    assert not VisitRequest.objects.exists()


@pytest.mark.parametrize("start", FORMS)
def test_the_sixth_within_an_hour_waits_and_keeps_its_words(client: Client, directory: Any, start: str) -> None:
    for _ in range(5):
        send(client, start)
    answer = send(client, start, status=429, words="My sixth.")
    assert "Wait an hour" in answer.content.decode()
    assert "My sixth." in answer.content.decode()
    assert VisitRequest.objects.count() == 5


@pytest.mark.parametrize("start", FORMS)
def test_a_form_without_its_token_is_refused(directory: Any, start: str) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(start, FORMS[start]).status_code == 403
    assert not VisitRequest.objects.exists()


def test_what_was_sent_is_plain_text_and_shows_on_no_public_page(client: Client, club: Any) -> None:
    send(client, f"/seal/suggest/{club.pk}/", words="<script>alert(1)</script>Zebra 😀 مرحبا")
    assert VisitRequest.objects.get().words == "alert(1)Zebra 😀 مرحبا"
    for address in ("/seal/", club.url, f"{club.url}?voice=you", "/seal/criteria/"):
        assert "Zebra" not in client.get(address).content.decode()
    assert mail.outbox == []


@pytest.mark.parametrize("reference", ["x", "ACDEFH", "ACDEFHJK", "acdefhj", "%00%00%00"])
def test_thanks_are_only_said_for_what_could_be_a_reference(client: Client, directory: Any, reference: str) -> None:
    assert client.get(f"/seal/sent/{reference}/").status_code == 404


def test_the_form_says_who_reads_it(client: Client, directory: Any) -> None:
    assert "Adults who help the SEND Youth Forum read it first." in client.get("/seal/suggest/").content.decode()
    assert "read what you send" in client.get("/seal/ask/").content.decode()


def test_only_the_forms_set_a_cookie_and_only_that_of_the_token(client: Client, club: Any) -> None:
    factories.CriteriaFactory()
    for address in ("/seal/", "/seal/criteria/", club.url):
        assert client.get(address).cookies == {}
    assert set(client.get("/seal/suggest/").cookies) == {"csrftoken"}


def test_the_form_for_young_people_reads_easily(client: Client, directory: Any) -> None:
    html = client.get("/seal/suggest/").content.decode()
    words = BeautifulSoup(html, "html5lib").main.get_text(". ")
    assert reading_grade(words) <= 5
