"""Easy Read: short sentences beside pictures that say what they show, and no way round that to the public."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from localoffer.blocks.rules import easy_read_problems, easy_read_sentences
from localoffer.blocks.streams import StoryBlock
from localoffer.blocks.words import words_of
from tests import factories

TODAY = date(2026, 11, 22)
FIFTEEN = "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen."


def pair(picture: int | None, words: str = "<p>You can <b>ask</b> for help.</p>", **more: str) -> dict[str, Any]:
    return {"picture": picture, "words": words, "hard_word": "", "meaning": ""} | more


def body(*pairs: dict[str, Any], title: str = "Who can help") -> Any:
    return StoryBlock().to_python([{"type": "easy_read", "value": {"title": title, "pairs": list(pairs)}}])


def problems(*pairs: dict[str, Any], **more: Any) -> list[str]:
    return StoryBlock().publish_problems(body(*pairs, **more), today=TODAY)


@pytest.fixture
def picture(db: None) -> Any:
    return factories.CustomImageFactory()


def test_a_sentence_may_have_fifteen_words_and_not_sixteen() -> None:
    assert easy_read_problems(words=f"<p>{FIFTEEN}</p>") == []
    (sentence,) = easy_read_problems(words=f"<p>{FIFTEEN[:-1]} sixteen.</p>")
    assert sentence.startswith("This sentence has 16 words:")
    assert "Make two sentences of it" in sentence


def test_figures_count_as_words() -> None:
    assert easy_read_problems(words="<p>Call 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14.</p>") != []


def test_the_end_of_a_paragraph_ends_a_sentence() -> None:
    assert easy_read_sentences("<p>One</p><p>Two. Three!</p>") == ["One", "Two.", "Three!"]


def test_two_sentences_stand_beside_a_picture_and_not_three() -> None:
    assert easy_read_problems(words="<p>Call us. It is free.</p>") == []
    assert easy_read_problems(words="<p>Call us. It is free. We wait.</p>") == [
        "There are 3 sentences beside one picture. Give the others a picture of their own."
    ]


def test_bold_is_for_some_words_only() -> None:
    assert easy_read_problems(words="<p>You can <b>ask us</b> now.</p>") == []
    assert easy_read_problems(words="<p><b>You can ask us</b> now.</p>") == [
        "Bold is for the few words that matter most. Make fewer words bold."
    ]


def test_a_hard_word_stands_there_and_is_explained() -> None:
    words = "<p>Ask the SENCO.</p>"
    assert easy_read_problems(words=words, hard_word="senco", meaning="The teacher who gets help.") == []
    assert easy_read_problems(words=words, hard_word="SENCO") == ["Say in easy words what “SENCO” means."]
    assert easy_read_problems(words=words, meaning="A teacher.") == ["Write the hard word that you explain."]
    assert "does not stand beside this picture" in easy_read_problems(words=words, hard_word="EHCP", meaning="A plan.")[0]
    assert "16 words" in easy_read_problems(words=words, hard_word="SENCO", meaning=f"{FIFTEEN[:-1]} sixteen.")[0]


def test_a_whole_pair_may_be_published(picture: Any) -> None:
    assert problems(pair(picture.pk)) == []


def test_the_gate_asks_for_title_picture_and_words(picture: Any) -> None:
    assert problems(pair(None)) == ["Part 1 (Easy Read): Choose a picture for each sentence."]
    assert problems(pair(picture.pk, words="")) == ["Part 1 (Easy Read): Write a short sentence beside each picture."]
    assert "Part 1 (Easy Read): Write a title." in problems(pair(picture.pk), title="")
    assert problems() == ["Part 1 (Easy Read): Add a picture with its words."]


def test_the_gate_refuses_a_long_sentence(picture: Any) -> None:
    (sentence,) = problems(pair(picture.pk, words=f"<p>{FIFTEEN[:-1]} sixteen.</p>"))
    assert sentence.startswith("Part 1 (Easy Read): This sentence has 16 words")


def test_the_gate_refuses_a_picture_that_does_not_say_what_it_shows(picture: Any) -> None:
    silent = factories.CustomImageFactory(title="Sun", description="", is_decorative=True)
    assert problems(pair(silent.pk)) == [
        "Part 1 (Easy Read): The picture “Sun” does not say what it shows. Write its alternative text."
    ]


def test_the_gate_asks_for_consent_for_a_picture_of_people(db: None) -> None:
    consent = factories.ConsentFactory(ends_on=TODAY)
    shown = factories.CustomImageFactory(shows_people=True, consent=consent)
    assert problems(pair(shown.pk)) == []
    consent.ends_on = TODAY - timedelta(days=1)
    consent.save()
    assert len(problems(pair(shown.pk))) == 1


def test_the_words_stay_where_a_picture_may_not_be_shown(db: None) -> None:
    person = factories.CustomImageFactory(shows_people=True)
    shown = StoryBlock().render(body(pair(person.pk)))
    assert "You can <b>ask</b> for help." in shown
    assert "<img" not in shown


def test_the_picture_is_said_and_stands_before_its_words(picture: Any) -> None:
    shown = StoryBlock().render(body(pair(picture.pk, hard_word="help", meaning="Somebody does it with you.")))
    assert shown.index('alt="A drawing of a sun."') < shown.index("for help") < shown.index("Somebody does it with you.")


def test_the_words_can_be_searched_and_measured(picture: Any) -> None:
    said = words_of(body(pair(picture.pk, hard_word="help", meaning="With you.")))
    assert said.split("\n") == ["Who can help", "You can ask for help.", "help", "With you."]


def test_fifty_pictures_take_as_many_queries_as_one(db: None) -> None:
    def queries(number: int) -> int:
        ids = [factories.CustomImageFactory().pk for _ in range(number)]
        StoryBlock().render(body(*map(pair, ids)))  # the sizes are made at the first showing
        with CaptureQueriesContext(connection) as captured:
            StoryBlock().render(body(*map(pair, ids)))
        return len(captured)

    assert queries(20) == queries(1) <= 3
