"""A film can have a version in British Sign Language and one with audio description; none of them plays by itself."""

import re
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string

from localoffer.media.models import CustomMedia
from tests.factories import CustomMediaFactory

pytestmark = pytest.mark.django_db


def test_a_film_shows_its_versions_for_other_senses_and_starts_none_of_them() -> None:
    signed, described = CustomMediaFactory(title="With signs"), CustomMediaFactory(title="With a voice")
    film = CustomMediaFactory(title="Our film", signed=signed, described=described)
    html = render_to_string("components/film.html", {"film": film})
    assert re.findall(r'aria-label="([^"]+)"', html) == [
        "Our film",
        "Our film, in British Sign Language",
        "Our film, with audio description",
    ]
    assert signed.url in html
    assert described.url in html
    assert "autoplay" not in html


def test_a_version_of_somebody_without_consent_is_not_shown() -> None:
    signed = CustomMediaFactory(title="With signs", shows_people=True, consent=None)
    html = render_to_string("components/film.html", {"film": CustomMediaFactory(title="Our film", signed=signed)})
    assert "Sign Language" not in html
    assert signed.url not in html


def test_a_film_is_no_other_version_of_itself() -> None:
    film = CustomMediaFactory(title="Our film")
    film.signed = film
    with pytest.raises(ValidationError) as refusal:
        film.clean()
    assert "This is the film itself." in str(refusal.value)


def test_a_film_and_its_versions_are_read_in_one_query(django_assert_num_queries: Any) -> None:
    pk = CustomMediaFactory(signed=CustomMediaFactory(), described=CustomMediaFactory()).pk
    with django_assert_num_queries(1):
        render_to_string("components/film.html", {"film": CustomMedia.objects.get(pk=pk)})
