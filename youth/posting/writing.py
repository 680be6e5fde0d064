"""What a member of the forum does with posts of their own."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Revision, TaskState

from .. import rules
from ..choices import Stage
from ..models import ChangeRequest, ForumPostPage, ForumPostsPage
from .letters import tell_supporters_of_a_request
from .refusals import PostRefused

NO_TITLE = "No title yet"
MOST_DRAFTS = 100  # of one member
MOST_REQUESTS = 5  # open ones of one post


def posts_page() -> ForumPostsPage | None:
    """Where posts stand; None before staff have made it."""
    return ForumPostsPage.objects.filter(alias_of=None).order_by("path").first()


def own_post(user: Any, page_id: int) -> ForumPostPage | None:
    """The latest version of a post of this person; None for posts of others and for other pages."""
    page = ForumPostPage.objects.filter(id=page_id, owner=user, alias_of=None).first()
    return page.get_latest_revision_as_object() if page else None


@transaction.atomic
def start_post(*, user: Any, **fields: Any) -> ForumPostPage:
    """A new draft. Raises PostRefused when there is no place for posts, or when there are very many already."""
    parent = ForumPostsPage.objects.select_for_update().filter(alias_of=None).order_by("path").first()
    if parent is None:
        raise PostRefused(_("There is no place for posts yet. Please tell a supporter."))
    if ForumPostPage.objects.filter(owner=user, live=False).count() >= MOST_DRAFTS:
        raise PostRefused(_("You have very many posts that are not finished. Finish or delete one first."))
    page = ForumPostPage(live=False, owner=user, locale=parent.locale, title=NO_TITLE)
    fill(page, **fields)
    parent.add_child(instance=page)
    page.save_revision(user=user, clean=False, log_action="wagtail.create")
    return page


@transaction.atomic
def save_draft(*, page: ForumPostPage, user: Any, **fields: Any) -> ForumPostPage:
    """Keeps what was written as the draft. Raises PostRefused while a supporter has the post, or when it is public."""
    must_be_writable(page, user)
    fill(page, **fields)
    if page.slug_is_free:
        page.slug = page.slug_of_title()
    page.save_revision(user=user, clean=False, log_action=True, overwrite_revision=own_open_revision(page, user))
    return page


@transaction.atomic
def send_post(*, page: ForumPostPage, user: Any) -> None:
    """Gives the post to the supporters. Raises PostRefused, with the fields, while a title or words are missing."""
    must_be_writable(page, user)
    title = "" if page.title == NO_TITLE else page.title
    if problems := rules.missing(title=title, words=page.words):
        raise PostRefused(problems)
    state = page.current_workflow_state
    if state is not None and state.status == state.STATUS_NEEDS_CHANGES:
        state.resume(user=user)
        return
    workflow = page.get_workflow()
    if workflow is None:
        raise PostRefused(_("Nobody is there to read posts yet. Please tell a supporter. Your post is kept."))
    workflow.start(page, user)


@transaction.atomic
def delete_draft(*, page: ForumPostPage, user: Any) -> None:
    """Throws away a draft that nobody else has had. Raises PostRefused for any other post."""
    must_be_writable(page, user)
    if page.stage != Stage.WRITING:
        raise PostRefused(_("A supporter has read this post, so you cannot delete it. Ask them."))
    ForumPostPage.objects.get(pk=page.pk).delete(user=user)


@transaction.atomic
def ask_for_change(*, page: ForumPostPage, user: Any, words: str, now: datetime) -> ChangeRequest:
    """For a post that is on the site: the supporters are told, once. Raises PostRefused without words."""
    if page.owner_id != user.pk or page.stage != Stage.PUBLIC:
        raise PostRefused(_("Only for posts of yours that are on the site."))
    if not words.strip():
        raise PostRefused({"words": _("Write what you would like to change.")})
    if ChangeRequest.objects.filter(page=page, done_at=None).count() >= MOST_REQUESTS:
        raise PostRefused(_("You have asked for many changes. Wait until a supporter has answered."))
    request = ChangeRequest.objects.create(page=page.page_ptr, words=words.strip(), asked_by=user, asked_at=now)
    transaction.on_commit(lambda: tell_supporters_of_a_request(request))
    return request


def must_be_writable(page: ForumPostPage, user: Any) -> None:
    if page.owner_id != user.pk:
        raise PostRefused(_("This is not your post."))
    # Asked anew, with the row locked: another tab may have sent it a moment ago.
    stage = ForumPostPage.objects.select_for_update(of=("self",)).get(pk=page.pk).stage
    if not rules.is_with_the_writer(stage):
        raise PostRefused(
            _("Your post is on the site. Ask for a change.")
            if stage == Stage.PUBLIC
            else _("A supporter has your post now. You can change it when it comes back.")
        )


def fill(page: ForumPostPage, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(page, name, value)
    page.title = page.title.strip() or NO_TITLE
    page.summary = rules.opening(page.words)


def own_open_revision(page: ForumPostPage, user: Any) -> Revision | None:
    """The draft that may be written over: the person's own and the latest, which nobody was shown."""
    latest = page.latest_revision
    if latest is None or latest.user_id != user.pk or TaskState.objects.filter(revision=latest).exists():
        return None
    return latest
