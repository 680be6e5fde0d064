"""Words that mean the same: kept by editors, applied at once, said to the reader, and undone by a link."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from localoffer.search.asking import Synonyms, read
from localoffer.search.index import find
from localoffer.search.models import SynonymGroup
from localoffer.search.services import load_synonyms, starter_groups
from localoffer.search.spelling import Vocabulary

pytestmark = pytest.mark.django_db
SALT = ("speech and language therapy", "SALT", "SLT", "speech therapy")


def ask(question: str, **more: Any) -> Any:
    return find(question, kinds=["service"], **more)


def test_a_new_group_counts_at_once_and_a_deleted_one_no_more(enter: Any, same: Any) -> None:
    page = enter("Speech & language therapies")
    assert ask("salt").page_ids == []
    group = same(*SALT)
    assert ask("SALT").page_ids == [page]
    group.terms = "pepper, mill"
    group.save()
    assert ask("SALT").page_ids == []
    group.delete()
    assert ask("pepper").page_ids == []


def test_the_answer_says_what_else_was_looked_for_and_because_of_what(enter: Any, same: Any) -> None:
    enter("Speech and language therapy")
    enter("SALT")
    same(*SALT)
    assert ask("SALT").also == (("salt", "speech and language therapy"),)
    assert ask("speech and language therapy").also == (("speech language therapy", "SALT"),)
    assert ask("SALT in Banbury").also == (("salt", "speech and language therapy"),)


def test_nothing_is_said_of_synonyms_that_stand_nowhere(enter: Any, same: Any) -> None:
    enter("SALT")
    same("salt", "unheard words")
    assert ask("salt").also == ()


def test_nothing_is_said_of_synonyms_that_hold_what_was_typed(enter: Any, same: Any) -> None:
    enter("Wheelchair service")
    enter("Powerchair")
    same("wheelchair", "wheelchair service")
    assert ask("wheelchair").also == ()
    same("wheelchair", "powerchair")
    assert ask("wheelchair").also == (("wheelchair", "powerchair"),)


def test_exactly_what_was_typed_is_looked_for_when_asked(enter: Any, same: Any) -> None:
    typed, _meant = enter("SALT for beginners"), enter("Speech and language therapy")
    same(*SALT)
    answer = ask("SALT", exact=True)
    assert answer.page_ids == [typed]
    assert answer.also == ()


def test_what_was_typed_counts_more_than_what_was_meant(enter: Any, same: Any) -> None:
    meant, typed = enter("A speech therapy"), enter("Z SALT")
    same(*SALT)
    assert ask("SALT").page_ids == [typed, meant]


def test_the_longest_phrase_wins(enter: Any, same: Any) -> None:
    school, refusal = enter("School"), enter("EBSA")
    same("school refusal", "EBSA", "won't go to school")
    same("school", "academy")
    assert ask("My daughter won't go to school").page_ids == [refusal]
    assert ask("school").page_ids == [school]


def test_a_phrase_is_found_only_where_its_words_stand_together(enter: Any, same: Any) -> None:
    enter("A break", body="It is short.")
    enter("Language", summary="Speech", body="therapy")
    together = enter("Some club", body="We offer short breaks for families.")
    same("respite", "short breaks")
    same(*SALT)
    assert ask("respite").page_ids == [together]
    assert ask("SLT").page_ids == []


def test_no_phrase_reaches_from_one_field_into_the_next(enter: Any, same: Any) -> None:
    enter("Short", other_names="breaks", summary="short", organisation="breaks", place="short", body="breaks")
    same("respite", "short breaks")
    assert ask("respite").page_ids == []


def test_a_one_way_group_leads_to_its_first_term_and_on_to_what_that_one_means(enter: Any, same: Any) -> None:
    plan, short, statement = enter("EHC plan"), enter("EHCP"), enter("Mission statement")
    same("EHC plan", "EHCP")
    same("EHC plan", "statement", one_way=True)
    assert ask("statement").page_ids == [statement, plan, short]
    assert sorted(ask("EHCP").page_ids) == sorted([short, plan])
    assert ask("statement").also == (("statement", "EHC plan"),)


def test_groups_of_another_language_do_not_count(enter: Any, same: Any) -> None:
    enter("Speech and language therapy")
    same(*SALT, language="pl")
    assert ask("SALT").page_ids == []


def test_a_typing_error_finds_its_way_to_a_synonym(enter: Any, same: Any) -> None:
    page = enter("Short breaks")
    same("respite", "short breaks")
    answer = ask("respitte")
    assert answer.corrected == (("respitte", "respite"),)
    assert answer.page_ids == [page]


@pytest.mark.parametrize("terms", ["", "one", "one, one", ",,\n"])
def test_a_group_needs_two_terms(terms: str) -> None:
    with pytest.raises(ValidationError, match="at least two"):
        SynonymGroup(terms=terms).full_clean()


@pytest.mark.parametrize("terms", ["🙂, ***", "the, of", "\u202e, x" * 50, "x" * 5000 + ", y"])
def test_no_group_breaks_the_search(enter: Any, same: Any, terms: str) -> None:
    page = enter("Music")
    same(terms)
    assert ask("music").page_ids == [page]


# --- The starter set -------------------------------------------------------------------------


def test_the_starter_set_has_enough_groups_of_two_terms_and_no_group_twice() -> None:
    groups = starter_groups()
    assert len(groups) >= 80
    assert all(len(group["terms"]) >= 2 for group in groups)
    for one_way in (True, False):
        mains = [(group["language"], group["terms"][0].casefold()) for group in groups if group["one_way"] is one_way]
        assert len(mains) == len(set(mains))


def test_loading_the_starter_set_twice_adds_nothing_and_changes_nothing(db: None, capsys: Any) -> None:
    number = load_synonyms()
    changed = SynonymGroup.objects.get(terms__startswith="short breaks", one_way=False)
    changed.terms = "short breaks, our own word"
    changed.save()
    call_command("load_synonyms")
    assert capsys.readouterr().out.startswith("0 ")
    assert SynonymGroup.objects.count() == number == len(starter_groups())
    changed.refresh_from_db()
    assert changed.terms == "short breaks, our own word"


STARTER = Synonyms.of([(group["terms"], group["one_way"]) for group in starter_groups()], "en-gb")


@pytest.mark.parametrize(
    ("typed", "main"),
    [
        *(("ASD", "autism"), ("autistic", "autism"), ("Asperger's", "autism"), ("aspergers", "autism")),
        *(("SALT", "speech and language therapy"), ("SLT", "speech and language therapy")),
        *(("EHCP", "EHC plan"), ("statement", "EHC plan"), ("education, health and care plan", "EHC plan")),
        *(("child mental health", "CAMHS"), ("respite", "short breaks"), ("PDA", "pathological demand avoidance")),
        *(("PMLD", "profound and multiple learning disabilities"), ("IASS", "SENDIASS")),
        *(("PfA", "preparing for adulthood"), ("EBSA", "school refusal"), ("wont go to school", "school refusal")),
        *(("OT", "occupational therapy"), ("EP", "educational psychologist"), ("ed psych", "educational psychologist")),
        *(("tantrums", "meltdowns"), ("picky eater", "fussy eating"), ("wetting the bed", "bed wetting")),
        *(("potty training", "toilet training"), ("disabled parking", "blue badge"), ("taxi to school", "school transport")),
        *(("babysitting", "babysitter"), ("can't sleep", "sleep"), ("special needs", "special educational needs")),
    ],
)
def test_what_families_type_leads_to_the_main_words(typed: str, main: str) -> None:
    reading = read(typed, ["en-gb"], Vocabulary([(word, word, 1) for word in _all_stems()]), STARTER)
    assert main in dict(reading.also).values()
    assert len(reading.clauses) == 1


def _all_stems() -> set[str]:
    return {stem for phrase in STARTER.by_phrase for stem in phrase}
