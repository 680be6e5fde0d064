"""The glossary that editors keep: what they may write, our starter set, and who may change it."""

from io import StringIO
from statistics import median
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from wagtail.models import Locale

from localoffer.people.roles import (
    COMMUNICATIONS,
    DIRECTORY_EDITOR,
    FORUM_MEMBER,
    FORUM_SUPPORTER,
    READER,
    SITE_ADMINISTRATOR,
    TRANSLATOR,
)
from localoffer.plainlanguage.models import GlossaryTerm
from localoffer.plainlanguage.rules import (
    LONGEST_MEANING,
    forms_of,
    long_sentences,
    meaning_problem,
    reading_grade,
    sentences,
    taken,
)
from localoffer.plainlanguage.services import load_glossary, starter_terms
from tests import factories

HARDEST = 6  # the median grade of the meanings: about reading age 11
ADD = "/admin/snippets/plainlanguage/glossaryterm/add/"


# --- The starter set ------------------------------------------------------------------------


def test_the_starter_set_has_at_least_70_terms() -> None:
    assert len(starter_terms()) >= 70


def test_the_meanings_are_easy_to_read() -> None:
    grades = [reading_grade(term["meaning"]) for term in starter_terms()]
    assert median(grades) <= HARDEST
    # A short meaning of long words, such as the words of an abbreviation, has a high grade by its arithmetic alone.
    assert sum(grade > 8 for grade in grades) <= len(grades) / 20


@pytest.mark.parametrize("described", starter_terms(), ids=lambda described: described["term"])
def test_each_meaning_is_short_and_ends_its_sentences(described: dict[str, Any]) -> None:
    meaning = described["meaning"]
    assert meaning_problem(meaning) == ""
    assert meaning.endswith((".", "?"))
    assert long_sentences(meaning, limit=20) == []
    assert 1 <= len(sentences(meaning)) <= 5


def test_no_way_to_write_a_term_belongs_to_two() -> None:
    owners: dict[str, str] = {}
    for described in starter_terms():
        forms = forms_of(described["term"], "\n".join(described["forms"]))
        assert taken(forms, owners) is None
        owners |= dict.fromkeys(forms, described["term"])


def test_the_words_that_families_meet_first_are_there() -> None:
    have = {form for described in starter_terms() for form in [described["term"], *described["forms"]]}
    wanted = "SEND|EHC plan|SENCO|SENDIASS|annual review|tribunal|mediation|short breaks|personal budget|Section F|tier|PIP"
    wanted += "|DLA|DSA|CAMHS|OT|SALT|EP|PRU|supported internship|Gillick competence|Local Offer|EOTAS|EHC needs assessment"
    assert set(wanted.split("|")) <= have


@pytest.mark.django_db
def test_the_command_adds_the_set_once_and_leaves_what_editors_wrote() -> None:
    locale = Locale.get_default()
    factories.GlossaryTermFactory(term="Sendco", meaning="Our own words.", locale=locale)
    out = StringIO()
    call_command("load_glossary", stdout=out)
    assert out.getvalue().strip() == f"{len(starter_terms()) - 1} words added."
    assert not GlossaryTerm.objects.filter(term="SENCO").exists()
    assert GlossaryTerm.objects.get(term="Sendco").meaning == "Our own words."
    assert load_glossary() == 0


@pytest.mark.django_db
def test_each_term_of_the_set_passes_the_checks_that_editors_must_pass() -> None:
    load_glossary()
    for term in GlossaryTerm.objects.all():
        term.full_clean()


# --- What editors may write -----------------------------------------------------------------


@pytest.mark.parametrize(("words", "fits"), [(LONGEST_MEANING, True), (LONGEST_MEANING + 1, False), (0, False), (1, True)])
def test_a_meaning_has_at_most_thirty_words(words: int, fits: bool) -> None:
    assert (meaning_problem(" ".join(["word"] * words)) == "") is fits


def test_the_forms_of_a_term_stand_one_on_a_line_each_once() -> None:
    assert forms_of("EHC plan", "EHC plans\n\n  education,  health and care plan \r\nEHC plan") == [
        "EHC plan",
        "EHC plans",
        "education, health and care plan",
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"term": "pip"}, "term"),
        ({"forms": "a payment\nPIP"}, "forms"),
        ({"meaning": "word " * 31}, "meaning"),
        ({"meaning": " "}, "meaning"),
        ({"term": "?!"}, "term"),
    ],
)
def test_what_cannot_be_right_is_refused_beside_its_field(fields: dict[str, str], field: str) -> None:
    factories.GlossaryTermFactory(term="PIP")
    term = factories.GlossaryTermFactory.build(**({"term": "new", "meaning": "Fine."} | fields), locale=Locale.get_default())
    with pytest.raises(ValidationError) as refused:
        term.full_clean()
    assert list(refused.value.message_dict) == [field]


@pytest.mark.django_db
def test_the_same_word_may_stand_in_two_languages() -> None:
    factories.GlossaryTermFactory(term="autism")
    polish = Locale.objects.create(language_code="pl")
    factories.GlossaryTermFactory.build(term="autism", locale=polish).full_clean()


# --- Who may change it ----------------------------------------------------------------------


@pytest.fixture
def as_role(site_tree: Any, person: Any, client: Any) -> Any:
    def sign_in(role: Any) -> Any:
        client.force_login(person(role))
        return client

    return sign_in


NEW = {"term": "tier", "forms": "tiers", "meaning": "A level of help.", "more": ""}


KEEPERS = [SITE_ADMINISTRATOR, DIRECTORY_EDITOR, COMMUNICATIONS, FORUM_SUPPORTER]


@pytest.mark.parametrize("role", KEEPERS, ids=lambda role: role.name)
def test_these_roles_keep_the_glossary(role: Any, as_role: Any) -> None:
    client = as_role(role)
    assert client.post(ADD, NEW).status_code == 302
    term = GlossaryTerm.objects.get()
    address = ADD.replace("add", f"edit/{term.pk}")
    assert client.post(address, NEW | {"meaning": "How much help."}).status_code == 302
    assert client.post(ADD.replace("add", f"delete/{term.pk}")).status_code == 302
    assert not GlossaryTerm.objects.exists()


@pytest.mark.parametrize("role", [FORUM_MEMBER, TRANSLATOR, READER], ids=lambda role: role.name)
def test_others_change_nothing_not_even_by_a_direct_request(role: Any, as_role: Any) -> None:
    client = as_role(role)
    term = factories.GlossaryTermFactory(term="tier", meaning="A level.")
    client.post(ADD, NEW | {"term": "new"})
    client.post(ADD.replace("add", f"edit/{term.pk}"), NEW | {"meaning": "Changed."})
    client.post(ADD.replace("add", f"delete/{term.pk}"))
    assert list(GlossaryTerm.objects.values_list("term", "meaning")) == [("tier", "A level.")]


@pytest.mark.parametrize(
    "bad",
    [{"term": "x\0y"}, {"term": "x" * 81}, {"meaning": "word " * 50_000}, {"forms": "y" * 601}, {"more": "999999"}, {"term": ""}],
)
def test_bad_input_gets_an_error_and_saves_nothing(bad: dict[str, str], as_role: Any) -> None:
    answer = as_role(DIRECTORY_EDITOR).post(ADD, NEW | bad)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not GlossaryTerm.objects.exists()


def test_emoji_and_right_to_left_words_are_taken(as_role: Any) -> None:
    assert as_role(DIRECTORY_EDITOR).post(ADD, NEW | {"term": "שלום 🙂"}).status_code == 302
    assert GlossaryTerm.objects.get().anchor
