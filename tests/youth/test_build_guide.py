"""One click builds the By You guide: for those who may, in one step, with reasons where it cannot be."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse
from wagtail.models import Page, PageLogEntry

from localoffer.people.roles import (
    COMMUNICATIONS,
    DIRECTORY_EDITOR,
    FORUM_MEMBER,
    FORUM_SUPPORTER,
    READER,
    SITE_ADMINISTRATOR,
    TRANSLATOR,
)
from tests import factories
from youth.models import ByYouGuidePage
from youth.panels import ByYouPanel
from youth.services import GuideRefused, build_guide, home_of_guide, may_build_guide

pytestmark = pytest.mark.django_db
MAY = (SITE_ADMINISTRATOR, FORUM_SUPPORTER)
MAY_NOT = (COMMUNICATIONS, DIRECTORY_EDITOR, FORUM_MEMBER, READER, TRANSLATOR)


def press(client: Any) -> Any:
    return client.post(reverse("by_you_guide"))


def said(answer: Any) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


@pytest.mark.parametrize("role", MAY, ids=lambda role: role.name)
def test_who_may_publish_youth_pages_builds_it_and_it_opens(client: Any, person: Any, site_tree: Any, role: Any) -> None:
    client.force_login(person(role))
    answer = press(client)
    guide = ByYouGuidePage.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, guide.url)
    assert guide.live
    assert guide.get_parent().pk == site_tree["youth"].pk
    assert client.get(guide.url).status_code == 200


@pytest.mark.parametrize("role", MAY_NOT, ids=lambda role: role.name)
def test_nobody_else_builds_it_by_a_direct_request(client: Any, person: Any, site_tree: Any, role: Any) -> None:
    client.force_login(person(role))
    assert press(client).status_code == 403
    assert not ByYouGuidePage.objects.exists()


def test_a_visitor_is_asked_to_sign_in(client: Any, site_tree: Any) -> None:
    answer = press(client)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/account/login/")
    assert not ByYouGuidePage.objects.exists()


def test_opening_the_address_builds_nothing(client: Any, person: Any, site_tree: Any) -> None:
    client.force_login(person(FORUM_SUPPORTER))
    assert client.get(reverse("by_you_guide")).status_code == 405
    assert not ByYouGuidePage.objects.exists()


def test_pressing_again_opens_the_same_guide_unchanged(client: Any, person: Any, site_tree: Any) -> None:
    client.force_login(person(FORUM_SUPPORTER))
    first = press(client)
    ByYouGuidePage.objects.update(title="Our own title")
    assert press(client)["Location"] == first["Location"]
    assert ByYouGuidePage.objects.get().title == "Our own title"


def test_a_draft_is_published_with_what_its_author_wrote(client: Any, person: Any, site_tree: Any) -> None:
    draft = factories.ByYouGuidePageFactory(parent=site_tree["youth"], live=False)
    draft.title = "Our own title"
    draft.save_revision()
    client.force_login(person(FORUM_SUPPORTER))
    press(client)
    draft.refresh_from_db()
    assert (draft.live, draft.title) == (True, "Our own title")
    assert ByYouGuidePage.objects.count() == 1


def test_when_the_gate_refuses_the_reasons_are_said_and_the_draft_opens(client: Any, person: Any, site_tree: Any) -> None:
    draft = factories.ByYouGuidePageFactory(parent=site_tree["youth"], live=False, summary="")
    client.force_login(person(FORUM_SUPPORTER))
    answer = press(client)
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert said(answer)[0] == "The guide is not public yet."
    assert any("summary" in sentence.lower() for sentence in said(answer)[1:])
    draft.refresh_from_db()
    assert not draft.live


def test_below_a_youth_home_page_that_is_not_public_it_is_refused(client: Any, person: Any, site_tree: Any) -> None:
    site_tree["youth"].unpublish()
    client.force_login(person(FORUM_SUPPORTER))
    assert said(press(client)) == ["The youth home page is not public yet. Publish it first."]
    assert not ByYouGuidePage.objects.exists()


def test_a_locked_draft_is_left_to_who_locked_it(person: Any, site_tree: Any) -> None:
    factories.ByYouGuidePageFactory(parent=site_tree["youth"], live=False, locked=True, locked_by=person(SITE_ADMINISTRATOR))
    with pytest.raises(GuideRefused, match="locked"):
        build_guide(home=site_tree["youth"], user=person(FORUM_SUPPORTER))
    assert not ByYouGuidePage.objects.get().live


def test_another_page_at_the_usual_address_does_not_stand_in_the_way(person: Any, site_tree: Any) -> None:
    factories.YouthPageFactory(parent=site_tree["youth"], title="Other", slug="by-you")
    assert build_guide(home=site_tree["youth"], user=person(FORUM_SUPPORTER)).slug == "by-you-2"


def test_who_built_it_stands_in_the_log(person: Any, site_tree: Any) -> None:
    user = person(FORUM_SUPPORTER)
    guide = build_guide(home=site_tree["youth"], user=user)
    assert guide.owner == user
    assert {"wagtail.create", "wagtail.publish"} <= set(
        PageLogEntry.objects.filter(page=guide.pk, user=user).values_list("action", flat=True)
    )


def test_without_a_youth_section_there_is_nothing_to_build(client: Any, person: Any, home: Any) -> None:
    client.force_login(factories.UserFactory(is_superuser=True))
    assert home_of_guide() is None
    assert press(client).status_code == 403
    assert Page.objects.type(ByYouGuidePage).count() == 0


@pytest.mark.parametrize("role", [*MAY, *MAY_NOT], ids=lambda role: role.name)
def test_the_admin_offers_it_to_whom_it_lets(person: Any, site_tree: Any, role: Any, rf: Any) -> None:
    user = person(role)
    request = rf.get("/")
    request.user = user
    panel = ByYouPanel(user).render_html({"request": request})
    assert ("Build the By You guide" in panel) == (role in MAY) == may_build_guide(user, site_tree["youth"])


def test_the_button_on_the_first_page_of_the_admin_works_with_its_own_token(person: Any, site_tree: Any) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(person(FORUM_SUPPORTER))
    page = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html5lib")
    form = page.select_one(f"form[action='{reverse('by_you_guide')}']")
    answer = client.post(form["action"], {field["name"]: field["value"] for field in form.select("input")})
    assert answer["Location"] == ByYouGuidePage.objects.get().url


def test_once_it_is_there_the_admin_opens_it(person: Any, site_tree: Any, rf: Any) -> None:
    user = person(FORUM_SUPPORTER)
    guide = build_guide(home=site_tree["youth"], user=user)
    request = rf.get("/")
    request.user = user
    panel = ByYouPanel(user).render_html({"request": request})
    assert f'href="{guide.url}"' in panel
    assert "Build the By You guide" not in panel
