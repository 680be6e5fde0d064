"""The rules of promises: their state on a day, what may happen to them, and that nothing of it is rewritten."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from blog.choices import PromiseState, StepKind
from blog.models import Promise, PromiseStep
from blog.querysets import NeverRewritten
from blog.rules import state_on
from blog.services import PromiseRefused, Told, add_step
from localoffer.people.querysets import NeverDeleted
from tests import factories

pytestmark = pytest.mark.django_db
DUE = date(2026, 12, 1)
DAY = timedelta(days=1)
MADE = date(2026, 7, 15)
TODAY = date(2026, 11, 22)


def tell(promise: Promise, kind: str, words: str = "The reason.", day: date = TODAY, new_due: date | None = None) -> PromiseStep:
    step = add_step(promise, Told(kind, day, words, new_due), user=None, today=TODAY)
    promise.refresh_from_db()
    return step


@pytest.mark.parametrize(
    ("outcome", "day", "state"),
    [
        ("", DUE - DAY, PromiseState.ON_TRACK),
        ("", DUE, PromiseState.ON_TRACK),
        ("", DUE + DAY, PromiseState.LATE),
        ("kept", DUE, PromiseState.KEPT),
        ("kept", DUE + DAY, PromiseState.KEPT),
        ("dropped", DUE + DAY, PromiseState.DROPPED),
    ],
)
def test_a_promise_is_late_from_the_day_after_its_due_date_unless_it_has_ended(
    outcome: str, day: date, state: PromiseState
) -> None:
    assert state_on(outcome, DUE, day) == state
    promise = factories.PromiseFactory(outcome=outcome)
    assert promise.state_on(day) == state
    for other in PromiseState:
        assert Promise.objects.in_state(other, day).exists() is (other == state)
    assert Promise.objects.counts(day) == {other.value: int(other == state) for other in PromiseState}


def test_late_is_stored_nowhere() -> None:
    assert "late" not in {value for value, _label in Promise._meta.get_field("outcome").choices}


def test_a_changed_due_date_keeps_the_old_one_the_new_one_when_and_why() -> None:
    promise = factories.PromiseFactory()
    tell(promise, StepKind.NEW_DATE, "Two people left.", TODAY - DAY, DUE + 30 * DAY)
    tell(promise, StepKind.NEW_DATE, "It snowed.", TODAY, DUE + 40 * DAY)
    assert (promise.due_on, promise.first_due) == (DUE + 40 * DAY, DUE)
    assert [(step.old_due, step.new_due, step.day, step.words) for step in promise.history] == [
        (DUE, DUE + 30 * DAY, TODAY - DAY, "Two people left."),
        (DUE + 30 * DAY, DUE + 40 * DAY, TODAY, "It snowed."),
    ]


@pytest.mark.parametrize("kind", [StepKind.KEPT, StepKind.DROPPED])
def test_what_ended_has_its_reason_and_its_day_and_can_be_opened_again_without_losing_them(kind: StepKind) -> None:
    promise = factories.PromiseFactory()
    tell(promise, kind, "It is done.")
    assert (promise.outcome, promise.ended_on, promise.reason) == (kind, TODAY, "It is done.")
    tell(promise, StepKind.REOPENED, "That was a mistake.")
    assert (promise.outcome, promise.ended_on, promise.reason) == ("", None, "")
    assert [step.words for step in promise.history] == ["It is done.", "That was a mistake."]


@pytest.mark.parametrize(
    ("told", "field"),
    [
        (Told("update", TODAY, "  "), "words"),
        (Told("kept", TODAY, ""), "words"),
        (Told("dropped", TODAY, ""), "words"),
        (Told("update", TODAY + DAY, "Soon."), "day"),
        (Told("update", MADE - DAY, "Before."), "day"),
        (Told("new-date", TODAY, "Why.", None), "new_due"),
        (Told("new-date", TODAY, "Why.", DUE), "new_due"),
        (Told("new-date", TODAY, "Why.", MADE - DAY), "new_due"),
        (Told("update", TODAY, "Words.", DUE + DAY), "new_due"),
        (Told("reopened", TODAY, "Why."), "kind"),
        (Told("nonsense", TODAY, "Why."), "kind"),
        (Told("", TODAY, "Why."), "kind"),
    ],
)
def test_a_step_that_says_too_little_or_the_wrong_is_refused_and_nothing_is_written(told: Told, field: str) -> None:
    promise = factories.PromiseFactory()
    with pytest.raises(PromiseRefused) as refused:
        add_step(promise, told, user=None, today=TODAY)
    assert list(refused.value.problems) == [field]
    assert promise.history == []


@pytest.mark.parametrize(
    "told",
    [Told("update", TODAY, "Words."), Told("update", MADE, "Words."), Told("new-date", TODAY, "Why.", MADE)],
)
def test_a_step_on_the_edge_of_what_is_allowed_is_written(told: Told) -> None:
    add_step(factories.PromiseFactory(), told, user=None, today=TODAY)
    assert PromiseStep.objects.count() == 1


@pytest.mark.parametrize("kind", [StepKind.KEPT, StepKind.DROPPED, StepKind.NEW_DATE])
def test_what_has_ended_neither_ends_again_nor_gets_a_new_date(kind: StepKind) -> None:
    promise = factories.PromiseFactory()
    tell(promise, StepKind.KEPT)
    with pytest.raises(PromiseRefused):
        tell(promise, kind, new_due=DUE + DAY if kind == StepKind.NEW_DATE else None)


def test_a_promise_that_is_not_public_yet_has_no_steps() -> None:
    with pytest.raises(PromiseRefused):
        tell(factories.PromiseFactory(is_public=False), StepKind.UPDATE)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("words", "Less."),
        ("due_on", DUE + DAY),
        ("made_on", MADE + DAY),
        ("made_at", "x"),
        ("outcome", "kept"),
        ("is_public", False),
    ],
)
def test_what_the_public_read_cannot_be_saved_otherwise(name: str, value: Any) -> None:
    promise = factories.PromiseFactory()
    setattr(promise, name, value)
    with pytest.raises(NeverRewritten):
        promise.save()


def test_what_the_public_read_cannot_be_rewritten_by_a_query_either() -> None:
    public, draft = factories.PromiseFactory(), factories.PromiseFactory(is_public=False)
    for fields in ({"words": "Other words."}, {"post": None}, {"is_public": False}):
        with pytest.raises(NeverRewritten):
            Promise.objects.update(**fields)
    public.words = "Other words."
    with pytest.raises(NeverRewritten):
        Promise.objects.bulk_update([public], ["words"])
    assert Promise.objects.filter(pk=draft.pk).update(words="Other words.") == 1
    assert Promise.objects.update(owner="Another team") == 2


def test_the_owner_and_the_theme_of_a_public_promise_may_change_and_a_draft_may_change_wholly() -> None:
    promise, draft = factories.PromiseFactory(), factories.PromiseFactory(is_public=False)
    promise.owner, promise.theme = "The new team", factories.BoardThemeFactory()
    promise.save()
    draft.words, draft.due_on = "Other words.", DUE + DAY
    draft.save()
    assert {one.owner for one in Promise.objects.public()} == {"The new team"}
    assert Promise.objects.get(pk=draft.pk).words == "Other words."


def test_a_public_promise_is_never_deleted_and_a_draft_is() -> None:
    promise, draft = factories.PromiseFactory(), factories.PromiseFactory(is_public=False)
    for delete in (promise.delete, Promise.objects.all().delete, Promise.objects.filter(pk=promise.pk).delete):
        with pytest.raises(NeverDeleted):
            delete()
    assert Promise.objects.count() == 2
    draft.delete()
    assert list(Promise.objects.all()) == [promise]


def test_a_step_is_neither_changed_nor_deleted() -> None:
    step = tell(factories.PromiseFactory(), StepKind.UPDATE)
    step.words = "Otherwise."
    for wrong in (
        step.save,
        lambda: PromiseStep.objects.update(words="x"),
        lambda: PromiseStep.objects.bulk_update([step], ["words"]),
    ):
        with pytest.raises(NeverRewritten):
            wrong()
    for wrong in (step.delete, PromiseStep.objects.all().delete):
        with pytest.raises(NeverDeleted):
            wrong()
    assert PromiseStep.objects.get().words == "The reason."


def test_a_promise_outlives_its_post_and_still_says_where_it_was_made(blog: Any) -> None:
    post = factories.BoardPostPageFactory(parent=blog)
    promise = factories.PromiseFactory(post=post)
    post.delete()
    promise.refresh_from_db()
    assert (promise.post_id, promise.made_at) == (None, "SEND improvement board")


def test_where_and_when_it_was_made_follow_from_the_post(blog: Any) -> None:
    post = factories.BoardPostPageFactory(parent=blog, meeting_name="The October meeting", meeting_date=date(2026, 10, 21))
    promise = factories.PromiseFactory.build(post=post, made_at="", made_on=None)
    promise.full_clean()
    assert (promise.made_at, promise.made_on) == ("The October meeting", date(2026, 10, 21))


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"made_on": None}, "made_on"),
        ({"made_at": ""}, "made_at"),
        ({"due_on": MADE - DAY}, "due_on"),
        ({"owner": "Mrs Sample"}, "owner"),
        ({"words": ""}, "words"),
    ],
)
def test_an_unfinished_promise_says_what_is_missing(fields: dict[str, Any], wrong: str) -> None:
    with pytest.raises(ValidationError) as refused:
        factories.PromiseFactory.build(**fields).full_clean()
    assert list(refused.value.error_dict) == [wrong]


def test_a_promise_may_be_due_on_the_day_on_which_it_is_made() -> None:
    factories.PromiseFactory.build(due_on=MADE).full_clean()
