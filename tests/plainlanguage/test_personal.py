import pytest

from localoffer.plainlanguage.choices import Detail
from localoffer.plainlanguage.personal import personal_details


def kinds(text: str, **more: object) -> list[tuple[str, str]]:
    return [(finding.kind.value, finding.words) for finding in personal_details(text, **more)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I went with Jamie Smith.", ("surname", "Jamie Smith")),
        ("Mrs Patel was kind.", ("surname", "Mrs Patel")),
        ("Sarah O’Neill helped me.", ("surname", "Sarah O’Neill")),
        ("Kai B is my friend", ("surname", "Kai B")),
        ("We like Anna McDonald most.", ("surname", "Anna McDonald")),
        ("I go to Larkmead School.", ("school", "Larkmead School")),
        ("He is at St John Fisher Primary now.", ("school", "St John Fisher Primary")),
        ("Call me on 07700 900123!", ("phone", "07700 900123")),
        ("Ring +44 1632 960 123", ("phone", "+44 1632 960 123")),
        ("We saw José Smith.", ("surname", "José Smith")),
        ("Оля Коваль was there", ("surname", "Оля Коваль")),
        ("Kai Müller is nice", ("surname", "Kai Müller")),
        ("Call 07700.900123", ("phone", "07700.900123")),
        ("Call 0044 7700 900123", ("phone", "0044 7700 900123")),
        ("Write to kai.b@example.org.", ("mail", "kai.b@example.org")),
        ("I am @kai_games there", ("mail", "@kai_games")),
        ("I live at 12 Mill Lane.", ("address", "12 Mill Lane")),
        ("It is near OX14 3AB", ("address", "OX14 3AB")),
    ],
)
def test_details_that_could_tell_who_somebody_is_are_found(text: str, found: tuple[str, str]) -> None:
    assert kinds(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "They asked me what I wanted. Nobody rushed me.",
        "I liked Colin the shark.",
        "Go on a Saturday Morning. The Quiet Room has beanbags.",
        "Three of us, aged 13 to 17",
        "On Monday Kai went. Kai and Ari liked it.",
        "My EHC plan says so. The SEND Youth Forum went.",
        "Kai I said.",
        "It cost £4.50 and took 20 minutes in 2026.",
        "Open 10 to 12. Room 12 is quiet.",
        "We went to the Saturday Club in Oxford.",
        "My school was nice.",
    ],
)
def test_plain_words_are_left_alone(text: str) -> None:
    assert kinds(text) == []


def test_names_that_are_known_to_be_none_of_a_person_are_left_alone() -> None:
    assert kinds("We went to Riverside Rovers.") == [("surname", "Riverside Rovers")]
    assert kinds("We went to Riverside Rovers.", known=["Riverside Rovers"]) == []


def test_schools_of_the_directory_are_found_by_their_names() -> None:
    assert kinds("I was at the orchard house.", schools=["Orchard House"]) == [("school", "orchard house")]
    assert kinds("I was at the orchard houseboat.", schools=["Orchard House"]) == []


def test_each_finding_is_said_once_with_what_to_do() -> None:
    found = personal_details("Jo Smith came. Jo Smith left. jo@example.org")
    assert [finding.kind for finding in found] == [Detail.MAIL, Detail.SURNAME]
    assert found[1].warning == "“Jo Smith” looks like a full name. Use a first or chosen name only."


def test_a_long_text_of_capitals_takes_no_long_time() -> None:
    assert {finding.words for finding in personal_details("Aa Bb " * 20_000)} == {"Aa Bb Aa Bb Aa Bb", "Aa Bb Aa Bb"}
