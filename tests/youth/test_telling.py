"""“Tell us” by the web: one question a page, nothing kept before Send, nothing of the answers in addresses or cookies."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from localoffer.contact.forms import LONGEST_WORDS
from localoffer.people.models import Attempt
from localoffer.people.roles import FORUM_SUPPORTER
from tests import factories
from youth.listening import GUESSING, SENDING, approve, write_up
from youth.models import YoungMessage
from youth.rules import CODE_LENGTH

pytestmark = pytest.mark.django_db
FORM, ANSWER = "/tell-us/", "/tell-us/answer/"
BY_WORDS = {"kind": "idea", "way": "words", "words": "Put a quiet hour in the library.", "age_band": "14-15"}
BY_PICTURES = {"kind": "story", "way": "pictures", "about": ["school", "money"], "feelings": ["happy", "proud"], "age_band": ""}


@pytest.fixture(autouse=True)
def site(site_tree: Any) -> Any:
    return site_tree


def soup(response: Any) -> Any:
    return BeautifulSoup(response.content, "html5lib")


def step_of(response: Any) -> str:
    field = soup(response).select_one("main [name=step]")
    return field["value"] if field else ""


def answers_on(response: Any) -> dict[str, Any]:
    """What the page's form would send: hidden fields, ticks and words."""
    found: dict[str, Any] = {}
    for field in soup(response).select("main form.voice-form :is(input, textarea)"):
        if field.get("type") in ("radio", "checkbox") and not field.has_attr("checked"):
            continue
        value = field.get_text() if field.name == "textarea" else field.get("value", "")
        found.setdefault(field["name"], []).append(value)
    found.pop("csrfmiddlewaretoken", None)
    return found


def walk(client: Any, answers: dict[str, Any]) -> Any:
    """Answers one question after the other as a person does, up to the page to check."""
    response = client.get(FORM)
    while (step := step_of(response)) != "check":
        sent = answers_on(response) | {"go": "next"}
        response = client.post(FORM, sent | ({step: answers[step]} if answers.get(step) else {}))
        assert response.status_code == 200
    return response


def send(client: Any, answers: dict[str, Any], **more: Any) -> Any:
    return client.post(FORM, answers | {"step": "check", "go": "send"}, **more)


def code_on(response: Any) -> str:
    return soup(response).select_one(".code").get_text(strip=True)


@pytest.mark.parametrize("answers", [BY_WORDS, BY_PICTURES], ids=["words", "pictures"])
def test_a_message_is_sent_step_by_step_and_nothing_is_kept_before_the_end(answers: dict[str, Any], client: Any) -> None:
    check = walk(client, answers)
    assert not YoungMessage.objects.exists()
    response = client.post(FORM, answers_on(check) | {"go": "send"})
    message = YoungMessage.objects.get()
    assert (message.kind, message.words, message.age_band) == (answers["kind"], answers.get("words", ""), answers["age_band"])
    assert message.about == ",".join(answers.get("about", []))
    assert message.feelings == ",".join(answers.get("feelings", []))
    assert message.status == "new"
    assert len(code_on(response).replace("-", "")) == CODE_LENGTH


def test_one_question_stands_on_a_page_with_a_label_on_every_field(client: Any) -> None:
    response = client.get(FORM)
    assert len(soup(response).select("main form.voice-form fieldset")) == 1
    for field in soup(response).select("main form.voice-form input:not([type=hidden])"):
        assert soup(response).select_one(f"label[for={field['id']}]").get_text(strip=True)


def test_no_answer_is_in_an_address_or_a_cookie(client: Any) -> None:
    response = client.post(FORM, answers_on(walk(client, BY_WORDS)) | {"go": "send"})
    assert response.status_code == 200
    assert "Location" not in response
    assert set(client.cookies) <= {"csrftoken"}
    assert response["X-Robots-Tag"] == "noindex"
    assert "private" in response["Cache-Control"]


def test_looking_at_the_form_with_answers_in_the_address_takes_none_of_them(client: Any) -> None:
    response = client.get(FORM, BY_WORDS | {"step": "check", "go": "send"})
    assert step_of(response) == "kind"
    assert b"quiet hour" not in response.content
    assert not YoungMessage.objects.exists()


def test_back_leads_to_the_question_before_and_keeps_all_answers(client: Any) -> None:
    answers = {name: [value] for name, value in BY_WORDS.items()}
    for step, before in (("check", "age_band"), ("age_band", "words"), ("words", "way"), ("way", "kind"), ("kind", "kind")):
        response = client.post(FORM, answers | {"step": step, "go": "back"})
        assert step_of(response) == before
        kept = answers_on(response)
        assert {name: [value.strip() for value in kept[name]] for name in BY_WORDS} == answers


def test_each_answer_can_be_changed_from_the_last_page(client: Any) -> None:
    for step in BY_WORDS:
        assert step_of(client.post(FORM, BY_WORDS | {"step": "check", "go": step})) == step


def test_who_picks_pictures_after_all_sends_no_words(client: Any) -> None:
    send(client, BY_PICTURES | {"words": "Words from before"})
    assert YoungMessage.objects.get().words == ""


@pytest.mark.parametrize(
    ("change", "step"),
    [
        ({"kind": "secret"}, "kind"),
        ({"kind": ""}, "kind"),
        ({"way": "song"}, "way"),
        ({"words": "  "}, "words"),
        ({"words": "<b></b>"}, "words"),
        ({"words": "x" * (LONGEST_WORDS + 1)}, "words"),
        ({"words": "é" * 50_000}, "words"),
        ({"age_band": "99"}, "age_band"),
    ],
)
def test_answers_are_looked_at_again_at_the_end_and_a_wrong_one_is_asked_for(
    change: dict[str, str], step: str, client: Any
) -> None:
    response = send(client, BY_WORDS | change)
    assert response.status_code == 422
    assert step_of(response) == step
    assert not YoungMessage.objects.exists()
    page = soup(response)
    assert page.title.get_text().strip().startswith("Error:")
    for link in page.select("#errors a"):
        assert page.select_one(link["href"]) is not None
    if step == "words":
        assert answers_on(response)["words"][0].strip() == change["words"].strip()


def test_a_picture_that_we_do_not_have_is_refused(client: Any) -> None:
    assert step_of(send(client, BY_PICTURES | {"about": ["school", "../../etc"]})) == "about"
    assert step_of(send(client, BY_PICTURES | {"feelings": []})) == "feelings"
    assert not YoungMessage.objects.exists()


def test_the_longest_message_is_taken(client: Any) -> None:
    send(client, BY_WORDS | {"words": "x" * LONGEST_WORDS})
    assert len(YoungMessage.objects.get().words) == LONGEST_WORDS


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("a\x00b", "ab"),
        ("<script>alert(1)</script>Hi", "alert(1)Hi"),
        ("🙂 👩\u200d👧", "🙂 👩\u200d👧"),
        ("السلام عليكم", "السلام عليكم"),
        ("a\u202eb", "ab"),
        ("'; DROP TABLE x; -- {{ 7|add:7 }}", "'; DROP TABLE x; -- {{ 7|add:7 }}"),
    ],
)
def test_whatever_is_typed_is_kept_as_words(words: str, kept: str, client: Any) -> None:
    assert send(client, BY_WORDS | {"words": words}).status_code == 200
    assert YoungMessage.objects.get().words == kept


@pytest.mark.parametrize("field", ["kind", "way", "about", "feelings", "age_band", "once", "step", "go", "trap"])
def test_a_null_character_anywhere_is_no_fault_of_the_site(field: str, client: Any) -> None:
    assert send(client, BY_WORDS | {field: "a\x00b"}).status_code in (200, 422)


def test_what_was_typed_travels_as_words_and_not_as_markup(client: Any) -> None:
    typed = '"><img src=x onerror=alert(1)></textarea><img src=x>'
    for step, go in (("words", "next"), ("check", "back"), ("words", "back")):
        page = soup(client.post(FORM, BY_WORDS | {"words": typed, "step": step, "go": go}))
        assert page.select("main img[src=x]") == []


def test_a_program_that_fills_the_hidden_field_sees_success_and_stores_nothing(client: Any) -> None:
    response = send(client, BY_WORDS | {"trap": "http://example.org"})
    assert len(code_on(response).replace("-", "")) == CODE_LENGTH
    assert not YoungMessage.objects.exists()
    first = client.post(FORM, {"kind": "idea", "step": "kind", "go": "next", "trap": "x"})
    assert answers_on(first)["trap"] == ["x"]


def test_sending_again_by_reloading_keeps_one_message_and_shows_the_same_code(client: Any) -> None:
    sent = answers_on(walk(client, BY_WORDS)) | {"go": "send"}
    assert code_on(client.post(FORM, sent)) == code_on(client.post(FORM, sent))
    assert YoungMessage.objects.count() == 1


def test_a_token_that_we_did_not_give_out_is_not_taken(client: Any) -> None:
    codes = {code_on(send(client, BY_WORDS | {"once": "guess"})) for _ in range(2)}
    assert len(codes) == 2


def test_a_flood_meets_a_kind_page_that_keeps_all_answers(client: Any) -> None:
    for _ in range(SENDING.tries):
        assert send(client, BY_WORDS).status_code == 200
    response = send(client, BY_WORDS)
    assert response.status_code == 429
    assert "Your words are still here." in soup(response).select_one("#errors").get_text()
    assert answers_on(response)["words"] == [BY_WORDS["words"]]
    assert YoungMessage.objects.count() == SENDING.tries
    assert send(client, BY_WORDS, REMOTE_ADDR="203.0.113.99").status_code == 200


DANGER = BY_WORDS | {"words": "I want to kil myself"}


def test_words_of_danger_show_help_at_once_and_the_message_is_still_kept(client: Any) -> None:
    page = soup(client.post(FORM, DANGER | {"step": "words", "go": "next"}))
    main = page.select_one("main")
    assert main.select_one("[role=alert] #help-now a[href='tel:999']")
    assert len(page.select("#help-now")) == 1
    assert main.select_one("form.voice-form")
    sent = send(client, DANGER)
    assert soup(sent).select_one("main #help-now")
    assert YoungMessage.objects.get().is_flagged


def test_help_is_shown_also_when_the_words_are_too_many_and_when_a_flood_came_before(client: Any) -> None:
    long = DANGER | {"words": DANGER["words"] + " and" * 2000, "step": "words", "go": "next"}
    response = client.post(FORM, long)
    assert response.status_code == 422
    assert soup(response).select_one("main #help-now")


def test_other_words_leave_help_where_it_always_is(client: Any) -> None:
    page = soup(client.post(FORM, BY_WORDS | {"step": "words", "go": "next"}))
    assert page.select_one("main #help-now") is None
    assert page.select_one("#help-now")


def test_the_page_says_who_reads_it_and_that_nobody_watches_all_the_time(client: Any, site: Any) -> None:
    factories.TellUsPageFactory(parent=site["youth"])
    for address in (FORM, "/young-people/tell-us/"):
        words = soup(client.get(address)).select_one("main").get_text()
        assert "Nobody watches this all the time." in words
        assert "if someone is in danger" in words
        assert "We call them supporters." in words


# --- The answer, by the code


def test_the_answer_appears_by_the_code_and_the_words_do_not(client: Any) -> None:
    code = code_on(send(client, BY_WORDS))
    assert "Nobody has read it yet." in soup(client.post(ANSWER, {"code": code})).select_one("main").get_text()
    YoungMessage.objects.update(status="answered", answer="The library says: <b>yes</b>.")
    response = client.post(ANSWER, {"code": code.lower().replace("-", " ")})
    words = soup(response).select_one("main").get_text()
    assert "The library says: <b>yes</b>." in words
    assert BY_WORDS["words"] not in words
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize("status", ["new", "reading", "with", "answered", "closed"])
def test_each_state_is_said_in_plain_words(status: str, client: Any) -> None:
    code = code_on(send(client, BY_WORDS))
    YoungMessage.objects.update(status=status)
    assert client.post(ANSWER, {"code": code}).status_code == 200


@pytest.mark.parametrize("code", ["ACDE-FHJK-LMNP-QRTU", "nonsense", "a\x00b", "🙂", "x" * 50_000, "", "'; --"])
def test_a_wrong_code_meets_a_kind_page(code: str, client: Any) -> None:
    response = client.post(ANSWER, {"code": code})
    assert response.status_code == 422
    assert soup(response).select_one("#errors")


def test_guessing_codes_ends_after_ten(client: Any) -> None:
    code = code_on(send(client, BY_WORDS))
    for _ in range(GUESSING.tries):
        assert client.post(ANSWER, {"code": "ACDE-FHJK-LMNP-QRTU"}).status_code == 422
    response = client.post(ANSWER, {"code": code})
    assert response.status_code == 429
    assert "wait an hour" in soup(response).select_one("#errors").get_text()
    assert Attempt.objects.filter(purpose=GUESSING.purpose).count() == GUESSING.tries


def test_the_code_in_the_address_opens_nothing(client: Any) -> None:
    code = code_on(send(client, BY_WORDS))
    assert "Nobody has read" not in client.get(ANSWER, {"code": code}).content.decode()


def test_after_approval_the_answer_leads_to_the_page_where_it_stands(client: Any, site: Any, person: Any) -> None:
    from django.utils import timezone

    shown = factories.YouAskedPageFactory(parent=site["youth"])
    code = code_on(send(client, BY_WORDS))
    asked = write_up(YoungMessage.objects.get(), user=person(FORUM_SUPPORTER))
    asked.asked_of = "The library"
    asked.save()
    assert soup(client.post(ANSWER, {"code": code})).select_one(f"main a[href='{shown.url}']") is None
    assert BY_WORDS["words"] not in client.get(shown.url).content.decode()
    approve(asked, seen=asked.digest, cleared=set(), alone=True, user=asked.written_by, now=timezone.now())
    assert soup(client.post(ANSWER, {"code": code})).select_one(f"main a[href='{shown.url}']")
    assert BY_WORDS["words"] in client.get(shown.url).content.decode()


def test_a_step_asks_the_database_little(client: Any) -> None:
    client.get(FORM)
    with CaptureQueriesContext(connection) as captured:
        client.post(FORM, BY_WORDS | {"step": "words", "go": "next"})
    assert len(captured) <= 10


# --- What keeps the site outside the Online Safety Act (docs/decisions): no visitor meets what another sent


def test_nothing_that_a_young_person_sends_is_met_by_anybody_else_before_staff_publish_it(client: Any, site: Any) -> None:
    for parent, factory in ((site["youth"], factories.YouAskedPageFactory), (site["youth"], factories.ForumMeetingsPageFactory)):
        factory(parent=parent)
    marker = "xylophone-zebra"
    send(client, BY_WORDS | {"words": f"I saw a {marker}."})
    assert YoungMessage.objects.filter(words__contains=marker).exists()
    seen = [FORM, ANSWER, "/sitemap.xml", "/find-a-service/?q=xylophone", "/youth-forum/calendar.ics", "/"]
    from wagtail.models import Page

    seen += [page.url for page in Page.objects.live().filter(depth__gt=1) if page.url]
    for address in seen:
        response = client.get(address, follow=True)
        assert response.status_code == 200, address
        assert marker not in response.content.decode(), address
