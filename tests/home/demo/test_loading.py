"""The loaded demonstration: loading it twice is as good as once, its people can sign in, its menus lead somewhere."""

from typing import Any

import pytest
from django.db import connection
from wagtail.models import Locale, Page, ReferenceIndex, Site

from home.demo.frame import MENU, PEOPLE, demo_password
from home.models import SectionPage
from localoffer.directory.models import ServicePage
from localoffer.navigation.frame import read_frame
from localoffer.people.models import User
from tests.home.loading import counts, load

pytestmark = pytest.mark.django_db


def test_loading_again_adds_nothing(demo: None) -> None:
    before = counts()
    said = load()
    assert counts() == before
    assert f"{ServicePage.objects.filter(locale=Locale.get_default()).count()} services" in said


def test_loading_again_keeps_what_editors_changed(demo: None) -> None:
    page = ServicePage.objects.order_by("pk").first()
    page.title, page.summary = "A new name", "New words."
    page.save()
    load()
    page.refresh_from_db()
    assert (page.title, page.summary) == ("A new name", "New words.")


def test_each_role_has_an_account_that_can_sign_in(demo: None, client: Any) -> None:
    for name, display_name, role in PEOPLE:
        user = User.objects.get(email=f"{name}@example.org")
        assert user.check_password(demo_password())
        assert user.display_name == display_name
        assert [group.name for group in user.groups.all()] == [role.name]
        assert user.is_superuser is (name == "admin")


def test_the_menus_lead_to_pages_that_are_there(demo: None, client: Any) -> None:
    frame = read_frame(Site.objects.get(is_default_site=True))
    assert [(link.title, link.url) for link in frame.main_menu] == MENU
    for link in (*frame.main_menu, *frame.footer_links):
        assert client.get(link.url).status_code == 200, link


def test_every_page_tree_is_sound(demo: None) -> None:
    assert not any(Page.find_problems())


def test_there_is_one_site_with_the_home_page_at_its_root(demo: None) -> None:
    site = Site.objects.get()
    assert site.is_default_site
    assert type(site.root_page.specific).__name__ == "HomePage"
    homes = Page.objects.filter(depth=2)
    assert list(homes.filter(locale=Locale.get_default())) == [site.root_page]
    assert {page.translation_key for page in homes} == {site.root_page.translation_key}


def test_what_is_used_where_is_written_once_at_the_end(demo: None) -> None:
    rebuilding = [act for _, act, _ in connection.run_on_commit if getattr(act, "args", ()) == ("rebuild_references_index",)]
    used = ReferenceIndex.get_references_to(SectionPage.objects.exclude(picture=None)[0].picture)
    assert (len(rebuilding), used.count()) == (1, 0)
    rebuilding[0]()
    assert used.count() > 0
