"""One line on each translated page says whose words these are, names nobody, and stands in the reader's language."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from localoffer.languages.rules import Facts, note
from localoffer.languages.services import mark_checked, public_words
from localoffer.pages.keeping import forget
from localoffer.plainlanguage.models import GlossaryTerm
from tests import factories

from .translating import WORDS, english_page, polish, translated

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
LATER = NOON + timedelta(days=2)
MACHINE = "Translated by machine on 3 November 2026. Not yet checked by somebody who speaks this language."


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (Facts(by_machine=NOON), MACHINE),
        (Facts(by_machine=NOON, by_hand=LATER), MACHINE),
        (
            Facts(by_machine=NOON, checked_at=LATER),
            "Translated by machine on 3 November 2026. Checked by somebody who speaks this language on 5 November 2026.",
        ),
        (Facts(by_hand=NOON), "Translated by a person on 3 November 2026."),
        (
            Facts(by_hand=NOON, checked_at=LATER),
            "Translated by a person on 3 November 2026. Checked by somebody who speaks this language on 5 November 2026.",
        ),
        (Facts(by_machine=NOON, outdated_since=LATER), f"{MACHINE} The English page has changed since."),
        (Facts(by_machine=NOON, missing=1), f"{MACHINE} Parts are still in English."),
        (Facts(missing=3), "Parts are still in English."),
        (Facts(), ""),
    ],
    ids=["machine", "mixed", "checked-machine", "hand", "checked-hand", "outdated", "parts", "nothing-yet", "nothing"],
)
def test_the_line_says_all_that_is_true_and_no_more(facts: Facts, said: str) -> None:
    assert note(facts) == said


def test_the_day_is_the_day_here() -> None:
    assert "4 July 2026" in note(Facts(by_hand=datetime(2026, 7, 3, 23, 30, tzinfo=UTC)))


@pytest.fixture
def home_in_polish(home: Any) -> Any:
    page = home.copy_for_translation(polish())
    page.save_revision().publish()
    return page


@pytest.fixture
def english(home: Any, home_in_polish: Any) -> Any:
    return english_page(home)


def lines(answer: Any) -> list[str]:
    assert answer.status_code == 200
    return [" ".join(line.get_text().split()) for line in BeautifulSoup(answer.content, "html5lib").select(".language-note")]


@pytest.mark.django_db
def test_the_page_says_it_in_polish_and_the_english_page_says_nothing(client: Client, english: Any) -> None:
    translated(english)
    StringTranslation.objects.update(updated_at=NOON)
    with translation.override("pl"):
        expected = note(Facts(by_machine=NOON))
    assert lines(client.get("/pl/short-breaks/")) == [expected]
    assert lines(client.get("/short-breaks/")) == []
    assert "3 listopada 2026" in expected


@pytest.mark.django_db
def test_a_page_without_a_translation_says_nothing_of_translators(client: Client, english: Any) -> None:
    (line,) = lines(client.get("/pl/short-breaks/"))
    with translation.override("pl"):
        assert gettext("Not yet checked by somebody who speaks this language.") not in line


@pytest.mark.django_db
def test_whoever_checked_it_is_never_named_to_readers(client: Client, english: Any) -> None:
    page = translated(english)
    user = factories.UserFactory(display_name="Wanda Wielka", email="wanda@example.org")
    mark_checked(page=page, words=public_words(page=page, now=NOON), user=user, now=LATER)
    answer = client.get("/pl/short-breaks/")
    (line,) = lines(answer)
    assert "5 listopada 2026" in line
    assert "Wanda" not in answer.content.decode()


@pytest.mark.django_db
def test_the_note_costs_one_query(client: Client, english: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    translated(english)
    client.get("/pl/short-breaks/")
    with CaptureQueriesContext(connection) as with_note:
        client.get("/pl/short-breaks/")
    monkeypatch.setattr("localoffer.languages.views.facts_of", lambda page_id: None)
    with CaptureQueriesContext(connection) as without:
        client.get("/pl/short-breaks/")
    assert len(with_note) == len(without) + 1


# --- The glossary --------------------------------------------------------------------------------


def terms(answer: Any) -> list[str]:
    return [found.get_text() for found in BeautifulSoup(answer.content, "html5lib").select("main a.term")]


@pytest.mark.django_db
def test_each_page_explains_the_words_of_its_own_language(client: Client, home: Any, home_in_polish: Any) -> None:
    factories.GlossaryTermFactory(term="mediator", meaning="Somebody who takes no side.")
    factories.GlossaryTermFactory(term="pies", meaning="Zwierzę.", locale=polish())
    both = "Our mediator eats pies."
    text = json.dumps([{"type": "text", "value": f"<p>{both}</p>"}])
    english = english_page(home, body=text)
    forget()
    assert terms(client.get("/short-breaks/")) == ["mediator"]
    assert terms(client.get("/pl/short-breaks/")) == ["mediator"]  # shown in English, to a reader of Polish
    translated(english, {**WORDS, both: "Nasz mediator ma pies."})
    assert terms(client.get("/pl/short-breaks/")) == ["pies"]
    assert terms(client.get("/short-breaks/")) == ["mediator"]


@pytest.mark.django_db
def test_words_of_other_languages_are_not_known_to_the_helper_for_english(db: None) -> None:
    factories.GlossaryTermFactory(term="mediator", meaning="Somebody who takes no side.")
    factories.GlossaryTermFactory(term="pies", meaning="Zwierzę.", locale=polish())
    assert GlossaryTerm.objects.all_words() == ["mediator"]
    assert Page.objects.exists()
