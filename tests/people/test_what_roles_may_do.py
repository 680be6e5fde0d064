"""The table of what each role may do: on the pages of each area, with snippets, the seal, the inbox and people."""

from collections.abc import Callable
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from localoffer.people.roles import (
    COMMUNICATIONS,
    DIRECTORY_EDITOR,
    FORUM_MEMBER,
    FORUM_SUPPORTER,
    READER,
    ROLES,
    SITE_ADMINISTRATOR,
    TRANSLATOR,
    Role,
)
from localoffer.people.services import set_up_roles
from tests import factories

pytestmark = pytest.mark.django_db

AREAS = ("home", "section", "directory", "blog", "youth")
ALL, NONE = "add change publish", ""
# What each role may do on the pages of each area, in the order of AREAS.
PAGES = {
    SITE_ADMINISTRATOR.name: (ALL, ALL, ALL, ALL, ALL),
    DIRECTORY_EDITOR.name: (NONE, ALL, ALL, NONE, NONE),
    COMMUNICATIONS.name: (NONE, NONE, NONE, ALL, NONE),
    FORUM_MEMBER.name: (NONE, NONE, NONE, NONE, NONE),
    FORUM_SUPPORTER.name: (NONE, NONE, NONE, NONE, ALL),
    TRANSLATOR.name: (NONE, NONE, NONE, NONE, NONE),
    READER.name: (NONE, NONE, NONE, NONE, NONE),
}
PERMISSIONS = (
    "directory.change_topic",
    "directory.view_topic",
    "blog.change_authorprofile",
    "media.change_consent",
    "seal.view_award",
    "seal.award_seal",
    "seal.decide_seal",
    "contact.change_message",
    "contact.delete_message",
    "people.change_user",
    "wagtail_localize.submit_translation",
    "search.change_synonymgroup",
    "search.view_unmetsearch",
    "search.change_unmetsearch",
    "wagtailsearchpromotions.change_searchpromotion",
    "youth.view_youngmessage",
    "youth.delete_youngmessage",
    "youth.approve_asked",
    "events.change_meeting",
)
# One letter for each of PERMISSIONS: x for those that the role has.
HELD = {
    SITE_ADMINISTRATOR.name: "xxxxxxxxxxxxxxxxxxx",
    DIRECTORY_EDITOR.name: "xx..xx.x...xx.x....",
    COMMUNICATIONS.name: "..x....x...........",
    FORUM_MEMBER.name: "...................",
    FORUM_SUPPORTER.name: "...xxxx........x.xx",
    TRANSLATOR.name: "..........x........",
    READER.name: ".x..x..............",
}
roles = pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)


def allowed(page: Any, user: Any) -> str:
    may = page.permissions_for_user(user)
    answers = {"add": may.can_add_subpage(), "change": may.can_edit(), "publish": may.can_publish()}
    return " ".join(name for name, yes in answers.items() if yes)


def child_of(site_tree: dict[str, Any], area: str, **fields: Any) -> Any:
    factory = {
        "home": factories.InformationPageFactory,
        "section": factories.InformationPageFactory,
        "directory": factories.ServicePageFactory,
        "blog": factories.BoardPostPageFactory,
        "youth": factories.YouthPageFactory,
    }[area]
    return factory(parent=site_tree[area], **fields)


def test_the_tables_name_every_role() -> None:
    assert set(PAGES) == set(HELD) == {role.name for role in ROLES}


@roles
@pytest.mark.parametrize("area", AREAS)
def test_a_role_may_do_on_the_pages_of_an_area_what_the_table_says(
    site_tree: dict[str, Any], person: Callable[..., Any], role: Role, area: str
) -> None:
    user, wanted = person(role), PAGES[role.name][AREAS.index(area)]
    assert allowed(site_tree[area], user) == wanted
    page = child_of(site_tree, area, owner=factories.UserFactory())
    assert allowed(page, user) == wanted


@roles
def test_a_role_has_the_permissions_that_the_table_says(
    site_tree: dict[str, Any], person: Callable[..., Any], role: Role
) -> None:
    user = person(role)
    assert "".join("x" if user.has_perm(name) else "." for name in PERMISSIONS) == HELD[role.name]


@roles
def test_every_role_may_open_the_admin(site_tree: dict[str, Any], person: Callable[..., Any], client: Client, role: Role) -> None:
    client.force_login(person(role))
    assert client.get(reverse("wagtailadmin_home")).status_code == 200


@pytest.mark.parametrize(("role", "sees_pages"), [(READER, False), (DIRECTORY_EDITOR, True)], ids=["reader", "editor"])
def test_the_dashboard_searches_pages_only_for_those_who_see_some(
    site_tree: dict[str, Any], person: Callable[..., Any], client: Client, role: Role, sees_pages: bool
) -> None:
    client.force_login(person(role))
    dashboard = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html5lib")
    search = dashboard.select_one('form[role="search"]')
    assert bool(search) is sees_pages
    assert dashboard.h1
    answer = client.get(search["action"] if search else reverse("wagtailadmin_explore_root"))
    assert answer.status_code == (200 if sees_pages else 302)


def test_somebody_without_a_role_may_not_open_the_admin(
    site_tree: dict[str, Any], person: Callable[..., Any], client: Client
) -> None:
    client.force_login(person())
    response = client.get(reverse("wagtailadmin_home"))
    assert response.status_code == 302
    assert response["Location"].startswith(reverse("account_login"))


def test_a_member_changes_and_never_publishes_posts_of_their_own(site_tree: dict[str, Any], person: Callable[..., Any]) -> None:
    member = person(FORUM_MEMBER)
    index = factories.ForumPostsPageFactory(parent=site_tree["youth"])
    set_up_roles()
    assert allowed(index, member) == "add"
    own = factories.ForumPostPageFactory(parent=index, owner=member, live=False)
    others = factories.ForumPostPageFactory(parent=index, owner=factories.UserFactory(), live=False)
    assert own.permissions_for_user(member).can_edit()
    assert not own.permissions_for_user(member).can_publish()
    assert own.permissions_for_user(member).can_submit_for_moderation()
    assert not others.permissions_for_user(member).can_edit()


@pytest.mark.parametrize(
    ("role", "listing", "award"),
    [
        (SITE_ADMINISTRATOR, 200, 200),
        (DIRECTORY_EDITOR, 200, 200),
        (FORUM_SUPPORTER, 200, 200),
        (READER, 200, 403),
        (COMMUNICATIONS, 403, 403),
        (FORUM_MEMBER, 403, 403),
        (TRANSLATOR, 403, 403),
    ],
    ids=lambda value: value.name if isinstance(value, Role) else "",
)
def test_the_seal_of_a_listing_opens_for_those_who_may(
    site_tree: dict[str, Any], person: Callable[..., Any], client: Client, role: Role, listing: int, award: int
) -> None:
    service = child_of(site_tree, "directory")
    client.force_login(person(role))
    assert client.get(reverse("seal_listing", args=[service.pk])).status_code == listing
    assert client.get(reverse("seal_award", args=[service.pk])).status_code == award


def no(role: Role) -> int:
    """How the admin says no: to its first page; a member of the forum has no page there but their own."""
    return 403 if role is FORUM_MEMBER else 302


INBOX_READERS = (SITE_ADMINISTRATOR, DIRECTORY_EDITOR, COMMUNICATIONS)
YOUNG_PEOPLES_READERS = (SITE_ADMINISTRATOR, FORUM_SUPPORTER)
PEOPLE_KEEPERS = (SITE_ADMINISTRATOR,)


@roles
@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("inbox:index", INBOX_READERS),
        ("voices:index", YOUNG_PEOPLES_READERS),
        ("asked:index", YOUNG_PEOPLES_READERS),
        ("work-programme:index", YOUNG_PEOPLES_READERS),
        ("wagtailsnippets_events_meeting:list", YOUNG_PEOPLES_READERS),
        ("wagtailusers_users:index", PEOPLE_KEEPERS),
    ],
)
def test_messages_and_people_are_seen_only_by_who_works_with_them(
    site_tree: dict[str, Any], person: Callable[..., Any], client: Client, role: Role, name: str, may: tuple[Role, ...]
) -> None:
    client.force_login(person(role))
    assert client.get(reverse(name)).status_code == (200 if role in may else no(role))


EDITABLE = {
    "wagtailsnippets_directory_topic:list": (SITE_ADMINISTRATOR, DIRECTORY_EDITOR, READER),
    "wagtailsnippets_directory_topic:add": (SITE_ADMINISTRATOR, DIRECTORY_EDITOR),
    "wagtailsnippets_blog_authorprofile:list": (SITE_ADMINISTRATOR, COMMUNICATIONS, READER),
    "wagtailsnippets_blog_authorprofile:add": (SITE_ADMINISTRATOR, COMMUNICATIONS),
    "wagtailsnippets_media_consent:list": (SITE_ADMINISTRATOR, DIRECTORY_EDITOR, COMMUNICATIONS, FORUM_SUPPORTER),
    "wagtailsnippets_media_consent:add": (SITE_ADMINISTRATOR, FORUM_SUPPORTER),
    "wagtailimages:add": (SITE_ADMINISTRATOR, DIRECTORY_EDITOR, COMMUNICATIONS, FORUM_SUPPORTER),
}


@roles
@pytest.mark.parametrize("name", EDITABLE)
def test_vocabularies_authors_consents_and_pictures_open_for_those_who_keep_them(
    site_tree: dict[str, Any], person: Callable[..., Any], client: Client, role: Role, name: str
) -> None:
    client.force_login(person(role))
    assert client.get(reverse(name)).status_code == (200 if role in EDITABLE[name] else no(role))


def test_a_translator_works_on_translated_pages_and_not_on_the_english_ones(
    site_tree: dict[str, Any], person: Callable[..., Any]
) -> None:
    polish = site_tree["home"].copy_for_translation(Locale.objects.create(language_code="pl"))
    set_up_roles()
    user = person(TRANSLATOR)
    assert allowed(polish, user) == "add change"
    assert allowed(site_tree["home"], user) == ""
