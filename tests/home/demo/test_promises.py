"""The demonstration's promises: every state, easy to read, and nobody's name."""

from datetime import timedelta

import pytest
from django.utils import timezone

from blog.choices import PromiseState, StepKind
from blog.models import BoardTheme, Promise, PromiseStep
from localoffer.plainlanguage.rules import reading_grade

pytestmark = pytest.mark.django_db


def test_the_promises_show_every_state_now_and_three_weeks_on(demo: None) -> None:
    for day in (timezone.localdate(), timezone.localdate() + timedelta(days=21)):
        assert all(Promise.objects.public().counts(day).values()), day


def test_every_kind_of_step_but_opening_again_is_among_them(demo: None) -> None:
    assert set(PromiseStep.objects.values_list("kind", flat=True)) == set(StepKind.values) - {StepKind.REOPENED}
    assert PromiseState.DROPPED in {promise.state_on(timezone.localdate()) for promise in Promise.objects.all()}


def test_promises_are_kept_by_teams_that_are_examples_and_told_in_posts_that_are(demo: None) -> None:
    assert BoardTheme.objects.filter(kind="theme").count() == 4
    for promise in Promise.objects.select_related("post"):
        assert "(example)" in promise.owner
        assert "(example)" in promise.post.title
        promise.full_clean()


def test_promises_and_what_happened_are_easy_to_read(demo: None) -> None:
    said = [*Promise.objects.values_list("words", flat=True), *PromiseStep.objects.values_list("words", flat=True)]
    assert reading_grade("\n".join(said)) <= 9
    assert {words: grade for words in said if (grade := reading_grade(words)) > 11} == {}
