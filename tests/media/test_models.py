"""What a picture, a film and a consent must have."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from localoffer.media.models import CustomImage, CustomMedia
from tests.factories import ConsentFactory, CustomImageFactory, CustomMediaFactory

pytestmark = pytest.mark.django_db  # a picture belongs to a collection, which is looked up


def refused(thing: Any) -> set[str]:
    """The fields that the thing's own rules complain of."""
    try:
        thing.clean()
    except ValidationError as error:
        return set(error.message_dict)
    return set()


@pytest.mark.parametrize(
    ("description", "decorative", "fields"),
    [
        ("A sun.", False, set()),
        ("", False, {"description"}),
        ("  ", False, {"description"}),
        ("", True, set()),
        ("A sun.", True, set()),
    ],
)
def test_a_picture_has_alternative_text_or_is_decoration(description: str, decorative: bool, fields: set[str]) -> None:
    assert refused(CustomImage(title="Sun", description=description, is_decorative=decorative)) == fields


def test_decoration_is_silent_for_who_cannot_see_it() -> None:
    assert CustomImage(title="Sun", description="A sun.", is_decorative=True).default_alt_text == ""
    assert CustomImage(title="Sun", description="A sun.").default_alt_text == "A sun."


@pytest.mark.parametrize(
    ("kind", "captions", "transcript", "fields"),
    [
        ("video", "a.vtt", "Hello.", set()),
        ("video", "", "Hello.", {"captions"}),
        ("video", "a.vtt", "", {"transcript"}),
        ("video", "a.vtt", " \n", {"transcript"}),
        ("video", "", "", {"captions", "transcript"}),
        ("audio", "", "Hello.", set()),
        ("audio", "", "", {"transcript"}),
    ],
)
def test_a_film_needs_captions_and_all_recordings_their_words(
    kind: str, captions: str, transcript: str, fields: set[str]
) -> None:
    file = "media/a.mp4" if kind == "video" else "media/a.mp3"
    assert refused(CustomMedia(title="Film", type=kind, file=file, captions=captions, transcript=transcript)) == fields


def test_captions_are_a_webvtt_file() -> None:
    film = CustomMedia(title="Film", type="video", captions="captions/a.exe", transcript="Hello.")
    with pytest.raises(ValidationError) as refusal:
        film.clean_fields(exclude=["file", "duration", "shows_people", "collection"])
    assert set(refusal.value.message_dict) == {"captions"}


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, ""),
        (0, ""),
        (0.4, ""),
        (1, "1 second"),
        (35, "35 seconds"),
        (59.6, "1 minute"),
        (60, "1 minute"),
        (61, "1 minute 1 second"),
        (125, "2 minutes 5 seconds"),
    ],
)
def test_the_length_is_said_as_people_say_it(seconds: float | None, words: str) -> None:
    assert CustomMedia(duration=seconds).length_in_words == words


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        ({}, set()),
        ({"ends_on": date(2026, 1, 1)}, set()),
        ({"ends_on": date(2025, 12, 31)}, {"ends_on"}),
        ({"given_by_person": False}, {"given_by_person"}),
        ({"under_16": True}, {"given_by_parent"}),
        ({"under_16": True, "given_by_parent": True}, {"parent_role"}),
        ({"under_16": True, "given_by_parent": True, "parent_role": "mother"}, set()),
    ],
)
def test_a_consent_is_given_by_the_person_and_under_16_by_a_parent_as_well(facts: dict[str, Any], fields: set[str]) -> None:
    assert refused(ConsentFactory.build(**facts)) == fields


def test_a_consent_that_a_picture_rests_on_cannot_be_deleted() -> None:
    picture = CustomImageFactory(shows_people=True, consent=ConsentFactory())
    with pytest.raises(ProtectedError):
        picture.consent.delete()


@pytest.mark.parametrize("factory", [CustomImageFactory, CustomMediaFactory])
def test_pictures_and_films_ask_for_the_same_consent(factory: Any, today: date) -> None:
    assert factory(shows_people=False).may_be_shown(today)
    assert not factory(shows_people=True).may_be_shown(today)
    consent = ConsentFactory(ends_on=today)
    shown = factory(shows_people=True, consent=consent)
    assert shown.may_be_shown(today)
    consent.withdrawn_on = today
    assert not shown.may_be_shown(today)


@pytest.mark.parametrize(
    ("kind", "agreement", "shown"),
    [
        ("video", "agrees_to_picture", True),
        ("video", "agrees_to_voice", False),
        ("audio", "agrees_to_voice", True),
        ("audio", "agrees_to_picture", False),
        ("audio", "agrees_to_words", False),
    ],
)
def test_a_consent_covers_only_what_is_ticked_in_it(kind: str, agreement: str, shown: bool, today: date) -> None:
    consent = ConsentFactory(**({"agrees_to_picture": False} | {agreement: True}))
    assert CustomMediaFactory(type=kind, shows_people=True, consent=consent).may_be_shown(today) is shown


def test_a_consent_for_words_does_not_cover_a_picture(today: date) -> None:
    consent = ConsentFactory(agrees_to_picture=False, agrees_to_words=True)
    assert not CustomImageFactory(shows_people=True, consent=consent).may_be_shown(today)
