"""The words of a listing's rows in other languages: translated with the listing; numbers and prices stay the English ones."""

from decimal import Decimal
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from localoffer.directory.models import ServiceAccess, ServiceAnswer, ServiceContact, ServiceCost, ServicePage
from localoffer.languages.finding import facts_of
from tests import factories
from tests.languages.ground import translate
from tests.languages.translating import publish, say, send

from .whole import feature

pytestmark = pytest.mark.django_db
WORDS = {
    "Club leader": "Kierownik klubu",
    "Best before 3pm.": "Najlepiej przed 15.",
    "The ramp is at the side.": "Podjazd jest z boku.",
    "Play session": "Zajęcia",
    "child": "dziecko",
    "Children gain friends.": "Dzieci zyskują przyjaciół.",
}


@pytest.fixture
def club(home: Any, listing: Any) -> Any:
    translate(home, "pl", title="Strona")
    return listing(
        "Saturday club",
        free="no",
        at_places=True,
        contacts=[ServiceContact(name="Club leader", phone="01632 960123", note="Best before 3pm.")],
        access=[ServiceAccess(feature=feature("Ramp"), answer="yes", note="The ramp is at the side.")],
        costs=[
            ServiceCost(option="Play session", amount=Decimal("4.50"), unit="child"),
            ServiceCost(option="Trip", amount=Decimal("9"), unit="child"),
        ],
        answers=[ServiceAnswer(question="aims", answer="Children gain friends.")],
    )


def polish(page: Any, words: dict[str, str] = WORDS) -> Any:
    """The page in Polish, made by wagtail-localize, with these words."""
    job = send(page)
    say(job, words)
    return publish(job)


def read(client: Client, page: Any, code: str = "/pl") -> BeautifulSoup:
    return BeautifulSoup(client.get(f"{code}{page.url}").content, "html5lib")


def words(element: Any) -> str:
    return " ".join(element.get_text(" ").split())


def test_notes_and_answers_are_said_in_the_readers_language(client: Client, club: Any) -> None:
    polish(club)
    page = read(client, club)
    contact, before, answers = (page.select_one(f"[aria-labelledby={name}]") for name in ("contact", "before", "answers"))
    assert "Kierownik klubu" in words(contact)
    assert "Najlepiej przed 15." in words(contact)
    assert "Podjazd jest z boku." in words(before)
    assert "Dzieci zyskują przyjaciół." in words(answers)
    assert not contact.select("[lang=en-GB]")
    assert answers.select_one(".prose").get("lang") is None


def test_a_price_has_translated_words_and_the_english_amount_and_is_english_where_a_part_is_not_translated(
    client: Client, club: Any
) -> None:
    mine = polish(club)
    ServiceCost.objects.filter(page_id=mine.pk).update(amount=Decimal("99"))
    cost = read(client, club).select_one("[aria-labelledby=cost]")
    assert "Zajęcia" in words(cost)
    assert "4.50" in words(cost).replace(",", ".")
    assert "99" not in words(cost)
    assert [words(part) for part in cost.select("li [lang=en-GB]")] == ["Trip: £9 for each child"]


def test_a_telephone_number_is_never_that_of_the_translation(client: Client, club: Any) -> None:
    mine = polish(club)
    ServiceContact.objects.filter(page_id=mine.pk).update(phone="01632 960999")
    contact = read(client, club).select_one("[aria-labelledby=contact]")
    assert contact.select_one("a[href^=tel]")["href"] == "tel:01632960123"
    assert not TranslationSource.objects.get().stringsegment_set.filter(string__data="01632 960123").exists()


def test_rows_that_nobody_translated_are_english_and_marked(client: Client, club: Any) -> None:
    polish(club, {"Club leader": "Kierownik klubu"})
    page = read(client, club)
    contact = page.select_one("[aria-labelledby=contact]")
    assert "Kierownik klubu" in words(contact)
    assert [words(part) for part in contact.select("[lang=en-GB]")] == ["Best before 3pm."]
    assert page.select_one("[aria-labelledby=answers] .prose")["lang"] == "en-GB"
    assert not read(client, club, "").select("main [lang]")


def test_a_row_that_is_new_in_english_is_english_and_those_before_it_keep_their_words(client: Client, club: Any) -> None:
    polish(club)
    page = ServicePage.objects.get(pk=club.pk)
    page.contacts = [ServiceContact(phone="01632 960777", note="At night."), *page.contacts.all()]
    page.save_revision().publish()
    contact = read(client, club).select_one("[aria-labelledby=contact]")
    assert "Najlepiej przed 15." in words(contact)
    assert "At night." in [words(part) for part in contact.select("[lang=en-GB]")]


def test_new_english_words_are_shown_once_the_translation_took_them_up(client: Client, club: Any) -> None:
    mine = polish(club)
    page = ServicePage.objects.get(pk=club.pk)
    row = page.contacts.all()[0]
    row.note = "Best before noon."
    page.contacts = [row]
    page.save_revision().publish()
    assert facts_of(mine.pk).outdated_since is not None
    source = TranslationSource.objects.get()
    source.update_from_db()
    publish(source.translations.get())
    contact = read(client, club).select_one("[aria-labelledby=contact]")
    assert [words(part) for part in contact.select("[lang=en-GB]")] == ["Best before noon."]


def test_a_listing_and_its_translation_have_the_same_rows_in_their_own_languages(club: Any) -> None:
    mine = polish(club)
    publish(TranslationSource.objects.get().translations.get())
    for model in (ServiceContact, ServiceAccess, ServiceCost, ServiceAnswer):
        rows = {page: list(model.objects.filter(page_id=page).order_by("sort_order")) for page in (club.pk, mine.pk)}
        assert [row.translation_key for row in rows[club.pk]] == [row.translation_key for row in rows[mine.pk]]
        assert {row.locale_id for row in rows[mine.pk]} == {Locale.objects.get(language_code="pl").pk}


def test_a_copy_of_a_listing_has_rows_of_its_own(club: Any) -> None:
    other = ServicePage.objects.get(pk=club.pk).copy(update_attrs={"slug": "copy", "title": "Copy"})
    keys = [
        list(ServiceContact.objects.filter(page_id=pk).values_list("translation_key", flat=True)) for pk in (club.pk, other.pk)
    ]
    assert len(keys[0]) == len(keys[1]) == 1
    assert keys[0] != keys[1]


def test_a_listing_can_be_published_where_a_language_has_an_empty_copy_of_it(club: Any) -> None:
    edition = factories.EasyReadPageFactory(parent=club, live=False)
    type(edition).objects.get(pk=edition.pk).copy_for_translation(Locale.objects.get(language_code="pl"), copy_parents=True)
    copy = ServicePage.objects.filter(translation_key=club.translation_key).exclude(alias_of=None).get()
    page = ServicePage.objects.get(pk=club.pk)
    page.contacts = [*page.contacts.all(), ServiceContact(phone="01632 960777")]
    page.save_revision().publish()
    page.get_latest_revision().publish()
    assert list(ServiceContact.objects.order_by("page_id").values_list("page_id", flat=True)) == [page.pk] * 2 + [copy.pk] * 2


def test_a_draft_of_before_rows_had_keys_is_published(club: Any) -> None:
    revision = club.save_revision()
    for row in revision.content["contacts"]:
        del row["translation_key"], row["locale"]
    revision.save()
    revision.publish()
    assert ServiceContact.objects.get(page_id=club.pk).locale_id == club.locale_id


def test_a_listing_asks_as_much_in_its_own_words_with_one_row_as_with_many(client: Client, club: Any) -> None:
    def queries(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    english = queries(club.url)
    polish(club)
    few = queries(f"/pl{club.url}")
    page = ServicePage.objects.get(pk=club.pk)
    more = [ServiceAnswer(question=question, answer="Trained.") for question in ("training", "plans")]
    page.answers = [*page.answers.all(), *more]
    page.save_revision().publish()
    source = TranslationSource.objects.get()
    source.update_from_db()
    publish(source.translations.get())
    assert queries(f"/pl{club.url}") == few
    assert few <= english + 2  # the words of the translation, and who made them
