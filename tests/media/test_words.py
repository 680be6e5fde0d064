"""Somebody's own words need a consent for words; a page of them is taken down when the consent is taken back."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import models
from django.test.utils import isolate_apps
from django.utils import timezone

from localoffer.media.models import SaysSomebodysWords
from localoffer.media.services import consents
from tests.factories import ConsentFactory
from youth.models import YouthPage

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@isolate_apps("youth")
def story(*, named: bool = False, **facts: Any) -> Any:
    """A story as an app above would make it; it is never saved."""

    class Story(SaysSomebodysWords, models.Model):  # noqa: DJ008
        shows_a_name = named

        class Meta:
            app_label = "youth"

    return Story(**facts)


@pytest.mark.parametrize(
    ("agreed", "named", "shown"),
    [
        ({"agrees_to_words": True}, False, True),
        ({"agrees_to_words": True, "agrees_to_name": True}, True, True),
        ({"agrees_to_words": True}, True, False),
        ({"agrees_to_name": True}, False, False),
        ({}, False, False),
    ],
)
def test_words_are_shown_with_a_consent_for_them_and_for_the_name_if_it_stands_there(
    agreed: dict[str, bool], named: bool, shown: bool, today: date
) -> None:
    told = story(named=named, words_consent=ConsentFactory(**agreed))
    assert told.words_may_be_shown(today) is shown
    assert bool(told.why_words_not_shown(today)) is not shown


def test_without_a_record_there_is_no_consent(today: date) -> None:
    assert "no consent record" in story().why_words_not_shown(today)


@pytest.mark.parametrize(("shift", "shown"), [(0, True), (1, False)])
def test_words_are_shown_up_to_the_last_day(shift: int, shown: bool, today: date) -> None:
    told = story(words_consent=ConsentFactory(agrees_to_words=True, ends_on=today))
    assert told.words_may_be_shown(today + shift * DAY) is shown


@pytest.mark.parametrize(("withdrawn", "taken_down"), [(True, True), (False, False)])
def test_a_live_page_of_somebodys_words_is_taken_down(withdrawn: bool, taken_down: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    today, done = timezone.localdate(), []
    consent = ConsentFactory(agrees_to_words=True, ends_on=today + DAY, withdrawn_on=today if withdrawn else None)
    monkeypatch.setattr("wagtail.models.pages.PAGE_MODEL_CLASSES", [])  # Wagtail keeps a list of its own
    with isolate_apps("youth"):

        class StoryPage(SaysSomebodysWords, YouthPage):
            class Meta:
                app_label = "youth"

            def unpublish(self, *args: Any, **kwargs: Any) -> None:
                done.append(self.title)

        page = StoryPage(title="My story", words_consent=consent, live=True)
    monkeypatch.setattr(consents, "resting_on", lambda consent: [page])
    consents.take_down(consent=consent, today=today)
    assert done == (["My story"] if taken_down else [])
