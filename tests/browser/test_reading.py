"""What helps with reading: hard words that open their meaning, the page of all words, and reading aloud."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import NARROW, WIDE
from .faults import faults
from .moving import follow, tab_to
from .test_every_page import LOOKS, TOO_WIDE

INFORMATION = "/help-by-topic/ehc-plans/ask-for-an-assessment/"
YOUTH = "/young-people/help-with-school/"
POST = "/board/reflections-from-steve-crocker-27-march-2024/"
# A device with one voice. It speaks nothing: `finish()` ends the sentence, `said` holds what it was given.
VOICE = """(() => {
  window.said = []; let current = null; let voices = %s;
  const events = new EventTarget();
  const speech = {
    getVoices: () => voices,
    speak(sentence) { window.said.push({words: sentence.text, rate: sentence.rate, lang: sentence.lang}); current = sentence; },
    cancel() { const was = current; current = null; if (was) setTimeout(() => was.onerror?.({error: "interrupted"})); },
    addEventListener: (...given) => events.addEventListener(...given),
    removeEventListener: (...given) => events.removeEventListener(...given),
  };
  Object.defineProperty(window, "speechSynthesis", {value: speech, configurable: true});
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  window.finish = () => { const was = current; current = null; was?.onend?.(); };
  window.fail = () => { const was = current; current = null; was?.onerror?.({error: "synthesis-failed"}); };
  window.bringVoices = (more) => { voices = more; events.dispatchEvent(new Event("voiceschanged")); };
})()"""
ENGLISH = '[{lang: "en-GB", localService: true}]'
WITHOUT_HIGHLIGHTS = "Object.defineProperty(window, 'Highlight', {value: undefined, configurable: true})"
LIT = """() => {
  const shown = CSS.highlights?.get("reading");
  return shown ? [...shown].map(String).join("").replace(/\\s+/g, " ").trim()
    : [...document.querySelectorAll("mark.reading")].map((mark) => mark.textContent).join("").replace(/\\s+/g, " ").trim();
}"""


def opened_word(page: Page) -> Any:
    return page.locator(".term-note:popover-open")


# --- Hard words -----------------------------------------------------------------------------


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_a_hard_word_opens_its_meaning_by_click_and_closes_by_its_button(size: tuple[int, int], visit: Any) -> None:
    page = visit(INFORMATION, size=size)
    word = page.locator("a.term").first
    word.click()
    note = opened_word(page)
    expect(note).to_be_in_viewport(ratio=1)
    expect(note).to_be_focused()
    expect(word).to_have_attribute("aria-expanded", "true")
    assert page.evaluate(TOO_WIDE) == []
    note.get_by_role("button", name="Close").click()
    expect(note).to_have_count(0)
    expect(word).to_be_focused()
    expect(word).to_have_attribute("aria-expanded", "false")
    expect(page).to_have_url(re.compile(f"{INFORMATION}$"))
    assert page.complaints == []


@pytest.mark.parametrize("key", ["Enter", " "])
def test_the_keyboard_alone_opens_it_and_escape_closes_it(key: str, visit: Any) -> None:
    page = visit(INFORMATION)
    word = page.locator("a.term").first
    tab_to(page, word)
    page.keyboard.press(key)
    expect(opened_word(page)).to_be_focused()
    page.keyboard.press("Tab")
    expect(opened_word(page).locator("a, button").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(opened_word(page)).to_have_count(0)
    expect(word).to_be_focused()


def test_whoever_goes_on_by_keyboard_leaves_the_meaning_behind(visit: Any) -> None:
    page = visit(INFORMATION)
    page.locator("a.term").first.click()
    expect(opened_word(page)).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(opened_word(page)).to_have_count(0)


def test_a_finger_opens_it_too(visit: Any) -> None:
    page = visit(YOUTH, size=NARROW, has_touch=True)
    page.locator("a.term").first.tap()
    expect(opened_word(page)).to_be_in_viewport(ratio=1)


def test_without_scripts_it_leads_to_its_entry(visit: Any) -> None:
    page = visit(YOUTH, scripts=False)
    follow(page.locator("a.term", has_text="SENCO"))
    expect(page).to_have_url(re.compile(r"/glossary/#senco-\d+$"))
    expect(page.locator(".word:target")).to_contain_text("makes sure that children with special needs get help")
    expect(page.locator(".word:target")).to_be_in_viewport()


def test_an_old_browser_without_popovers_leads_there_as_well(visit: Any) -> None:
    page = visit("/healthz")
    page.add_init_script("delete HTMLElement.prototype.showPopover")
    page.goto(YOUTH)
    follow(page.locator("a.term", has_text="SENCO"))
    expect(page).to_have_url(re.compile(r"/glossary/#senco-\d+$"))


def test_on_paper_each_word_has_its_note(visit: Any) -> None:
    page = visit(INFORMATION)
    page.emulate_media(media="print")
    words = page.locator("a.term").count()
    assert words >= 3
    notes = page.locator(".term-notes li")
    assert notes.count() == words
    expect(notes.first).to_be_visible()
    page.emulate_media(media="screen")
    expect(notes.first).to_be_hidden()


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("path", [INFORMATION, YOUTH])
def test_axe_finds_nothing_in_an_open_meaning_nor_in_the_bar_that_reads(path: str, look: str, visit: Any) -> None:
    media = dict(LOOKS[look])
    page = visit("/healthz", size=media.pop("size"), dark=bool(media.pop("color_scheme", "")), reduced_motion="reduce", **media)
    page.add_init_script(VOICE % ENGLISH)
    page.goto(path)
    page.get_by_role("button", name="Listen to this page").click()
    page.locator("a.term").first.click()
    expect(opened_word(page)).to_be_visible()
    assert faults(page) == []
    assert page.evaluate(TOO_WIDE) == []


def test_one_finds_a_word_in_the_list_of_all(visit: Any) -> None:
    page = visit("/")
    follow(page.get_by_role("link", name="What words mean"))
    page.get_by_role("navigation", name="Letters").get_by_role("link", name="S", exact=True).click()
    expect(page.get_by_role("heading", name="S", exact=True)).to_be_in_viewport()
    page.get_by_label("Which word?").fill("sendco")
    follow(page.get_by_role("button", name="Find"))
    expect(page.locator(".word h3")).to_have_text(["SENCO"])
    page.get_by_label("Which word?").fill("qwertyuiop")
    follow(page.get_by_role("button", name="Find"))
    expect(page.get_by_text("We have no word like “qwertyuiop” yet.")).to_be_visible()
    follow(page.get_by_role("link", name="See all words"))
    assert page.locator(".word").count() >= 70


# --- Reading aloud --------------------------------------------------------------------------


@pytest.fixture
def listen(visit: Any) -> Any:
    """Opens a page on a device with a voice, and starts it."""

    def go(path: str = YOUTH, *, voices: str = ENGLISH, script: str = "", **more: Any) -> Page:
        page = visit("/healthz", **more)
        page.add_init_script(VOICE % voices)
        if script:
            page.add_init_script(script)
        page.goto(path)
        return page

    return go


def start(page: Page) -> None:
    page.get_by_role("button", name="Listen to this page").click()


@pytest.mark.parametrize("script", ["", WITHOUT_HIGHLIGHTS], ids=["highlights", "marks"])
def test_it_reads_sentence_by_sentence_and_shows_which(script: str, listen: Any) -> None:
    page = listen(script=script)
    before = page.locator("main .story").inner_html()
    assert page.evaluate("said.length") == 0  # nothing plays by itself
    start(page)
    heard = []
    for _ in range(200):
        sentence = page.evaluate("said.at(-1)")
        heard.append(sentence["words"])
        assert page.evaluate(LIT) == sentence["words"]
        number = page.evaluate("said.length")
        page.evaluate("finish()")
        if page.evaluate("said.length") == number:
            break
    assert heard[:2] == ["Help with school", "School should help you learn."]
    assert "Ask the SENCO at your school." in heard  # a marked word is read with its sentence
    assert "Need help now?" not in heard
    assert not any("Young people’s menu" in words or "Tell us" in words for words in heard)
    expect(page.get_by_role("group", name="Read aloud").get_by_role("status")).to_have_text("That was the end of the page.")
    assert page.evaluate(LIT) == ""
    expect(page.get_by_role("button", name="Listen to this page")).to_be_visible()
    assert page.locator("main .story").inner_html() == before
    assert page.complaints == []


def test_one_pauses_goes_on_changes_speed_and_stops_by_keyboard(listen: Any) -> None:
    page = listen()
    bar = page.get_by_role("group", name="Read aloud")
    status = bar.get_by_role("status")
    tab_to(page, page.get_by_role("button", name="Listen to this page"))
    page.keyboard.press("Enter")
    expect(status).to_have_text("Reading.")
    page.evaluate("finish()")
    second = page.evaluate("said.at(-1).words")
    page.keyboard.press("Enter")
    expect(status).to_have_text("Paused.")
    expect(bar.get_by_role("button", name="Go on")).to_be_focused()
    page.evaluate("finish()")
    assert page.evaluate("said.length") == 2
    page.keyboard.press("Enter")
    assert page.evaluate("said.map((each) => each.words)")[1:] == [second, second]
    bar.get_by_label("Speed").select_option("Slow")
    assert page.evaluate("said.at(-1)") == {"words": second, "rate": 0.7, "lang": "en-GB"}
    tab_to(page, bar.get_by_role("button", name="Stop"))
    page.keyboard.press("Enter")
    expect(status).to_have_text("Stopped.")
    expect(bar.get_by_role("button", name="Listen to this page")).to_be_focused()
    expect(bar.get_by_role("button", name="Stop")).to_be_hidden()
    assert page.evaluate(LIT) == ""


def test_a_voice_that_fails_says_so(listen: Any) -> None:
    page = listen()
    start(page)
    page.evaluate("fail()")
    status = page.get_by_role("group", name="Read aloud").get_by_role("status")
    expect(status).to_have_text("Your device could not read this page.")


@pytest.mark.parametrize(
    "path",
    [
        INFORMATION,
        POST,
        "/find-a-service/riverside-saturday-club/",
        "/young-people/",
        "/",
        "/find-a-service/?q=club",
    ],
)
def test_each_kind_of_page_can_be_read_and_begins_with_its_title(path: str, listen: Any) -> None:
    page = listen(path)
    start(page)
    title = " ".join(page.locator("h1").inner_text().split())
    heard = []
    for _ in range(3):
        heard.append(page.evaluate("said.at(-1).words"))
        page.evaluate("finish()")
    assert any(title.startswith(words) for words in heard)


@pytest.mark.parametrize(
    "voices",
    ["[]", '[{lang: "en-GB", localService: false}]', '[{lang: "de-DE", localService: true}]'],
    ids=["none", "of a server only", "of another language"],
)
def test_without_a_voice_of_the_device_for_the_language_there_is_no_button(voices: str, listen: Any) -> None:
    page = listen(voices=voices)
    expect(page.get_by_role("group", name="Read aloud")).to_be_hidden()
    page.evaluate('bringVoices([{lang: "en_GB", localService: true}])')
    expect(page.get_by_role("button", name="Listen to this page")).to_be_visible()


def test_without_scripts_there_is_no_button(visit: Any) -> None:
    page = visit(YOUTH, scripts=False)
    expect(page.get_by_role("group", name="Read aloud")).to_have_count(0)
    expect(page.get_by_text("Listen to this page")).to_be_hidden()


def test_the_bar_stays_in_sight_while_it_reads_and_fits_a_small_screen(listen: Any) -> None:
    page = listen(size=NARROW)
    start(page)
    page.evaluate("scrollTo(0, 2000)")
    for name in ("Pause", "Stop"):
        button = page.get_by_role("button", name=name)
        expect(button).to_be_in_viewport(ratio=1)
        assert button.bounding_box()["height"] >= 44
    assert page.evaluate(TOO_WIDE) == []
