"""Making and publishing the By You guide in one step."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Page

from .models import ByYouGuidePage, YouthHomePage

TITLE = "By you: places we like"
SLUG = "by-you"
SUMMARY = "Young people went to these places. They liked them. Read what they say, or print it."


class GuideRefused(Exception):
    """The guide cannot be made public. Its sentences are for the person; ``draft``: the page to mend, if there is one."""

    def __init__(self, sentences: list[str], draft: Page | None = None) -> None:
        self.sentences, self.draft = sentences, draft
        super().__init__(" ".join(sentences))


def home_of_guide() -> YouthHomePage | None:
    """The youth home page that the guide stands below; None while there is none."""
    homes = YouthHomePage.objects.filter(alias_of=None)
    return homes.filter(locale__language_code=settings.LANGUAGE_CODE).order_by("pk").first()


def guide_below(home: Page) -> ByYouGuidePage | None:
    return ByYouGuidePage.objects.child_of(home).filter(alias_of=None).first()


def may_build_guide(user: Any, home: YouthHomePage | None) -> bool:
    """Those who may publish below the youth home page."""
    return home is not None and home.permissions_for_user(user).can_publish_subpage()


def build_guide(*, home: YouthHomePage, user: Any) -> ByYouGuidePage:
    """The public guide: the one that is there, its draft published, or a new one.

    Raises GuideRefused, and changes nothing, when the page above is not public, the page is locked,
    or the publishing gate refuses.
    """
    with transaction.atomic():
        # Two people who press the button at once wait for each other, so that there is one guide.
        home = YouthHomePage.objects.get(pk=Page.objects.select_for_update().get(pk=home.pk).pk)
        if not home.live:
            raise GuideRefused(["The youth home page is not public yet. Publish it first."], home)
        page = guide_below(home)
        if page is not None and page.live:
            return page
        if page is not None and (lock := page.get_lock()) and lock.for_user(user):
            raise GuideRefused(["The guide is locked, so nothing was changed. Ask who locked it."], page)
        return _published(page, user) if page else _published(_new(home, user), user, is_new=True)


def _new(home: YouthHomePage, user: Any) -> ByYouGuidePage:
    page = ByYouGuidePage(title=TITLE, slug=_free_slug(home), summary=SUMMARY, live=False, owner=user)
    return home.add_child(instance=page)


def _free_slug(home: YouthHomePage) -> str:
    """The usual end of the address, or with a number where another page has it."""
    taken = set(home.get_children().values_list("slug", flat=True))
    return next(slug for slug in [SLUG, *(f"{SLUG}-{number}" for number in range(2, len(taken) + 3))] if slug not in taken)


def _published(page: ByYouGuidePage, user: Any, *, is_new: bool = False) -> ByYouGuidePage:
    try:
        (page.get_latest_revision() or page.save_revision(user=user)).publish(user=user)
    except ValidationError as error:
        raise GuideRefused(["The guide is not public yet.", *error.messages], None if is_new else page) from error
    page.refresh_from_db()
    return page
