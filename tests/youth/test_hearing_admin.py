"""Who may read what young people sent, and what a supporter does with it. Always by direct request."""

from datetime import UTC, datetime
from typing import Any

import pytest
from bs4 import BeautifulSoup

from localoffer.people.roles import FORUM_SUPPORTER, ROLES, SITE_ADMINISTRATOR
from tests import factories
from youth.models import Asked, VoiceSettings, YoungMessage

pytestmark = pytest.mark.django_db
MAY = {SITE_ADMINISTRATOR.name, FORUM_SUPPORTER.name}
roles = pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
SECRET = "I dance at night"


@pytest.fixture
def message(site_tree: Any) -> YoungMessage:
    return factories.YoungMessageFactory(words=SECRET, is_flagged=True)


def body_of(response: Any) -> str:
    whole = b"".join(response.streaming_content) if response.streaming else response.content
    return whole.decode(errors="replace")


@roles
def test_only_supporters_and_administrators_read_what_young_people_sent(
    role: Any, message: YoungMessage, person: Any, client: Any
) -> None:
    client.force_login(person(role))
    for address in (
        "/admin/voices/",
        "/admin/voices/?q=dance",
        "/admin/voices/results/",
        f"/admin/voices/edit/{message.pk}/",
        f"/admin/voices/history/{message.pk}/",
        f"/admin/voices/{message.pk}/write-up/",
    ):
        response = client.get(address)
        if role.name in MAY:
            assert response.status_code == 200, address
        else:
            assert response.status_code in (302, 403), address
            assert SECRET not in body_of(response)
            assert message.reference not in body_of(response)


@roles
def test_the_inbox_of_all_staff_does_not_show_them(role: Any, message: YoungMessage, person: Any, client: Any) -> None:
    client.force_login(person(role))
    for address in (
        "/admin/inbox/",
        f"/admin/inbox/edit/{message.pk}/",
        "/admin/inbox/?export=csv",
        "/admin/",
        "/admin/inbox/?q=dance",
    ):
        assert SECRET not in body_of(client.get(address, follow=True))


@roles
def test_what_others_post_changes_nothing(role: Any, message: YoungMessage, person: Any, client: Any) -> None:
    if role.name in MAY:
        pytest.skip("may")
    asked = factories.AskedFactory()
    client.force_login(person(role))
    posts = {
        f"/admin/voices/edit/{message.pk}/": {"status": "reading", "decision": "none", "answer": "x", "decision_note": "x"},
        f"/admin/voices/delete/{message.pk}/": {},
        f"/admin/voices/{message.pk}/write-up/": {},
        "/admin/voices/new/": {"words": "x"},
        f"/admin/asked/edit/{asked.pk}/": {"words": "x", "asked_on": "2026-01-01", "asked_of": "x"},
        f"/admin/asked/{asked.pk}/approve/": {"alone": "1"},
        f"/admin/asked/delete/{asked.pk}/": {},
        "/admin/asked/new/": {"words": "x", "asked_on": "2026-01-01", "asked_of": "x"},
        "/admin/work-programme/new/": {"title": "x", "summary": "x", "progress": "now", "sort_order": 1},
        f"/admin/settings/youth/voicesettings/{VoiceSettings.load().pk}/": {
            "danger_words": "nothing",
            "keep_months": 1,
            "reading_days": 1,
        },
    }
    settings = VoiceSettings.load()
    for address, posted in posts.items():
        assert client.post(address, posted).status_code in (302, 403), address
    after = YoungMessage.objects.get()
    assert (after.status, after.decision, after.answer) == ("new", "", "")
    assert [(one.words, one.approved_at) for one in Asked.objects.all()] == [(asked.words, None)]
    assert VoiceSettings.load().danger_words == settings.danger_words


def test_a_supporter_neither_writes_nor_deletes_messages(message: YoungMessage, person: Any, client: Any) -> None:
    client.force_login(person(FORUM_SUPPORTER))
    assert client.post("/admin/voices/new/", {"words": "x"}).status_code == 403
    assert client.post(f"/admin/voices/delete/{message.pk}/").status_code in (302, 403)
    assert YoungMessage.objects.count() == 1


def test_not_even_an_administrator_deletes_a_flagged_message_before_the_decision(
    message: YoungMessage, person: Any, client: Any
) -> None:
    client.force_login(person(is_superuser=True))
    assert client.post(f"/admin/voices/delete/{message.pk}/").status_code == 403
    YoungMessage.objects.update(decision="none")
    assert client.post(f"/admin/voices/delete/{message.pk}/").status_code == 302
    assert not YoungMessage.objects.exists()


def work(client: Any, message: YoungMessage, **changes: Any) -> Any:
    posted = {"status": "reading", "decision": "", "decision_note": "", "answer": "", "with_whom": "", "staff_note": ""}
    return client.post(f"/admin/voices/edit/{message.pk}/", posted | changes)


def test_the_words_are_not_changed_by_whoever_reads_them(message: YoungMessage, person: Any, client: Any) -> None:
    client.force_login(person(FORUM_SUPPORTER))
    assert work(client, message, words="Changed", kind="story", is_flagged="", code_hash="x").status_code == 302
    after = YoungMessage.objects.get()
    assert (after.words, after.kind, after.is_flagged, after.code_hash) == (SECRET, "idea", True, "")
    assert after.status == "reading"


def test_a_flagged_message_is_closed_only_after_a_decision_and_it_is_written_down_who_decided(
    message: YoungMessage, person: Any, client: Any
) -> None:
    kim = person(FORUM_SUPPORTER)
    client.force_login(kim)
    refused = work(client, message, status="closed")
    assert refused.status_code == 200
    assert "Decide about that first" in refused.content.decode()
    assert "for the record" in work(client, message, status="closed", decision="acted").content.decode()
    assert YoungMessage.objects.get().status == "new"
    assert work(client, message, status="closed", decision="acted", decision_note="We called.").status_code == 302
    after = YoungMessage.objects.get()
    assert (after.status, after.decision, after.decided_by, after.is_undecided) == ("closed", "acted", kim, False)
    assert after.decided_at


def test_an_answer_makes_the_message_answered(message: YoungMessage, person: Any, client: Any) -> None:
    client.force_login(person(FORUM_SUPPORTER))
    assert "Write the answer first" in work(client, message, status="answered").content.decode()
    work(client, message, status="with", answer="Yes.")
    after = YoungMessage.objects.get()
    assert (after.answer, after.status) == ("Yes.", "answered")
    assert after.answered_at


def test_the_page_marks_details_and_says_why_it_was_flagged(site_tree: Any, person: Any, client: Any) -> None:
    message = factories.YoungMessageFactory(
        words="Jo Smith hits me.", is_flagged=True, feelings="scared", about="school", age_band="11-13"
    )
    client.force_login(person(FORUM_SUPPORTER))
    page = BeautifulSoup(client.get(f"/admin/voices/edit/{message.pk}/").content, "html5lib")
    words = page.get_text()
    assert [mark.get_text() for mark in page.select("mark")] == ["Jo Smith"]
    for expected in ("Found: hits me", "Scared", "School or college", "11 to 13", "write down what you decided"):
        assert expected in words


def test_a_supporter_writes_up_approves_and_takes_back(message: YoungMessage, person: Any, client: Any) -> None:
    client.force_login(person(FORUM_SUPPORTER))
    assert client.get(f"/admin/voices/{message.pk}/write-up/").status_code == 200
    assert not Asked.objects.exists()
    assert client.post(f"/admin/voices/{message.pk}/write-up/").status_code == 302
    asked = Asked.objects.get()
    edited = {"words": "I want Jo Smith to dance", "in_their_words": "on", "asked_on": "2026-11-01", "asked_of": "the club"}
    assert client.post(f"/admin/asked/edit/{asked.pk}/", edited).status_code == 302
    approve = f"/admin/asked/{asked.pk}/approve/"
    assert "Jo Smith" in client.get(approve).content.decode()
    seen = {"seen": Asked.objects.get().digest}
    assert client.post(approve, seen).status_code == 422
    assert client.post(approve, seen | {"cleared": "Jo Smith"}).status_code == 422  # written by the same person
    assert "Somebody has just changed it" in client.post(approve, {"cleared": "Jo Smith", "alone": "1"}).content.decode()
    assert not Asked.objects.public().exists()
    assert client.post(approve, seen | {"cleared": "Jo Smith", "alone": "1"}).status_code == 302
    assert Asked.objects.public().exists()
    assert client.post(f"/admin/asked/edit/{asked.pk}/", edited | {"words": "I want to dance"}).status_code == 302
    assert not Asked.objects.public().exists()
    client.post(approve, {"alone": "1", "seen": Asked.objects.get().digest})
    assert Asked.objects.public().exists()
    client.post(approve, {"take_back": "1"})
    assert not Asked.objects.public().exists()


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"answer": "Yes"}, "Say who answered, and when."),
        ({"answered_on": "2026-11-02"}, "Write the answer"),
        ({"happened": "It was done"}, "Write what happened, and when."),
        ({"happened_on": "2026-11-02"}, "Write what happened, and when."),
        ({"answer_by": "2026-10-31"}, "before the day on which they asked"),
    ],
)
def test_what_does_not_fit_together_is_explained(
    changes: dict[str, str], sentence: str, site_tree: Any, person: Any, client: Any
) -> None:
    client.force_login(person(FORUM_SUPPORTER))
    whole = {"words": "Dance", "asked_on": "2026-11-01", "asked_of": "the club"}
    assert sentence in client.post("/admin/asked/new/", whole | changes).content.decode()
    assert not Asked.objects.exists()
    assert client.post("/admin/asked/new/", whole).status_code == 302


def test_a_list_without_words_of_danger_is_refused_and_the_editors_own_is_kept(site_tree: Any, person: Any, client: Any) -> None:
    client.force_login(person(FORUM_SUPPORTER))
    address = f"/admin/settings/youth/voicesettings/{VoiceSettings.load().pk}/"
    others = {"keep_months": 12, "reading_days": 5}
    assert "Keep at least one word" in client.post(address, others | {"danger_words": "# none"}).content.decode()
    assert "too short for a star" in client.post(address, others | {"danger_words": "a*"}).content.decode()
    assert client.post(address, others | {"danger_words": "purple monster"}).status_code == 302
    assert VoiceSettings.load().danger_list == ["purple monster"]


def test_messages_that_wait_for_a_decision_come_first_and_pictures_are_named(site_tree: Any, person: Any, client: Any) -> None:
    old = datetime(2026, 1, 1, tzinfo=UTC)
    undecided = factories.YoungMessageFactory(is_flagged=True, received_at=old)
    factories.YoungMessageFactory(is_flagged=True, decision="none", received_at=old)
    newest = factories.YoungMessageFactory(words="", about="money", feelings="sad")
    client.force_login(person(FORUM_SUPPORTER))
    page = client.get("/admin/voices/").content.decode()
    assert page.index(undecided.reference) < page.index(newest.reference)
    assert "Money, Sad" in page
    assert client.get("/admin/voices/?ordering=received_at").status_code == 200
