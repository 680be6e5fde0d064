"""Words typed on the board's index look through its posts, together with what was chosen."""

from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup

from blog.views import PAGE_SIZE
from localoffer.search.models import SynonymGroup
from tests import factories
from tests.languages.ground import translate

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(blog: Any) -> Any:
    def make(title: str, **more: Any) -> Any:
        page = factories.BoardPostPageFactory(parent=blog, title=title, **more)
        page.save_revision().publish()
        return page

    return make


@pytest.fixture
def look(blog: Any, client: Any) -> Any:
    def ask(question: str = "") -> BeautifulSoup:
        response = client.get(f"/board/{question}")
        assert response.status_code == 200
        return BeautifulSoup(response.content, "html5lib")

    return ask


def titles(soup: BeautifulSoup) -> list[str]:
    return [heading.get_text(strip=True) for heading in soup.select("article.post h2")]


def test_posts_are_found_by_stems_and_synonyms_the_best_first_and_news_is_not_among_them(blog: Any, post: Any, look: Any) -> None:
    SynonymGroup.objects.create(terms="otter, river dog")
    post("A walk", in_short="We saw otters.", date=date(2026, 2, 1))
    post("Otters", date=date(2026, 1, 1))
    post("Badgers")
    index = factories.NewsIndexPageFactory(parent=blog)
    factories.NewsPageFactory(parent=index, title="Otter news").save_revision().publish()
    assert titles(look("?q=otter")) == ["Otters", "A walk"]
    soup = look("?q=river+dog")
    assert titles(soup) == ["Otters", "A walk"]
    assert "We also looked for otter." in soup.select_one("#found").get_text()


def test_words_work_with_the_year_and_stay_with_paging_and_choices(post: Any, look: Any, settings: Any) -> None:
    settings.DEMONSTRATION = False
    for number in range(PAGE_SIZE + 1):
        post(f"Otter {number}", date=date(2026, 1, 1))
    post("Otter of old", date=date(2024, 1, 1))
    assert titles(look("?q=otter&year=2024")) == ["Otter of old"]
    soup = look("?q=otter&year=2026")
    assert soup.select_one(".pages a[rel=next]")["href"] == "?year=2026&q=otter&page=2"
    assert len(titles(look("?year=2026&q=otter&page=2"))) == 1
    assert "?year=2024&q=otter" in [link["href"] for link in soup.select(".sift a")]
    assert soup.select_one("meta[name=robots]")["content"] == "noindex, follow"
    assert soup.select_one("form.within").get("method") == "get"


@pytest.mark.parametrize("words", ["%00", "%20", "%22%3B--", "%F0%9F%99%82", "a" * 300, "*", "%3Cscript%3E"])
def test_whatever_is_typed_there_is_an_answer(post: Any, look: Any, words: str) -> None:
    post("Otters")
    assert "<script>" not in str(look(f"?q={words}").select_one(".blog"))


def test_a_mistyped_word_is_mended_and_can_be_looked_for_as_it_is(post: Any, look: Any) -> None:
    post("Transformation programme")
    soup = look("?q=transformatoin")
    assert titles(soup) == ["Transformation programme"]
    assert "so we looked for “transformation”" in soup.select_one("#found").get_text()
    exact = next(link["href"] for link in soup.select("#found a") if "exact" in link["href"])
    assert titles(look(exact)) == []


def test_where_nothing_is_found_one_can_drop_the_choice_or_look_in_the_news(blog: Any, post: Any, look: Any) -> None:
    factories.NewsIndexPageFactory(parent=blog)
    post("Otters", date=date(2026, 1, 1))
    ways = [link["href"] for link in look("?q=badger&year=2026").select("#found a")]
    assert ways == ["?q=badger", "/board/news/?q=badger", "?"]
    assert "?q=badger" not in [link["href"] for link in look("?q=badger").select("#found a")]


@pytest.mark.parametrize("elsewhere", [False, True], ids=["nowhere", "only in another list"])
def test_a_phrase_of_synonyms_that_no_post_has_is_looked_for_word_by_word(
    home: Any, post: Any, look: Any, elsewhere: bool
) -> None:
    SynonymGroup.objects.create(terms="waiting list, queue")
    post("Lists of those who are waiting")
    post("Badgers")
    if elsewhere:
        other = factories.BoardBlogPageFactory(parent=home, slug="other-board")
        factories.BoardPostPageFactory(parent=other, title="The waiting list").save_revision().publish()
    soup = look("?q=waiting+lists")
    assert titles(soup) == ["Lists of those who are waiting"]
    assert soup.select_one("input[name=q]")["value"] == "waiting lists"


def test_a_reader_of_another_language_finds_posts_by_words_of_that_language_and_of_english(
    home: Any, blog: Any, post: Any, client: Any
) -> None:
    translate(home, "pl", title="Strona")
    SynonymGroup.objects.create(terms="otter, wydra", one_way=True, language="pl")
    translate(post("Otters & rivers"), "pl", title="Zwierzęta w rzece")
    post("Otters only")

    def look(words: str) -> BeautifulSoup:
        return BeautifulSoup(client.get(f"/pl/board/?q={words}").content, "html5lib")

    assert titles(look("zwierzeta")) == ["Zwierzęta w rzece"]
    assert set(titles(look("otter"))) == {"Zwierzęta w rzece", "Otters only"}
    assert look("otter").select_one("article.post h2 a[lang=en-GB]").get_text(strip=True) == "Otters only"
    assert look("wydra").select_one("#found p [lang=en-GB]").get_text() == "otter"
