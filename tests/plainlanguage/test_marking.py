"""Hard words are found as people write them, marked once a page, and left alone in headings, links, quotations and names."""

import time

import pytest
from bs4 import BeautifulSoup

from localoffer.plainlanguage.marking import Explained, by_letter, find_terms, mark_terms, matching

TERMS = (
    Explained("autism", ("autism", "autistic"), "A different way to sense the world."),
    Explained("ehc-plan", ("EHC plan", "EHC plans", "EHCP", "education, health and care plan"), "A legal plan."),
    Explained("assessment", ("EHC needs assessment", "needs assessment"), "The first step to a plan."),
    Explained("review", ("annual review", "annual reviews"), "A yearly meeting."),
    Explained("mediation", ("mediation",), "A meeting with somebody who takes no side."),
    Explained("pip", ("PIP", "Personal Independence Payment"), "Money."),
    Explained("salt", ("SALT", "SaLT", "speech and language therapy"), "Help with talking."),
    Explained("section-f", ("Section F",), "The part about help to learn."),
    Explained("allowance", ("carer’s allowance",), "Money for carers."),
    Explained("senco", ("SENCO",), "A teacher."),
)
ADDRESS = "/glossary/"


def found(text: str) -> list[str]:
    return [text[place.start : place.end] for place in find_terms(text, TERMS)]


def marked(html: str) -> list[tuple[str, str]]:
    """The words that are marked, and where each leads."""
    soup = BeautifulSoup(mark_terms(html, TERMS, ADDRESS)[0], "html5lib")
    return [(link.get_text(), link["href"]) for link in soup.select("a.term")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ask about autism.", ["autism"]),
        ("Autism is not an illness.", ["Autism"]),
        ("At your Annual Review you can speak.", ["Annual Review"]),
        ("Your EHC Plan says so.", ["EHC Plan"]),
        ("Your EHC\u00a0plan says so.", ["EHC\u00a0plan"]),
        ("An education, health and care plan", ["education, health and care plan"]),
        ("Claim carer's allowance.", ["carer's allowance"]),
        ("The SENCO’s room", ["SENCO"]),
        ("(PIP)", ["PIP"]),
        ("“PIP”, SaLT!", ["PIP", "SaLT"]),
    ],
)
def test_a_term_is_found_as_people_write_it(text: str, words: list[str]) -> None:
    assert found(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "Pass the salt. An apple pip.",  # an abbreviation counts only with its capitals
        "In section f of the book",
        "They remediation the mediations",  # whole words only
        "SENCOs PIPs EHCPs",  # no other form than those that editors wrote
        "A pre-mediation talk, mediation-like",
        "Write to senco@example.org or mediation@example.org",
        "Go to https://autism.example.org/autism/",
        "#autism @autism",
        "EHC\nand plan",
        "",
        "🙂 \u202eautis\u202cm",
    ],
)
def test_what_only_looks_like_a_term_is_none(text: str) -> None:
    assert found(text) == []


def test_the_longest_term_wins_and_its_parts_are_not_found_again() -> None:
    assert found("An EHC needs assessment, then a needs assessment.") == ["EHC needs assessment", "needs assessment"]
    assert marked("<p>An EHC needs assessment comes before an EHC plan.</p>") == [
        ("EHC needs assessment", "/glossary/#assessment"),
        ("EHC plan", "/glossary/#ehc-plan"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ask Autism Oxford for help.",
        "Autism Oxford helps.",
        "We went to the Annual Review Team.",
        "Call the Oxfordshire SENCO line.",
        "Riverside Mediation is free.",
    ],
)
def test_a_word_that_belongs_to_a_name_is_no_term(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["The SENCO helps.", "It is free. Your SENCO helps.", "She said: ask. Ask SENCO staff.", "I and PIP"]
)
def test_the_capital_of_a_sentence_makes_no_name(text: str) -> None:
    assert len(found(text)) == 1


def test_only_the_first_use_on_a_page_is_marked_in_whichever_way_it_is_written() -> None:
    assert marked("<p>An EHCP is an EHC plan.</p><p>EHC plans help.</p>") == [("EHCP", "/glossary/#ehc-plan")]


@pytest.mark.parametrize(
    "html",
    [
        "<h1>autism</h1>",
        "<h2>About <b>autism</b></h2>",
        '<p><a href="/x/">autism <i>and</i> autism</a></p>',
        "<button>autism</button>",
        "<details><summary><h3>autism</h3></summary></details>",
        "<blockquote><p>autism</p></blockquote>",
        "<p>She said <q>autism</q>.</p>",
        "<figure><figcaption>autism</figcaption></figure>",
        "<label>autism</label><select><option>autism</option></select><textarea>autism</textarea>",
        "<nav><ul><li>autism</li></ul></nav>",
        "<dl><dt>autism</dt></dl><table><caption>autism</caption><tr><th>autism</th></tr></table>",
        "<script>var autism = 1;</script><style>.autism {}</style>",
        "<svg><title>autism</title><text>autism</text></svg>",
        "<!-- autism -->",
        '<img alt="autism" src="autism.png">',
        '<p translate="no">autism</p>',
        "<div data-no-terms><div>autism</div><p>autism</p></div>",
        "<blockquote>one<blockquote>two</blockquote>autism</blockquote>",
    ],
)
def test_a_term_is_never_marked_there(html: str) -> None:
    assert mark_terms(html, TERMS, ADDRESS) == (html, ())
    assert marked(f"{html}<p>autism</p>") == [("autism", "/glossary/#autism")]


@pytest.mark.parametrize(
    "html",
    [
        "<p class=\"a\" data-x='1 > 0'>Tea &amp; cake &lt;b&gt; &#8217; &copy;<br>x</p>",
        "<p>AT&T & more</p>",
        "<svg viewBox='0 0 1 1'><path d='M1 1'/></svg>",
        "<p>not closed <b>at all",
        "</p></div>&lt;script&gt;",
        "<!DOCTYPE html><p>🙂 שלום</p>",
    ],
)
def test_all_else_stays_as_it_was(html: str) -> None:
    assert mark_terms(html, TERMS, ADDRESS) == (html, ())


def test_what_stands_around_a_marked_word_stays_escaped() -> None:
    html = "<p>&lt;script&gt;alert(1)&lt;/script&gt; autism &amp; &lt;b&gt;</p>"
    soup = BeautifulSoup(mark_terms(html, TERMS, ADDRESS)[0], "html5lib")
    assert soup.p.get_text() == "<script>alert(1)</script> autism & <b>"
    assert soup.find("script") is None
    assert soup.find("b") is None


def test_the_terms_are_given_in_their_order_on_the_page() -> None:
    assert [term.anchor for term in mark_terms("<p>PIP, autism, PIP, SENCO</p>", TERMS, ADDRESS)[1]] == ["pip", "autism", "senco"]


def test_a_very_long_page_is_marked_in_good_time() -> None:
    html = "<p>" + "Ask the SENCO about autism & an annual review of the plan. " * 2000 + "</p>"
    began = time.perf_counter()
    assert len(mark_terms(html, TERMS, ADDRESS)[1]) == 3
    assert time.perf_counter() - began < 3


def test_searching_looks_at_the_words_first_and_then_at_what_they_mean() -> None:
    assert [term.anchor for term in matching(TERMS, "ehc")] == ["ehc-plan", "assessment"]
    assert [term.anchor for term in matching(TERMS, "MONEY")] == ["pip", "allowance"]
    assert matching(TERMS, "qwerty") == []
    assert matching(TERMS, "") == list(TERMS)


def test_words_stand_under_their_letters_accents_and_figures_too() -> None:
    terms = [Explained("1", (word,), "x") for word in ("zoo", "Éclair", "apple", "16 to 19", "ear")]
    assert [(letter, [term.term for term in found]) for letter, found in by_letter(terms)] == [
        ("0–9", ["16 to 19"]),
        ("A", ["apple"]),
        ("E", ["ear", "Éclair"]),
        ("Z", ["zoo"]),
    ]
