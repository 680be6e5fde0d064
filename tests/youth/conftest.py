"""A forum with a member, two supporters, and a place for posts."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client

from localoffer.people.roles import FORUM_MEMBER, FORUM_SUPPORTER
from localoffer.people.services import set_up_roles
from tests import factories
from youth.models import ForumPostPage, ForumSettings
from youth.posting import own_post, send_post, start_post

WORDS = "I like the river. It is quiet there."


@dataclass
class Forum:
    """The people, each with a signed-in browser, and the page where posts stand."""

    index: Any
    member: Any
    other_member: Any
    supporter: Any
    second: Any
    person: Callable[..., Any]

    def client(self, user: Any) -> Client:
        browser = Client()
        browser.force_login(user)
        return browser

    def draft(self, user: Any = None, **fields: Any) -> ForumPostPage:
        """A post that its writer has begun. There is a consent for its words and name, unless told otherwise."""
        begun = {"title": "By the river", "words": WORDS, "chosen_name": "Kai", "show_name": True}
        if "words_consent" not in fields:
            begun["words_consent"] = factories.ConsentFactory(agrees_to_words=True, agrees_to_name=True)
        return start_post(user=user or self.member, **begun | fields)

    def sent(self, user: Any = None, **fields: Any) -> ForumPostPage:
        """A post that waits for a supporter."""
        page = self.draft(user, **fields)
        send_post(page=page, user=page.owner)
        return self.fresh(page)

    def fresh(self, page: ForumPostPage) -> ForumPostPage:
        """Its latest version, read anew."""
        found = own_post(page.owner, page.pk)
        assert found is not None
        return found

    def two_steps(self) -> None:
        settings = ForumSettings.load()
        settings.two_steps = True
        settings.save()


@pytest.fixture
def forum(site_tree: dict[str, Any], person: Callable[..., Any]) -> Forum:
    index = factories.ForumPostsPageFactory(parent=site_tree["youth"])
    set_up_roles()
    return Forum(
        index=index,
        member=person(FORUM_MEMBER, display_name="Kai"),
        other_member=person(FORUM_MEMBER, email="other@example.org", display_name="Zee"),
        supporter=person(FORUM_SUPPORTER, display_name="Kim"),
        second=person(FORUM_SUPPORTER, email="second@example.org", display_name="Lou"),
        person=person,
    )


def is_public(page: Any) -> bool:
    return type(page).objects.get(pk=page.pk).live
