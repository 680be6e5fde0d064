"""What stands around every page: menus lead to pages that are there, banners show on time, changes show at once."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from wagtail.blocks import StructBlockValidationError
from wagtail.models import Site

from localoffer.navigation.blocks import MenuLinkBlock
from localoffer.navigation.context_processors import Frame
from localoffer.navigation.frame import frame_of, read_frame
from localoffer.navigation.models import SiteDetails
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(home: Any) -> Site:
    return Site.objects.get(is_default_site=True)


def fill(site: Site, **streams: list[dict[str, Any]]) -> SiteDetails:
    """Fills streams of the site's details, such as ``main_menu``, with values of their one block."""
    kinds = {"main_menu": "link", "footer_links": "link", "banners": "banner", "help_now": "help"}
    details = SiteDetails.for_site(site)
    for name, values in streams.items():
        setattr(details, name, json.dumps([{"type": kinds[name], "value": value} for value in values]))
    details.save()
    return details


def shown(site: Site) -> list[tuple[str, str]]:
    return [(link.title, link.url) for link in read_frame(site).main_menu]


def test_a_menu_leads_to_pages_and_to_addresses(site: Site, directory: Any) -> None:
    fill(
        site,
        main_menu=[
            {"title": "Find", "page": directory.pk, "address": ""},
            {"title": "Write", "page": None, "address": "/contact/"},
        ],
    )
    assert shown(site) == [("Find", directory.url), ("Write", "/contact/")]


def test_a_menu_leaves_out_a_page_that_was_deleted(site: Site, home: Any) -> None:
    page = factories.InformationPageFactory(parent=home)
    fill(
        site,
        main_menu=[{"title": "Gone", "page": page.pk, "address": ""}, {"title": "Write", "page": None, "address": "/contact/"}],
    )
    page.delete()
    assert shown(site) == [("Write", "/contact/")]


def test_a_link_leads_to_its_page_rather_than_to_its_address(site: Site, directory: Any) -> None:
    fill(site, main_menu=[{"title": "Find", "page": directory.pk, "address": "/old/"}])
    assert shown(site) == [("Find", directory.url)]


def test_the_link_of_the_current_page_is_marked(site: Site, directory: Any, rf: Any) -> None:
    fill(
        site,
        main_menu=[
            {"title": "Find", "page": directory.pk, "address": ""},
            {"title": "Write", "page": None, "address": "/contact/"},
        ],
    )
    frame = Frame(rf.get(f"{directory.url}club/", headers={"host": "localhost"}))
    assert [(link["title"], link["current"]) for link in frame.main_menu] == [("Find", "true"), ("Write", False)]


@pytest.mark.parametrize(("address", "refused"), [("", True), ("/contact/", False)])
def test_a_link_that_leads_nowhere_is_refused(address: str, refused: bool) -> None:
    block = MenuLinkBlock()
    value = block.to_python({"title": "Link", "page": None, "address": address})
    if refused:
        with pytest.raises(StructBlockValidationError) as refusal:
            block.clean(value)
        assert "leads somewhere" in str(refusal.value.as_json_data())
    else:
        assert block.clean(value)["address"] == address


def test_banners_are_read_with_their_times(site: Site) -> None:
    fill(
        site,
        banners=[
            {"level": "info", "title": "Always", "text": "x", "link": "", "starts": None, "ends": None},
            {
                "level": "urgent",
                "title": "Flood",
                "text": "x",
                "link": "",
                "starts": "2026-11-22T10:00:00Z",
                "ends": "2026-11-22T12:00:00Z",
            },
        ],
    )
    frame = read_frame(site)

    def titles(hour: int, minute: int = 0) -> list[str]:
        return [banner["title"] for banner in frame.banners_at(datetime(2026, 11, 22, hour, minute, tzinfo=UTC))]

    assert titles(9, 59) == ["Always"]
    assert titles(10) == ["Flood", "Always"]
    assert titles(11, 59) == ["Flood", "Always"]
    assert titles(12) == ["Always"]


def test_the_frame_is_read_once_and_then_kept(site: Site, directory: Any, django_assert_num_queries: Any) -> None:
    fill(site, main_menu=[{"title": "Find", "page": directory.pk, "address": ""}])
    first = frame_of(site)
    with django_assert_num_queries(0):
        assert frame_of(site) == first


def test_a_change_of_the_menu_shows_at_once(site: Site, directory: Any, django_capture_on_commit_callbacks: Any) -> None:
    assert frame_of(site).main_menu == ()
    with django_capture_on_commit_callbacks(execute=True):
        fill(site, main_menu=[{"title": "Find", "page": directory.pk, "address": ""}])
    assert [link.url for link in frame_of(site).main_menu] == [directory.url]


def test_a_new_address_of_a_page_shows_in_the_menu_at_once(
    site: Site, directory: Any, django_capture_on_commit_callbacks: Any
) -> None:
    fill(site, main_menu=[{"title": "Find", "page": directory.pk, "address": ""}])
    assert [link.url for link in frame_of(site).main_menu] == ["/find-a-service/"]
    with django_capture_on_commit_callbacks(execute=True):
        directory.slug = "services"
        directory.save_revision().publish()
    assert [link.url for link in frame_of(site).main_menu] == ["/services/"]


def test_who_to_call_is_read_for_the_help_panel(site: Site) -> None:
    fill(site, help_now=[{"name": "Childline", "phone": "0800 1111", "text_number": "", "note": "Free."}])
    assert [dict(entry)["phone"] for entry in read_frame(site).help_now] == ["0800 1111"]
