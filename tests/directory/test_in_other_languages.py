"""The directory for readers of other languages: words of their own where there are some, facts always the English listing's."""

from datetime import date
from decimal import Decimal
from typing import Any

import html5lib
import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Locale, PageViewRestriction

from localoffer.directory.cards import cards
from localoffer.directory.doubles import doubles, known_of_page
from localoffer.directory.keeping import terms_in_use, the_facets
from localoffer.directory.models import ServiceAccess, ServiceContact, ServiceCost, ServicePage
from localoffer.directory.services import count_completeness
from localoffer.pages.keeping import forget
from localoffer.pages.rules import InEnglish
from localoffer.search.finding import suggestions
from localoffer.search.index import find
from localoffer.search.models import SearchEntry
from localoffer.shortlist.finding import entries
from tests import factories

from .whole import feature, whole

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 22)


def locale(code: str) -> Locale:
    return Locale.objects.get_or_create(language_code=code)[0]


def translated(page: Any, code: str = "pl", *, live: bool = True, **words: Any) -> Any:
    """The page in that language, below copies of its ancestors."""
    home = page.get_ancestors().filter(depth=2).first()
    if home and not home.get_translations().filter(locale=locale(code)).exists():
        home.specific.copy_for_translation(locale(code)).save_revision().publish()
    page.refresh_from_db()
    other = page.copy_for_translation(locale(code), copy_parents=True)
    for name, value in words.items():
        setattr(other, name, value)
    other.save()
    if live:
        other.save_revision().publish()
    return other


def called(term: Any, code: str, name: str, **more: Any) -> Any:
    """The term in that language."""
    return type(term).objects.create(name=name, slug=term.slug, translation_key=term.translation_key, locale=locale(code), **more)


def card(page: Any, code: str = "pl") -> Any:
    with translation.override(code):
        return next(iter(cards([page.pk], DAY)), None)


def ids(question: str, code: str = "pl") -> list[int]:
    return find(question, kinds=["service"], language=code).page_ids


def soup_of(client: Client, address: str, status: int = 200) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == status
    html5lib.HTMLParser(strict=True).parse(answer.content.decode())
    return BeautifulSoup(answer.content, "html5lib")


def words(element: Any) -> str:
    return " ".join(element.get_text(" ").split())


# --- Cards -----------------------------------------------------------------------------------


def test_a_card_says_title_and_summary_in_the_readers_language(listing: Any) -> None:
    page = listing("Talking club", summary="We talk.")
    translated(page, title="Klub mowy", summary="Rozmawiamy.")
    shown = card(page)
    assert (shown.pk, shown.title, shown.summary, shown.is_in_english) == (page.pk, "Klub mowy", "Rozmawiamy.", False)


def test_a_card_without_a_translation_is_english_and_marked(listing: Any) -> None:
    shown = card(listing("Talking & more", summary="We talk."))
    assert shown.is_in_english
    assert shown.title.__html__() == '<span lang="en-GB" dir="ltr">Talking &amp; more</span>'
    assert isinstance(shown.summary, InEnglish)


def test_an_english_card_is_as_before(listing: Any) -> None:
    page = listing("Talking club")
    translated(page, title="Klub mowy")
    shown = card(page, "en-gb")
    assert (shown.title, shown.is_in_english, isinstance(shown.title, InEnglish)) == ("Talking club", False, False)


@pytest.mark.parametrize("how", ["draft", "locked", "other language"])
def test_words_that_the_public_may_not_see_are_not_lent(listing: Any, how: str) -> None:
    page = listing("Talking club")
    other = translated(page, "uk" if how == "other language" else "pl", live=how != "draft", title="Klub mowy")
    if how == "locked":
        PageViewRestriction.objects.create(page=other, restriction_type="login")
    assert card(page).title == "Talking club"


def test_the_facts_of_a_card_are_the_english_listings(listing: Any) -> None:
    page = listing("Talking club", cost_words="£4 a session", minimum_age=5, maximum_age=11)
    translated(page, title="Klub mowy", cost_words="3 £ za sesję", minimum_age=1, maximum_age=2)
    shown = card(page)
    assert (shown.cost_in_words, shown.minimum_age) == ("£4 a session", 5)
    assert isinstance(shown.cost_in_words, InEnglish)


def test_a_saved_list_speaks_the_readers_language_with_the_english_telephone(listing: Any) -> None:
    hoist = ServiceAccess(feature=feature("Hoist"), answer="yes", note="Ring first.")
    called(hoist.feature, "pl", "Podnośnik")
    page = listing("Talking club", contacts=[ServiceContact(phone="01632 960111", note="Best before 3pm")], access=[hoist])
    other = translated(page, title="Klub mowy")
    ServiceContact.objects.filter(page_id=other.pk).update(phone="01632 960999")
    with translation.override("pl"):
        entry = entries([page.pk], DAY)[0]
    assert (entry.service.title, entry.contacts[0].phone) == ("Klub mowy", "01632 960111")
    assert isinstance(entry.contacts[0].note, InEnglish)
    assert entry.access[0].feature.name == "Podnośnik"


# --- Vocabularies ----------------------------------------------------------------------------


def test_filters_say_what_is_translated_and_keep_their_addresses(db: None) -> None:
    talking, sport = factories.TopicFactory(name="Talking", slug="talking"), factories.TopicFactory(name="Sport", slug="sport")
    called(talking, "pl", "Mowa", summary="Mowa i język.")
    forget()
    with translation.override("pl"):
        found = {word.slug: word for word in terms_in_use().topics}
    assert (found["talking"].name, found["talking"].summary) == ("Mowa", "Mowa i język.")
    assert found[sport.slug].name == "Sport"
    assert isinstance(found[sport.slug].name, InEnglish)
    assert {word.name for word in terms_in_use().topics} == {"Talking", "Sport"}


def test_a_renamed_word_of_a_language_is_said_at_once(django_capture_on_commit_callbacks: Any, db: None) -> None:
    word = called(factories.TopicFactory(name="Talking"), "pl", "Mowa")
    with translation.override("pl"):
        assert [topic.name for topic in terms_in_use().topics] == ["Mowa"]
        word.name = "Mowa i język"
        with django_capture_on_commit_callbacks(execute=True):
            word.save()
        assert [topic.name for topic in terms_in_use().topics] == ["Mowa i język"]


# --- The page of a listing -------------------------------------------------------------------


@pytest.fixture
def club(listing: Any) -> Any:
    """A listing with all its parts and its Polish page, whose copies of the facts are older."""
    page = whole(listing, cost_words="£4 a session", description="<p>We cook.</p>", free="no")
    other = translated(
        page, title="Klub", summary="Spokojny klub.", description="<p>Gotujemy.</p>", cost_words="3 £", wait="none"
    )
    ServiceContact.objects.filter(page_id=other.pk).update(phone="01632 960999")
    ServiceCost.objects.filter(page_id=other.pk).update(amount=Decimal("99"))
    return page


def test_a_translated_listing_says_its_own_words_and_the_english_facts(client: Client, club: Any) -> None:
    main = soup_of(client, f"/pl{club.url}").main
    phone = club.contacts.all()[0].phone
    assert (words(main.h1), words(main.select_one(".lead"))) == ("Klub", "Spokojny klub.")
    assert "Gotujemy." in words(main)
    assert "We cook." not in words(main)
    assert words(main.select_one(".buttons .button")).replace("\xa0", " ").endswith(phone)
    assert "960999" not in str(main)
    assert "£99" not in words(main.select_one("[aria-labelledby=cost]"))
    assert words(main.select_one("[aria-labelledby=cost] [lang=en-GB]")) == "£4 a session"
    assert "Koszt" in words(main.select_one("dl.facts"))


def test_a_part_that_is_not_translated_yet_is_marked_as_english(client: Client, club: Any) -> None:
    main = soup_of(client, f"/pl{club.url}").main
    assert main.select_one("[aria-labelledby=start] .rich")["lang"] == "en-GB"
    assert main.select_one("[aria-labelledby=about] .rich").get("lang") is None
    page = ServicePage.objects.get(pk=club.pk)
    ServicePage.objects.filter(translation_key=page.translation_key, locale__language_code="pl").update(summary=page.summary)
    assert (card(page).title, isinstance(card(page).summary, InEnglish)) == ("Klub", True)


def test_a_listing_without_a_translation_is_there_with_its_english_words_marked(client: Client, club: Any, listing: Any) -> None:
    page = listing("Plain club", summary="We play.", description="<p>Balls.</p>", free="yes")
    main = soup_of(client, f"/pl{page.url}").main
    assert main.get("lang") is None
    assert (main.h1["lang"], main.h1["dir"]) == ("en-GB", "ltr")
    assert main.select_one(".rich")["lang"] == "en-GB"
    assert words(main.select_one(".lead [lang=en-GB]")) == "We play."
    assert "Nobody has translated" not in words(main), "the note is in Polish"
    assert main.select_one(".listing-head .note")
    assert not soup_of(client, f"/pl{club.url}").main.select(".listing-head .note")
    assert not soup_of(client, page.url).main.select("[lang]")


def test_terms_of_a_listing_are_in_the_readers_language_where_they_can_be(client: Client, club: Any) -> None:
    topic, need = club.topics.all()[0], club.needs.all()[0]
    called(topic, "pl", "Mowa")
    forget()
    main = soup_of(client, f"/pl{club.url}").main
    link = main.select_one(f'a[href*="topic={topic.slug}"]')
    assert (words(link), link.find(lang="en-GB")) == ("Mowa", None)
    assert words(main.select_one(f'a[href*="need={need.slug}"] [lang=en-GB]')) == need.name


@pytest.mark.parametrize("state", ["closed", "unpublished", "locked"])
def test_what_the_english_listing_no_longer_is_no_translation_is(client: Client, club: Any, state: str) -> None:
    assert ids("klub") == [club.pk]
    if state == "closed":
        club.status = "closed"
        club.save_revision().publish()
    elif state == "unpublished":
        club.unpublish()
    else:
        PageViewRestriction.objects.create(page=club, restriction_type="password", password="a")
    answers = {code: client.get(f"{code}{club.url}") for code in ("", "/pl")}
    assert answers["/pl"].status_code == answers[""].status_code == {"closed": 410, "unpublished": 404, "locked": 200}[state]
    assert "Gotujemy" not in answers["/pl"].content.decode()
    assert ids("gotujemy") == ids("klub") == []
    assert card(club) is None


# --- A service is one, in however many languages ----------------------------------------------


def test_translations_are_counted_nowhere(client: Client, listing: Any, django_assert_num_queries: Any) -> None:
    page = listing("Talking club", contacts=[ServiceContact(phone="01632 960111")])
    others = [translated(page, code, title=f"Klub {code}") for code in ("pl", "uk", "ar", "ur", "pt")]
    ServicePage.objects.filter(pk__in=[other.pk for other in others]).update(completeness=99)
    assert len(the_facets().ids) == 1
    assert list(ServicePage.objects.listed()) == [page]
    assert ids("klub") == [page.pk]
    assert len(doubles(ServicePage.objects.all(), known_of_page(page))) == 1
    assert cards([other.pk for other in others], DAY) == []
    with translation.override("en-gb"):
        count_completeness(page.latest_revision_created_at)
    assert set(ServicePage.objects.filter(pk__in=[other.pk for other in others]).values_list("completeness", flat=True)) == {99}
    assert client.get(f"/services/{others[0].pk}/times.ics").status_code == 404


def test_the_entry_of_a_translation_has_the_words_of_the_translation_and_what_english_says_beside_it(listing: Any) -> None:
    old, new = factories.TopicFactory(name="Sport"), factories.TopicFactory(name="Talking")
    called(new, "pl", "Mowa")
    page = listing("Talking club", topics=[old], organisation=factories.OrganisationFactory(name="Lantern"))
    other = translated(page, title="Klub mowy")
    page.topics = [new]
    page.save_revision().publish()
    entry = SearchEntry.objects.get(page_id=other.pk)
    assert (entry.title, entry.labels, entry.organisation, entry.facts) == ("Klub mowy", "Mowa", "lantern", {})


def test_a_translation_leaves_the_search_with_its_english_listing_and_comes_back_with_it(listing: Any) -> None:
    page = listing("Talking club")
    other = translated(page, title="Klub mowy")

    def is_there() -> bool:
        return SearchEntry.objects.filter(page_id=other.pk).exists()

    assert is_there()
    page.unpublish()
    assert not is_there()
    page.save_revision().publish()
    assert is_there()
    page.delete()
    assert not is_there()


# --- Search ----------------------------------------------------------------------------------


def test_a_topic_in_the_readers_language_finds_services_that_are_only_in_english(listing: Any) -> None:
    topic = factories.TopicFactory(name="Sensory play", slug="sensory")
    called(topic, "pl", "Zabawa zmysłami")
    page = listing("Room", topics=[topic])
    listing("Other")
    assert ids("zabawa zmyslami") == [page.pk]
    assert ids("zabawa zmyslami", "en-gb") == []


def test_suggestions_name_a_topic_as_the_reader_does(listing: Any) -> None:
    topic = factories.TopicFactory(name="Sensory play")
    listing("Room", topics=[topic])
    assert [each.words for each in suggestions("sens", language="pl")] == ["Sensory play"]
    called(topic, "pl", "Sensoryka")
    assert [each.words for each in suggestions("sens", language="pl")] == ["Sensoryka"]
    assert [each.words for each in suggestions("sens", language="en-gb")] == ["Sensory play"]


# --- Queries ---------------------------------------------------------------------------------


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def test_results_ask_the_same_in_every_language_for_one_and_for_forty(client: Client, listing: Any) -> None:
    topic = factories.TopicFactory(name="Talking")
    page = listing("Talking club", topics=[topic])
    english = queries(client, "/find-a-service/?q=club")
    translated(page, "pl", title="Klub")
    called(topic, "pl", "Mowa")
    in_one = queries(client, "/pl/find-a-service/?q=club")
    for code in ("uk", "ar", "ur", "pt"):
        translated(page, code, title=f"Club {code}")
    for number in range(20):
        made = listing(f"Club {number}", topics=[topic])
        if number % 5 == 0:
            translated(made, "pl", title=f"Klub {number}")
    in_six = queries(client, "/pl/find-a-service/?q=club")
    assert english == queries(client, "/find-a-service/?q=club")
    assert in_one == in_six
    assert english <= in_six <= english + 1  # the words of the directory's own translation


def test_a_listing_asks_the_same_in_every_language(client: Client, club: Any) -> None:
    english, polish = queries(client, club.url), queries(client, f"/pl{club.url}")
    for code in ("uk", "ar", "ur", "pt"):
        translated(club, code, title=f"Club {code}")
    assert (queries(client, club.url), queries(client, f"/pl{club.url}")) == (english, polish)
    assert polish == english + 2  # the words of its translation, and who made them
