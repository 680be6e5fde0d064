"""What happens with a message of a young person: kept once, found by its code, an alarm raised, deleted in time."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from localoffer.people.roles import COMMUNICATIONS, FORUM_SUPPORTER
from localoffer.scheduling.registry import all_jobs
from tests import factories
from youth.listening import (
    ALARMS,
    GUESSING,
    SENDING,
    Refused,
    TooManyGuesses,
    TooManyVoices,
    alert_again,
    approve,
    forget_old_voices,
    message_of,
    receive_voice,
    remind_of_late_answers,
    take_back,
    tell_of_new_voices,
    write_up,
)
from youth.models import Asked, VoiceSettings, YoungMessage
from youth.rules import CODE_LENGTH, CODE_LETTERS, grouped, typed_code, waited

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
SENDER = "203.0.113.7"
DANGER = "My uncle hits me at night."


def send(words: str = "Put a quiet hour in the library.", once: str = "a", now: datetime = NOW, **more: Any) -> str:
    given = {"kind": "idea", "about": [], "feelings": [], "age_band": "", "sender": SENDER} | more
    return receive_voice(words=words, once=once, now=now, **given)


@pytest.fixture
def supporter(site_tree: Any, person: Any) -> Any:
    return person(FORUM_SUPPORTER, email="kim@example.org")


# --- The code


def test_the_same_words_sent_twice_are_kept_once_with_one_code() -> None:
    assert send() == send()
    assert YoungMessage.objects.count() == 1


def test_other_words_from_the_same_form_are_a_message_of_their_own(supporter: Any, mailoutbox: Any) -> None:
    # Somebody presses Back after sending, and writes something else; or the next child at the same computer does.
    first, second = send("I like the bus."), send(DANGER)
    assert first != second
    assert YoungMessage.objects.get(words=DANGER).is_flagged
    assert len(mailoutbox) == 1


def test_what_was_picked_many_times_is_kept_once() -> None:
    send("", about=["things-to-do"] * 20, feelings=["happy"] * 20)
    kept = YoungMessage.objects.get()
    assert (kept.about, kept.feelings) == ("things-to-do", "happy")


def test_when_the_named_supporter_cannot_be_reached_the_others_are_told(
    supporter: Any, person: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = VoiceSettings.load()
    settings.danger_contact = supporter
    settings.save()
    person(FORUM_SUPPORTER, email="lou@example.org")
    asked: list[list[str]] = []
    monkeypatch.setattr("youth.listening.send_to_staff", lambda *, to, **_more: bool(asked.append(to)) or len(to) > 1)
    send(DANGER)
    assert asked[0] == ["kim@example.org"]
    assert set(asked[1]) == {"kim@example.org", "lou@example.org"}
    assert YoungMessage.objects.get().alerted_at


def test_the_code_is_long_and_of_letters_that_are_not_mixed_up() -> None:
    codes = {send(once=str(number)) for number in range(5)}
    assert len(codes) == 5
    for code in codes:
        assert len(code) == CODE_LENGTH == 16
        assert set(code) <= set(CODE_LETTERS)
    assert len(CODE_LETTERS) ** CODE_LENGTH > 2**70


def test_of_the_code_only_a_salted_hash_is_kept() -> None:
    code = send()
    message = YoungMessage.objects.get()
    row = " ".join(str(value) for value in YoungMessage.objects.values().get().values())
    assert code not in row
    assert code[4:] not in row
    assert (message.code_key, len(message.code_hash), len(message.code_salt)) == (code[:4], 64, 32)
    send(once="b")
    assert YoungMessage.objects.values("code_salt").distinct().count() == 2


def test_the_code_finds_its_message_and_no_other_code_does() -> None:
    code = send()
    send(once="b")
    assert message_of(code, sender=SENDER, now=NOW) == YoungMessage.objects.get(code_key=code[:4])
    other = code[:-1] + ("A" if code[-1] != "A" else "C")
    assert message_of(other, sender=SENDER, now=NOW) is None
    assert message_of("", sender=SENDER, now=NOW) is None


def test_ten_wrong_codes_may_be_tried_in_an_hour_and_then_not_even_the_right_one_counts() -> None:
    code = send()
    for number in range(GUESSING.tries):
        assert message_of("A" * 16, sender=SENDER, now=NOW + timedelta(minutes=number)) is None
    with pytest.raises(TooManyGuesses):
        message_of(code, sender=SENDER, now=NOW + timedelta(minutes=11))
    assert message_of(code, sender="203.0.113.8", now=NOW + timedelta(minutes=11))
    assert message_of(code, sender=SENDER, now=NOW + timedelta(hours=2))


def test_looking_again_with_the_right_code_uses_up_no_tries() -> None:
    code = send()
    for _ in range(GUESSING.tries + 2):
        assert message_of(code, sender=SENDER, now=NOW)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ACDE-FHJK-LMNP-QRTU", "ACDEFHJKLMNPQRTU"),
        (" acde fhjk lmnp qrtu ", "ACDEFHJKLMNPQRTU"),
        ("ACDE-FHJK-LMNP-QRT", ""),
        ("ACDE-FHJK-LMNP-QRTUA", ""),
        ("ACDE-FHJK-LMNP-QRT0", ""),
        ("مرحبا🙂\x00", ""),
        ("", ""),
    ],
)
def test_a_code_may_be_typed_in_any_way(typed: str, meant: str) -> None:
    assert typed_code(typed) == meant


def test_a_code_is_shown_four_letters_at_a_time() -> None:
    assert grouped("ACDEFHJKLMNPQRTU") == "ACDE-FHJK-LMNP-QRTU"


# --- Sending


def test_pressing_send_twice_keeps_one_message_and_gives_the_same_code() -> None:
    assert send() == send()
    assert YoungMessage.objects.count() == 1


def test_a_class_may_send_from_one_address_and_a_flood_may_not() -> None:
    for number in range(SENDING.tries):
        send(once=str(number))
    with pytest.raises(TooManyVoices, match="wait an hour"):
        send(once="one more")
    assert YoungMessage.objects.count() == SENDING.tries == 20
    send(once="elsewhere", sender="203.0.113.8")
    send(once="later", now=NOW + timedelta(minutes=61))


def test_a_message_that_speaks_of_danger_is_kept_also_after_a_flood_and_that_has_an_end_too(supporter: Any) -> None:
    for number in range(SENDING.tries):
        send(once=str(number))
    for number in range(ALARMS.tries):
        send(DANGER, once=f"danger {number}")
    with pytest.raises(TooManyVoices):
        send(DANGER, once="one more")
    assert YoungMessage.objects.filter(is_flagged=True).count() == ALARMS.tries


# --- Danger


def test_words_of_danger_alert_the_named_supporter_once_without_the_words(supporter: Any, person: Any, mailoutbox: Any) -> None:
    named = person(FORUM_SUPPORTER, email="named@example.org")
    settings = VoiceSettings.load()
    settings.danger_contact = named
    settings.save()
    send(DANGER)
    send(DANGER)  # the same once more
    assert alert_again(NOW) == ""
    [mail] = mailoutbox
    message = YoungMessage.objects.get()
    assert mail.to == ["named@example.org"]
    assert f"/admin/voices/edit/{message.pk}/" in mail.body
    assert "uncle" not in mail.subject + mail.body
    assert "hits" not in mail.subject + mail.body
    assert (message.is_flagged, message.alerted_at, message.is_undecided) == (True, NOW, True)


def test_without_a_named_supporter_all_are_alerted_and_nobody_else(supporter: Any, person: Any, mailoutbox: Any) -> None:
    person(FORUM_SUPPORTER, email="second@example.org")
    person(COMMUNICATIONS, email="lee@example.org")
    send(DANGER)
    assert sorted(mail.to[0] for mail in mailoutbox) == ["kim@example.org", "second@example.org"]


def test_a_named_supporter_who_has_left_does_not_stop_the_alarm(supporter: Any, person: Any, mailoutbox: Any) -> None:
    settings = VoiceSettings.load()
    settings.danger_contact = person(FORUM_SUPPORTER, email="gone@example.org", is_active=False)
    settings.save()
    send(DANGER)
    assert [mail.to for mail in mailoutbox] == [["kim@example.org"]]


def test_the_picture_not_safe_raises_the_alarm_too_and_sad_does_not(supporter: Any, mailoutbox: Any) -> None:
    send("", about=["school"], feelings=["sad"], once="sad")
    assert mailoutbox == []
    send("", about=["school"], feelings=["sad", "not-safe"], once="not safe")
    assert len(mailoutbox) == 1
    assert YoungMessage.objects.filter(is_flagged=True).count() == 1


def test_when_the_mail_server_is_away_the_message_is_kept_and_the_job_tells_later(
    supporter: Any, mailoutbox: Any, monkeypatch: Any
) -> None:
    def broken(*args: Any, **kwargs: Any) -> int:
        raise ConnectionRefusedError

    with monkeypatch.context() as patch:
        patch.setattr("localoffer.contact.services.send_mail", broken)
        assert send(DANGER)
    assert YoungMessage.objects.get().alerted_at is None
    later = NOW + timedelta(minutes=1)
    assert "told of 1" in alert_again(later)
    assert len(mailoutbox) == 1
    assert YoungMessage.objects.get().alerted_at == later


def test_the_word_list_is_the_editors(supporter: Any) -> None:
    settings = VoiceSettings.load()
    settings.danger_words = "purple monster"
    settings.save()
    send(DANGER, once="not any more")
    send("I saw the purpel monster", once="new")
    assert [message.is_flagged for message in YoungMessage.objects.order_by("pk")] == [False, True]


# --- Keeping and forgetting


def test_a_message_is_deleted_after_twelve_months_and_not_before() -> None:
    kept = factories.YoungMessageFactory(received_at=NOW.replace(year=2025) + timedelta(seconds=1))
    factories.YoungMessageFactory(received_at=NOW.replace(year=2025) - timedelta(seconds=1))
    assert forget_old_voices(NOW) == "1 old messages of young people deleted"
    assert list(YoungMessage.objects.all()) == [kept]


@pytest.mark.parametrize(("decision", "stays"), [("", True), ("none", False), ("acted", False)])
def test_a_flagged_message_stays_until_a_supporter_has_decided(decision: str, stays: bool) -> None:
    factories.YoungMessageFactory(received_at=datetime(2020, 1, 1, tzinfo=UTC), is_flagged=True, decision=decision)
    forget_old_voices(NOW)
    assert YoungMessage.objects.exists() is stays


def test_supporters_are_told_of_new_messages_once(supporter: Any, mailoutbox: Any) -> None:
    factories.YoungMessageFactory()
    assert tell_of_new_voices(NOW)
    assert [mail.to for mail in mailoutbox] == [["kim@example.org"]]
    assert "library" not in mailoutbox[0].body
    assert tell_of_new_voices(NOW) == ""


# --- You asked


def test_a_message_is_written_up_once_and_the_draft_is_not_public(supporter: Any) -> None:
    message = factories.YoungMessageFactory(with_whom="the library", answer="Yes.", answered_at=NOW)
    asked = write_up(message, user=supporter)
    assert write_up(message, user=supporter) == asked
    assert (asked.words, asked.answer, asked.asked_of, asked.in_their_words) == (message.words, "Yes.", "the library", True)
    assert not Asked.objects.public().exists()


@pytest.mark.parametrize(
    ("changes", "stays"),
    [({}, False), ({"words": "Some of us ask for a quiet hour."}, True), ({"approved_at": NOW}, True)],
    ids=["as it was copied", "worked on", "on the site"],
)
def test_only_a_draft_that_is_still_the_message_is_deleted_with_it(supporter: Any, changes: dict[str, Any], stays: bool) -> None:
    message = factories.YoungMessageFactory(received_at=datetime(2025, 1, 1, tzinfo=UTC))
    Asked.objects.filter(pk=write_up(message, user=supporter).pk).update(**changes)
    forget_old_voices(NOW)
    assert not YoungMessage.objects.exists()
    assert [asked.from_message for asked in Asked.objects.all()] == ([None] if stays else [])


def test_a_second_person_approves_and_the_writer_only_with_a_word_of_their_own(supporter: Any, person: Any) -> None:
    asked = factories.AskedFactory(written_by=supporter)
    with pytest.raises(Refused, match="You wrote this yourself"):
        approve(asked, seen=asked.digest, cleared=set(), alone=False, user=supporter, now=NOW)
    assert approve(asked, seen=asked.digest, cleared=set(), alone=True, user=supporter, now=NOW).is_public
    other = factories.AskedFactory(written_by=supporter)
    second = person(FORUM_SUPPORTER, email="second@example.org")
    assert approve(other, seen=other.digest, cleared=set(), alone=False, user=second, now=NOW).approved_by == second


def test_nothing_is_approved_while_a_detail_is_not_cleared(supporter: Any) -> None:
    factories.OrganisationFactory(name="Willowbank", kind="school")
    asked = factories.AskedFactory(words="Jo Smith of Willowbank wants a bus.", asked_of="Ada Lovelace")
    with pytest.raises(Refused, match="Jo Smith"):
        approve(asked, seen=asked.digest, cleared=set(), alone=True, user=supporter, now=NOW)
    with pytest.raises(Refused, match="Willowbank"):
        approve(asked, seen=asked.digest, cleared={"Jo Smith", "Ada Lovelace"}, alone=True, user=supporter, now=NOW)
    assert not Asked.objects.public().exists()
    approve(asked, seen=asked.digest, cleared={"Jo Smith", "Willowbank", "Ada Lovelace"}, alone=True, user=supporter, now=NOW)
    assert Asked.objects.public().exists()


@pytest.mark.parametrize(
    ("field", "value", "stays"),
    [
        ("words", "Other words", False),
        ("answer", "No.", False),
        ("happened", "Nothing.", False),
        ("asked_of", "Jo", False),
        ("in_their_words", True, False),
        ("answer_by", date(2027, 1, 1), True),
    ],
)
def test_other_words_than_the_approved_ones_are_never_public(supporter: Any, field: str, value: Any, stays: bool) -> None:
    asked = public_asked(supporter)
    setattr(asked, field, value)
    asked.save(update_fields=[field])
    assert Asked.objects.public().exists() is stays


def test_what_was_approved_can_be_taken_back(supporter: Any) -> None:
    asked = public_asked(supporter)
    take_back(asked, user=supporter)
    assert not Asked.objects.public().exists()


def public_asked(supporter: Any, **fields: Any) -> Asked:
    asked = factories.AskedFactory(**fields)
    return approve(asked, seen=asked.digest, cleared=set(), alone=True, user=supporter, now=NOW)


def test_a_late_answer_is_reminded_of_once(supporter: Any, mailoutbox: Any) -> None:
    today = date(2026, 11, 22)
    public_asked(supporter, answer_by=today)
    late = public_asked(supporter, answer_by=today - timedelta(days=1))
    public_asked(supporter, answer_by=date(2026, 10, 1), answer="Yes", answered_by="The team", answered_on=date(2026, 10, 2))
    factories.AskedFactory(answer_by=date(2026, 10, 1))  # a draft
    assert remind_of_late_answers(NOW) == "Reminded of 1 late answers"
    [mail] = mailoutbox
    assert mail.to == ["kim@example.org"]
    assert f"/admin/asked/edit/{late.pk}/" in mail.body
    assert remind_of_late_answers(NOW + timedelta(days=1)) == "Reminded of 1 late answers"  # the other is late now
    assert remind_of_late_answers(NOW + timedelta(days=1)) == ""


def test_who_looks_after_it_is_reminded_alone(supporter: Any, person: Any, mailoutbox: Any) -> None:
    keeper = person(FORUM_SUPPORTER, email="keeper@example.org")
    public_asked(supporter, answer_by=date(2026, 11, 1), looked_after_by=keeper)
    remind_of_late_answers(NOW)
    assert [mail.to for mail in mailoutbox] == [["keeper@example.org"]]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-1, "less than a day"),
        (0, "less than a day"),
        (1, "1 day"),
        (13, "13 days"),
        (14, "2 weeks"),
        (69, "9 weeks"),
        (70, "2 months"),
        (365, "12 months"),
    ],
)
def test_waiting_is_said_in_short_words(days: int, words: str) -> None:
    day = date(2026, 11, 22)
    assert waited(day - timedelta(days=days), day) == words


def test_all_of_it_is_done_by_the_clock() -> None:
    wanted = {"alert-of-danger", "tell-of-voices", "forget-voices", "remind-of-late-answers"}
    assert wanted <= {job.name for job in all_jobs()}
