"""Pages explain the first use of each hard word; the page of all words lists them from A to Z."""

import json
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Locale, PageViewRestriction

from localoffer.pages.explaining import all_terms, explained_terms
from localoffer.pages.keeping import forget
from tests import factories

pytestmark = pytest.mark.django_db


def text(html: str) -> str:
    return json.dumps([{"type": "text", "value": html}])


def soup(client: Any, path: str) -> BeautifulSoup:
    answer = client.get(path)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html5lib")


def marked(page: BeautifulSoup) -> list[str]:
    return [link.get_text() for link in page.select("main a.term")]


def notes(page: BeautifulSoup) -> list[str]:
    return [note.get_text(" ", strip=True) for note in page.select("main .term-notes li")]


@pytest.fixture
def tier(db: None) -> Any:
    return factories.GlossaryTermFactory(term="tier", forms="tiers", meaning="A level of help.")


def test_the_first_use_is_a_link_to_its_entry_and_its_meaning_is_on_the_page(home: Any, client: Any, tier: Any) -> None:
    page = factories.InformationPageFactory(parent=home, body=text("<p>Two tiers. This tier.</p>"))
    shown = soup(client, page.url)
    assert marked(shown) == ["tiers"]
    assert shown.select_one("main a.term")["href"] == f"/glossary/#{tier.anchor}"
    assert notes(shown) == ["Tier A level of help."]
    assert shown.select_one(f"#note-{tier.anchor}")
    assert soup(client, "/glossary/").select_one(f"[id='{tier.anchor}']").h3.get_text() == "Tier"


def test_it_holds_for_each_kind_of_page(home: Any, directory: Any, blog: Any, youth_home: Any, client: Any, tier: Any) -> None:
    words = text("<h2>The tier</h2><p>One tier.</p>")
    pages = [
        factories.InformationPageFactory(parent=home, body=words),
        factories.SectionPageFactory(parent=home, body=words),
        factories.YouthPageFactory(parent=youth_home, body=words),
        factories.ForumPostPageFactory(parent=factories.ForumPostsPageFactory(parent=youth_home), words="One tier."),
        factories.BoardPostPageFactory(parent=blog, body=words),
        factories.ServicePageFactory(parent=directory, description="<h2>The tier</h2><p>One tier.</p>"),
    ]
    for page in pages:
        assert marked(soup(client, page.url)) == ["tier"], page


def test_the_words_of_a_listing_for_young_people_are_explained_too(directory: Any, client: Any, tier: Any) -> None:
    page = factories.ServicePageFactory(parent=directory, for_young_people="We have a tier.")
    assert marked(soup(client, f"{page.url}?voice=you")) == ["tier"]


def test_titles_names_and_the_words_of_other_pages_are_left_alone(home: Any, client: Any, tier: Any) -> None:
    body = json.dumps(
        [
            {"type": "callout", "value": {"kind": "info", "title": "The tier", "text": "<p>Ask.</p>"}},
            {"type": "quotation", "value": {"text": "My tier", "source": "A tier", "link": ""}},
            {"type": "contact", "value": {"name": "Tier", "about": "", "phone": "999", "email": "", "web": "", "hours": ""}},
        ]
    )
    page = factories.InformationPageFactory(parent=home, title="The tier", body=body)
    factories.InformationPageFactory(parent=page, title="Below: a tier", summary="The tier.")
    shown = soup(client, page.url)
    assert "tier" in shown.main.get_text()
    assert marked(shown) == []
    assert shown.select(".term-notes") == []


def test_a_page_with_lists_only_explains_nothing(home: Any, directory: Any, client: Any, tier: Any) -> None:
    factories.ServicePageFactory(parent=directory, summary="A tier.")
    assert marked(soup(client, directory.url)) == marked(soup(client, home.url)) == []


@pytest.mark.parametrize("change", ["meaning", "deleted", "forms"])
def test_a_change_shows_at_once(change: str, home: Any, client: Any, tier: Any, django_capture_on_commit_callbacks: Any) -> None:
    page = factories.InformationPageFactory(parent=home, body=text("<p>One tier.</p>"))
    assert notes(soup(client, page.url)) == ["Tier A level of help."]
    with django_capture_on_commit_callbacks(execute=True):
        if change == "deleted":
            tier.delete()
        else:
            setattr(tier, change, "Something else.")
            if change == "forms":
                tier.term = "level"
            tier.save()
    expected = {"meaning": ["Tier Something else."], "deleted": [], "forms": []}
    assert notes(soup(client, page.url)) == expected[change]


def test_the_page_to_read_more_is_named_only_while_everybody_may_see_it(
    home: Any, client: Any, tier: Any, django_capture_on_commit_callbacks: Any
) -> None:
    more = factories.InformationPageFactory(parent=home, title="All about it")
    tier.more = more
    tier.save()
    assert soup(client, "/glossary/").select_one(f"main a[href='{more.url}']").get_text() == "Read more: All about it"
    with django_capture_on_commit_callbacks(execute=True):
        PageViewRestriction.objects.create(page=more, restriction_type=PageViewRestriction.LOGIN)
    assert "All about it" not in soup(client, "/glossary/").get_text()


def test_one_term_and_a_hundred_cost_the_same_queries(home: Any, client: Any) -> None:
    def queries_for(number: int) -> int:
        words = [f"hardword{number}x{place}" for place in range(number)]
        for word in words:
            factories.GlossaryTermFactory(term=word)
        page = factories.InformationPageFactory(parent=home, body=text(f"<p>{', '.join(words)}</p>"))
        client.get(page.url)
        with CaptureQueriesContext(connection) as queries:
            assert len(marked(soup(client, page.url))) == number
        return len(queries)

    queries_for(1)
    forget()
    one = queries_for(2)
    forget()
    assert queries_for(100) == one


def test_a_language_has_its_own_words(home: Any, client: Any, tier: Any) -> None:
    polish = Locale.objects.create(language_code="pl")
    factories.GlossaryTermFactory(term="plan", locale=polish)
    page = factories.InformationPageFactory(parent=home, body=text("<p>A plan with a tier.</p>"))
    assert marked(soup(client, page.url)) == ["tier"]


# --- The page of all words ------------------------------------------------------------------


def test_all_words_stand_by_their_letters(home: Any, client: Any) -> None:
    for term in ("zebra", "Apple", "anchor"):
        factories.GlossaryTermFactory(term=term)
    page = soup(client, "/glossary/")
    assert [letter.get_text() for letter in page.select(".letter h2")] == ["A", "Z"]
    assert [word.get_text() for word in page.select(".word h3")] == ["Anchor", "Apple", "Zebra"]
    for link in page.select(".letters a"):
        assert page.select_one(link["href"]).get_text() == link.get_text()


@pytest.mark.parametrize(
    ("question", "words"),
    [("TIE", ["Tier"]), ("level of", ["Tier"]), ("  tier  ", ["Tier"]), ("", ["Other", "Tier"]), ("nothing", [])],
)
def test_one_searches_within(question: str, words: list[str], home: Any, client: Any, tier: Any) -> None:
    factories.GlossaryTermFactory(term="other", meaning="Not this one.")
    answer = client.get("/glossary/", {"q": question})
    page = BeautifulSoup(answer.content, "html5lib")
    assert [word.get_text() for word in page.select(".word h3")] == words
    assert page.select_one("#word-q")["value"] == question.strip()
    assert ("We have no word like" in page.get_text()) is (words == [])


@pytest.mark.parametrize("question", ["\0", "x" * 50_000, "<script>alert(1)</script>", "🙂", "\u202eabc", "%", "'\";--"])
def test_no_question_breaks_it(question: str, home: Any, client: Any, tier: Any) -> None:
    answer = client.get("/glossary/", {"q": question})
    assert answer.status_code == 200
    assert b"<script>alert" not in answer.content
    assert not answer.cookies


def test_it_only_reads(home: Any, client: Any) -> None:
    assert client.post("/glossary/").status_code == 405


def test_it_can_be_shown_while_there_are_no_words(home: Any, client: Any) -> None:
    assert "There are no words here yet." in soup(client, "/glossary/").get_text()


def test_it_asks_the_database_as_often_for_a_hundred_words(home: Any, client: Any) -> None:
    factories.GlossaryTermFactory(term="first")
    client.get("/glossary/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/glossary/")
    assert len(queries) <= 2


# --- For readers of other languages ----------------------------------------------------------


def test_the_glossary_shows_the_readers_words_and_the_english_ones_that_are_missing(client: Any, home: Any) -> None:
    polish = Locale.objects.create(language_code="pl")
    home.copy_for_translation(polish).save_revision().publish()
    hearing = factories.GlossaryTermFactory(term="tribunal", meaning="A kind of court.")
    factories.GlossaryTermFactory(term="annual review", meaning="A meeting once a year.")
    factories.GlossaryTermFactory(term="trybunał", meaning="Rodzaj sądu.", locale=polish, translation_key=hearing.translation_key)
    forget()
    words = {word.h3.text: word for word in BeautifulSoup(client.get("/pl/glossary/").content, "html5lib").select(".word")}
    assert set(words) == {"Trybunał", "Annual review"}
    assert not words["Trybunał"].select("[lang]")
    assert words["Annual review"].h3["lang"] == "en-GB"
    assert words["Annual review"].select_one("p [lang=en-GB]").text == "A meeting once a year."
    assert {word.h3.text for word in BeautifulSoup(client.get("/glossary/").content, "html5lib").select(".word")} == {
        "Tribunal",
        "Annual review",
    }


def test_in_a_text_of_another_language_only_its_own_words_are_explained(home: Any) -> None:
    polish = Locale.objects.create(language_code="pl")
    factories.GlossaryTermFactory(term="panel", meaning="A group that decides.")
    factories.GlossaryTermFactory(term="trybunał", meaning="Rodzaj sądu.", locale=polish)
    forget()
    with translation.override("pl"):
        assert [term.term for term in explained_terms()] == ["trybunał"]
        assert [term.term for term in all_terms()] == ["panel", "trybunał"]
    assert [term.term for term in explained_terms()] == ["panel"]
