"""What the screens show of posts, read with few queries for many of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import Page, WorkflowState

from localoffer.plainlanguage.choices import Detail

from .. import rules
from ..choices import Stage
from ..models import ForumPostPage, SupporterTaskState
from ..posting.writing import NO_TITLE


def called(user: Any) -> str:
    """What young people call somebody, without what a council adds to it: "Kim (forum supporter)" is Kim."""
    return user.display_name.split("(")[0].strip() if user else ""


OPEN = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)


@dataclass(frozen=True)
class Card:
    """A post in a list: what it is called, where it is, since when, and who has it."""

    pk: int
    title: str
    stage: Stage
    said: str
    since: datetime | None
    with_the_writer: bool
    step: int  # of the three steps, which one it is at
    writer: str = ""
    reader: str = ""
    message: str = ""

    @classmethod
    def of_all(cls, posts: Iterable[ForumPostPage]) -> list["Card"]:
        """The cards of these posts, with two queries for all of them."""
        posts = list(posts)
        states = workflow_states([post.pk for post in posts])
        return [card_of(post, states.get(post.pk)) for post in posts]


def workflow_states(numbers: list[int]) -> dict[int, Any]:
    """The open workflow of each of these pages, with its step and who reads."""
    found = WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=[str(number) for number in numbers],
        status__in=OPEN,
    ).select_related("current_task_state", "current_task_state__finished_by")
    states = {int(state.object_id): state for state in found}
    steps = SupporterTaskState.objects.filter(pk__in=[state.current_task_state_id for state in states.values()])
    readers = {step.pk: step.reader for step in steps.select_related("reader")}
    for state in states.values():
        state.reader = readers.get(state.current_task_state_id)
    return states


def card_of(post: ForumPostPage, state: Any) -> Card:
    step = state.current_task_state if state else None
    stage = rules.stage_of(
        live=post.live,
        was_public=post.first_published_at is not None,
        in_workflow=bool(state and state.status == WorkflowState.STATUS_IN_PROGRESS),
        sent_back=bool(state and state.status == WorkflowState.STATUS_NEEDS_CHANGES),
        has_reader=bool(state and state.reader),
    )
    reader = called(state.reader) if state else ""
    message = step.comment if step and stage == Stage.SENT_BACK else ""
    return Card(
        pk=post.pk,
        title=_("A post without a title") if post.draft_title == NO_TITLE else post.draft_title or post.title,
        stage=stage,
        said=said(stage, reader, called(step.finished_by) if step else ""),
        since=since(post, stage, step),
        with_the_writer=rules.is_with_the_writer(stage),
        step={Stage.WAITING: 2, Stage.READING: 2, Stage.PUBLIC: 3, Stage.TAKEN_DOWN: 3}.get(stage, 1),
        writer=post.author_line,
        reader=reader,
        message=message,
    )


def said(stage: Stage, reader: str, sender: str) -> str:
    """Where it is, with the name of whoever has it."""
    if stage == Stage.READING and reader:
        return _("%(name)s is reading it") % {"name": reader}
    if stage == Stage.SENT_BACK and sender:
        return _("%(name)s sent it back to you") % {"name": sender}
    return str(stage.label)


def since(post: ForumPostPage, stage: Stage, step: Any) -> datetime | None:
    if stage in (Stage.WAITING, Stage.READING) and step:
        return step.started_at
    if stage == Stage.SENT_BACK and step:
        return step.finished_at
    return post.last_published_at if stage == Stage.PUBLIC else post.latest_revision_created_at


KIND_WORDS = {
    Detail.SURNAME: _("“%(words)s” looks like a full name. A first name is enough."),
    Detail.SCHOOL: _("“%(words)s” looks like a school. Better say “my school”."),
    Detail.PHONE: _("“%(words)s” looks like a telephone number. Better leave it out."),
    Detail.MAIL: _("“%(words)s” looks like an e-mail address or an account. Better leave it out."),
    Detail.ADDRESS: _("“%(words)s” looks like an address. Better say “where I live”."),
}


def warnings_of(page: ForumPostPage) -> list[str]:
    """For the young person: what could tell strangers who somebody is, said kindly. Nothing is stopped by it."""
    return [KIND_WORDS[finding.kind] % {"words": finding.words} for finding in page.details()]
