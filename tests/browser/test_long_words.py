"""A very long word, such as an address in a name, breaks: it does not make a small screen scroll sideways."""

from typing import Any

import pytest

from .conftest import NARROW
from .test_every_page import TOO_WIDE

LONG_WORDS = {
    "a word without end": "W" * 200,
    "a name with hyphens and a domain": "Abingdon-Wallingford-Didcot-Children-and-Young-People-Clinic.example.org",
    "a very long word": "w" * 300,
}
PAGES = [
    "/",
    "/find-a-service/",
    "/find-a-service/?q=club&seal=on",
    "/find-a-service/?q=qwertyuiop",
    "/find-a-service/riverside-saturday-club/",
    "/find-a-service/gentle-hooves/",
    "/young-people/",
    "/young-people/places-we-like/",
    "/young-people/feeling-worried/",
    "/board/",
    "/board/?tag=deep-dive",
    "/board/reflections-from-steve-crocker-27-march-2024/",
    "/help-by-topic/",
    "/help-by-topic/ehc-plans/ask-for-an-assessment/",
    "/contact/",
]
# Everything that staff write stands in the main part, the path to the page, the help panel and the foot.
FILL = """(word) => {
  const found = document.querySelectorAll("main, .crumbs, .help, .foot, .brand-words, .menu-small, .youth-small");
  document.querySelectorAll("details").forEach((part) => { part.open = true; });
  for (const part of found) {
    const words = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) if (words.currentNode.data.trim()) words.currentNode.data = word;
  }
}"""
SCROLLS = "() => document.scrollingElement.scrollWidth > innerWidth"


@pytest.mark.parametrize("path", PAGES)
def test_a_long_word_does_not_make_a_narrow_screen_scroll_sideways(visit: Any, path: str) -> None:
    page = visit(path, size=NARROW)
    for what, word in LONG_WORDS.items():
        page.evaluate(FILL, word)
        assert (what, page.evaluate(TOO_WIDE)) == (what, [])
        assert not page.evaluate(SCROLLS), what
