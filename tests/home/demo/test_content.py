"""What the demonstration shows: complete, publishable, marked as an example, and easy to read."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from statistics import median
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from wagtail.models import Locale, Page, Site

from blog.choices import ChairsAnswer
from blog.models import AuthorProfile, BoardPostPage
from home.demo.reading import read, read_services
from home.models import InformationPage
from localoffer.blocks.rules import plain
from localoffer.blocks.words import words_of
from localoffer.directory.models import AgeStage, Area, Need, Organisation, ServicePage, Topic
from localoffer.easyread.models import EasyReadPage
from localoffer.navigation.frame import read_frame
from localoffer.plainlanguage.rules import reading_grade, sentences
from localoffer.seal.choices import State
from localoffer.seal.models import Award
from youth.models import ForumPostPage, YouthBasePage, YouthPage

pytestmark = pytest.mark.django_db

# Real help lines of the whole country: people in trouble must not find an invented one.
NATIONAL = {"999", "111", "08001111", "116123", "85258"}
INVENTED = range(1632960000, 1632961000)
NUMBER = re.compile(r"(?<![\w./-])\(?(?:\+44|0)[\d ()-]{8,14}\d(?!\w)")
IDENTIFIER = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
NOT_WORDS = {"path", "url_path", "translation_key", "first_published_at", "last_published_at", "latest_revision_created_at"}
ADDRESS = re.compile(r"[\w.+-]+@([\w.-]+\w)|https?://([\w.-]+\w)")


def pages() -> Iterator[Page]:
    yield from Page.objects.filter(depth__gt=1, locale=Locale.get_default()).specific()


def reading_text(page: Any) -> str:
    """All words of a page, one line for each part, so that a title ends a sentence."""
    names = (
        "summary",
        "in_short",
        "for_young_people",
        "who_for",
        "description",
        "how_to_get_it",
        "how_to_comment",
        "next_meeting_note",
    )
    parts = [plain_lines(str(getattr(page, name, "") or "")) for name in names]
    streams = [words_of(getattr(page, field.name)) for field in type(page).stream_fields()]
    return "\n".join(part for part in (*parts, *streams) if part)


def plain_lines(html: str) -> str:
    return "\n".join(BeautifulSoup(html, "html5lib").stripped_strings) if "<" in html else html


def public_pages() -> Iterator[Page]:
    """All but drafts that show what waiting is like: posts of members for a supporter, and the chair's next post for staff."""
    yield from (page for page in pages() if page.live or not isinstance(page, ForumPostPage | BoardPostPage))


def test_every_page_may_be_published(demo: None) -> None:
    assert {page.url_path: page.publish_problems() for page in public_pages() if page.publish_problems()} == {}


def test_a_post_that_waits_tells_what_stands_in_its_way(demo: None) -> None:
    waiting = [page for page in pages() if not page.live and isinstance(page, ForumPostPage)]
    assert len(waiting) == 2
    assert all(page.publish_problems() for page in waiting)


def test_the_chair_sent_the_next_post_back_and_approved_it_then_and_staff_may_publish_it(demo: None) -> None:
    [draft] = BoardPostPage.objects.filter(live=False)
    latest = draft.get_latest_revision_as_object()
    newest, first = draft.chair_reviews.all()
    assert (first.answer, newest.answer) == (ChairsAnswer.SENT_BACK, ChairsAnswer.APPROVED)
    assert newest.problem_of(latest, timezone.now()) == ""
    assert latest.publish_problems() == {}


def test_every_page_is_published_and_has_words_for_search_engines(demo: None) -> None:
    for page in public_pages():
        assert page.live, page.url_path
        assert page.description_for_engines, page.url_path
        assert page.review_date or page.depth == 2 or isinstance(page, ForumPostPage), page.url_path


def test_there_are_at_least_sixty_services_in_many_towns(demo: None) -> None:
    assert ServicePage.objects.listed().count() >= 60
    assert len({place["town"] for service in read_services() for place in service.get("places") or []}) >= 12


@pytest.mark.parametrize("model", [Topic, Need, AgeStage, Area], ids=lambda model: model.__name__)
def test_the_services_cover_every_term_that_visitors_can_choose(demo: None, model: Any) -> None:
    field = {Topic: "topics", Need: "needs", AgeStage: "age_stages", Area: "areas"}[model]
    listed = ServicePage.objects.listed()
    uncovered = [term.slug for term in model.objects.in_use() if not listed.filter(**{field: term}).exists()]
    if model is Topic:  # a topic at the top is covered by those below it
        uncovered = [slug for slug in uncovered if not listed.about([slug]).exists()]
    assert uncovered == []


def test_the_seals_show_every_state_that_there_is(demo: None) -> None:
    today = timezone.localdate()
    states = [award.state_on(today) for award in Award.objects.all()]
    assert {state: states.count(state) for state in set(states)} == {
        State.CURRENT: 8,
        State.REVIEW_DUE: 1,
        State.PAUSED: 1,
        State.EXPIRED: 1,
        State.WITHDRAWN: 1,
        State.REPLACED: 1,
    }
    assert ServicePage.objects.listed().with_seal(today).count() == 9
    for award in Award.objects.all():
        assert award.recorded_by.email == "supporter@example.org"
        assert award.words


def test_the_seals_still_stand_a_month_after_loading(demo: None) -> None:
    assert Award.objects.current_on(timezone.localdate() + timedelta(days=30)).count() == 9


def test_unknown_facts_are_among_them_so_that_visitors_see_how_they_look(demo: None) -> None:
    assert ServicePage.objects.filter(free="unknown").exists()
    assert ServicePage.objects.ages_not_known().exists()
    assert ServicePage.objects.filter(status="temporarily_closed").exists()


def test_every_invented_organisation_and_author_says_that_it_is_an_example(demo: None) -> None:
    for described in read("vocabularies.json")["organisations"]:
        assert "(example)" in described["name"], described["name"]
    assert [author.name for author in AuthorProfile.objects.exclude(name__contains="(example)")] == ["Steve Crocker"]


def test_the_organisations_of_all_services_are_there(demo: None) -> None:
    assert not ServicePage.objects.filter(organisation=None).exists()
    assert Organisation.objects.count() == len(read("vocabularies.json")["organisations"])


def test_there_is_the_chairs_post_and_three_by_an_invented_chair(demo: None) -> None:
    assert BoardPostPage.objects.filter(date="2024-03-27").count() == 1
    assert BoardPostPage.objects.live().filter(author__name__contains="(example)", locale=Locale.get_default()).count() == 3


def without_identifiers(words: str) -> str:
    """The same words without the random identifiers of blocks, since one of digits only looks like a telephone number."""
    return IDENTIFIER.sub("", words)


def numbers_of_strangers(words: str) -> list[str]:
    """The telephone numbers in these words that are neither invented ones nor national help lines."""
    digits = [re.sub(r"\D", "", found.replace("+44", "0")) for found in NUMBER.findall(words)]
    return [number for number in digits if number not in NATIONAL and int(number) not in INVENTED]


@pytest.mark.parametrize(
    ("words", "strangers"),
    [
        ("Call 01632 960000 or 01632 960999.", 0),
        ("Call 0800 1111.", 0),
        ("Call 01632 961000.", 1),
        ("Call (01865) 123456 or +44 7700 900123 or 0300-123-4567.", 3),
    ],
)
def test_the_check_of_numbers_knows_whose_they_are(words: str, strangers: int) -> None:
    assert len(numbers_of_strangers(words)) == strangers


def test_an_identifier_is_not_taken_for_a_telephone_number() -> None:
    identifier, number = "04999110-5313-4b7e-9c1d-2f6a8b0c4d1e", "01632 961000"
    assert numbers_of_strangers(f'"id": "{identifier}"') != []
    assert numbers_of_strangers(without_identifiers(f'"id": "{identifier}", "call": "{number}"')) == ["01632961000"]


def test_no_telephone_number_can_ring_a_stranger(demo: None) -> None:
    wrong = {page.url_path: found for page in pages() if (found := numbers_of_strangers(every_word(page)))}
    frame = read_frame(Site.objects.get())
    assert wrong == {}
    assert numbers_of_strangers(str(frame)) == []
    assert {re.sub(r"\D", "", entry["phone"] or entry["text_number"]) for entry in frame.help_now} <= NATIONAL


def test_addresses_lead_to_examples_or_to_public_bodies(demo: None) -> None:
    hosts = {next(filter(None, found)) for page in ServicePage.objects.all() for found in ADDRESS.findall(every_word(page))}
    assert hosts
    assert {host for host in hosts if host != "example.org" and not host.endswith(".example.org")} == set()


def every_word(page: Any) -> str:
    """All that the page stores as words, with its contacts and places; without what the tree and the clock need."""
    stored = {name: value for name, value in page.serializable_data().items() if name not in NOT_WORDS}
    return without_identifiers(json.dumps(stored, cls=DjangoJSONEncoder, ensure_ascii=False).replace("\\n", " "))


def grades() -> dict[str, float]:
    return {page.url_path: reading_grade(reading_text(page)) for page in pages() if not isinstance(page, YouthBasePage)}


def test_young_people_can_read_their_pages(demo: None) -> None:
    hard = {
        page.url_path: grade
        for page in pages()
        if isinstance(page, YouthBasePage) and (grade := reading_grade(reading_text(page))) > 6
    }
    assert hard == {}


def test_sentences_for_young_people_have_twelve_words_at_most_on_average(demo: None) -> None:
    long = {}
    for page in pages():
        if isinstance(page, YouthBasePage | EasyReadPage) and (parts := sentences(reading_text(page))):
            mean = sum(len(part.split()) for part in parts) / len(parts)
            if mean > 12:
                long[page.url_path] = round(mean, 1)
    assert long == {}


def test_easy_read_editions_can_be_read_by_all(demo: None) -> None:
    editions = [page for page in pages() if isinstance(page, EasyReadPage)]
    assert len({type(page.original.specific) for page in editions}) >= 3
    assert {page.url_path: grade for page in editions if (grade := reading_grade(reading_text(page))) > 6} == {}


def test_each_route_and_each_age_has_its_page(demo: None) -> None:
    tops = [page for page in pages() if isinstance(page, YouthPage) and page.depth == 4]
    assert [page.age for page in tops if page.shelf == "age"] == [14, 16, 18, 25]
    assert [page.title for page in tops if page.shelf == "want"] == [
        "Things to do",
        "Help with school",
        "Feeling worried",
        "Getting a job",
        "Living on my own",
        "The SEND Youth Forum",
    ]


def test_the_words_for_young_people_are_as_easy(demo: None) -> None:
    said = {page.url_path: page.for_young_people for page in pages() if getattr(page, "for_young_people", "")}
    assert said
    assert {path: grade for path, words in said.items() if (grade := reading_grade(words)) > 6} == {}


def test_everybody_can_read_the_other_pages(demo: None) -> None:
    assert {path: grade for path, grade in grades().items() if grade > 9} == {}


def test_half_of_all_pages_are_as_easy_as_those_for_young_people(demo: None) -> None:
    assert median(reading_grade(reading_text(page)) for page in pages()) <= 6


def test_no_page_is_without_a_body_where_it_has_a_place_for_one(demo: None) -> None:
    assert [page.url_path for page in InformationPage.objects.all() if not plain(words_of(page.body))] == []
