"""What supporters do with young people's posts and pages."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page, TaskState

from localoffer.media.models import Consent
from localoffer.plainlanguage.personal import Finding

from ..models import ChangeRequest, ConfirmedDetail, ForumPostPage, ForumSettings, SafeguardingCheck, SupporterTaskState
from ..models.posts import OWN_POST
from .refusals import PostRefused

NOT_WAITING = "This post does not wait for a decision any more. Somebody else may have decided. Nothing was changed."


def waiting_step(page: ForumPostPage, user: Any) -> TaskState:
    """The step at which the post waits, if this person may decide on it. Raises PostRefused."""
    state = page.current_workflow_task_state
    if state is None or state.status != TaskState.STATUS_IN_PROGRESS:
        raise PostRefused(NOT_WAITING)
    state = state.specific
    if not state.task.specific.get_actions(page, user):
        raise PostRefused("Only forum supporters decide on posts.")
    if page.owner_id == user.pk:
        raise PostRefused(OWN_POST)
    return state


@transaction.atomic
def mark_reading(*, page: ForumPostPage, user: Any) -> None:
    """From now on the young person sees who is reading the post."""
    state = waiting_step(page, user)
    SupporterTaskState.objects.filter(pk=state.pk).update(reader=user)


@transaction.atomic
def confirm_details(*, page: Any, findings: Iterable[Finding], user: Any, now: datetime) -> int:
    """Notes that this person has looked at these words and lets them stand. Returns how many are new."""
    known = page.confirmed()
    new = [finding for finding in findings if (finding.kind, finding.words) not in known]
    for finding in new:
        ConfirmedDetail.objects.get_or_create(
            page_id=page.pk, kind=finding.kind, words=finding.words, defaults={"confirmed_by": user, "confirmed_at": now}
        )
        log(instance=getattr(page, "edition", page), action="youth.confirm_detail", user=user, data={"words": finding.words})
    return len(new)


@transaction.atomic
def link_words(*, page: ForumPostPage, consent: Consent, user: Any) -> None:
    """Says on which consent the words, and the name under them, rest. Raises PostRefused for a post that does not wait."""
    waiting_step(page, user)
    page.words_consent = consent
    page.save_revision(user=user)
    log(instance=page, action="youth.link_consent", user=user, data={"consent": consent.reference})


@transaction.atomic
def check_safety(*, page: ForumPostPage, user: Any, now: datetime) -> SafeguardingCheck:
    """The first of two steps: this very content is safe to show. Raises PostRefused while a detail is not confirmed."""
    waiting_step(page, user)
    if not ForumSettings.load().two_steps:
        raise PostRefused("One person checks and publishes here. Publish it when it is safe.")
    if found := page.unconfirmed_details():
        raise PostRefused(" ".join(finding.warning for finding in found))
    check, _ = SafeguardingCheck.objects.get_or_create(
        page_id=page.pk, fingerprint=page.fingerprint, defaults={"checked_by": user, "checked_at": now}
    )
    # The next step is another person's.
    SupporterTaskState.objects.filter(pk=page.current_workflow_task_state.pk).update(reader=None)
    log(instance=page, action="youth.check_safety", user=user)
    return check


def approve_post(*, page: ForumPostPage, user: Any) -> None:
    """Publishes the latest version. Raises PostRefused with all that stands in the way; then nothing is changed."""
    try:
        with transaction.atomic():
            state = waiting_step(page, user)
            state.task.specific.on_action(state, user, "approve")
    except ValidationError as error:
        raise PostRefused(" ".join(error.messages)) from error
    except PermissionDenied as error:
        raise PostRefused(NOT_WAITING) from error


@transaction.atomic
def send_back(*, page: ForumPostPage, user: Any, message: str) -> None:
    """Gives the post back with a message, which is e-mailed too. Raises PostRefused without one."""
    state = waiting_step(page, user)
    try:
        state.task.specific.on_action(state, user, "reject", comment=message.strip())
    except ValidationError as error:
        raise PostRefused({"message": " ".join(error.messages)}) from error
    except PermissionDenied as error:
        raise PostRefused(NOT_WAITING) from error


@transaction.atomic
def finish_request(*, request: ChangeRequest, user: Any, now: datetime) -> None:
    request.done_by, request.done_at = user, now
    request.save(update_fields=["done_by", "done_at"])
    log(instance=Page.objects.get(pk=request.page_id).specific, action="youth.change_request_done", user=user)
