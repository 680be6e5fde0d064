"""Pages that an editor marks have a way out that works at once; other pages have none."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from wagtail.models import Site

from localoffer.navigation.models import SiteDetails
from localoffer.navigation.rules import LEAVE_TO
from localoffer.people.roles import DIRECTORY_EDITOR, FORUM_SUPPORTER
from tests import factories
from tests.pages.ground import form_of, posted_body

pytestmark = pytest.mark.django_db


def way_out(client: Any, page: Any) -> Any:
    return BeautifulSoup(client.get(page.url).content, "html5lib").select_one("[data-leave] a.button")


def test_a_marked_page_leads_out_and_an_unmarked_one_does_not(
    home: Any, directory: Any, blog: Any, youth_home: Any, client: Any
) -> None:
    makers = [
        (factories.InformationPageFactory, home),
        (factories.YouthPageFactory, youth_home),
        (factories.ServicePageFactory, directory),
        (factories.BoardPostPageFactory, blog),
    ]
    for factory, parent in makers:
        assert way_out(client, factory(parent=parent, leave_quickly=True))["href"] == LEAVE_TO
        assert way_out(client, factory(parent=parent)) is None


def test_it_is_a_plain_link_that_does_not_say_where_one_came_from(home: Any, client: Any) -> None:
    link = way_out(client, factories.InformationPageFactory(parent=home, leave_quickly=True))
    assert {"noreferrer", "nofollow"} <= set(link["rel"])
    assert link.get("target") is None


def test_staff_choose_where_it_leads(home: Any, client: Any, django_capture_on_commit_callbacks: Any) -> None:
    page = factories.InformationPageFactory(parent=home, leave_quickly=True)
    assert way_out(client, page)["href"] == LEAVE_TO
    details = SiteDetails.for_site(Site.objects.get())
    details.leave_to = "https://news.example.org/"
    with django_capture_on_commit_callbacks(execute=True):
        details.save()
    assert way_out(client, page)["href"] == "https://news.example.org/"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//example.org", "http://example.org", "/contact/", "weather", ""])
def test_it_leads_to_a_safe_whole_address_only(address: str, home: Any) -> None:
    details = SiteDetails.for_site(Site.objects.get())
    details.leave_to = address
    with pytest.raises(ValidationError) as refused:
        details.full_clean()
    assert "leave_to" in refused.value.message_dict


@pytest.mark.parametrize(("role", "area"), [(DIRECTORY_EDITOR, "section"), (FORUM_SUPPORTER, "youth")])
def test_an_editor_marks_a_page_in_its_settings(role: Any, area: str, site_tree: Any, person: Any, client: Any) -> None:
    client.force_login(person(role))
    maker = factories.InformationPageFactory if area == "section" else factories.YouthPageFactory
    page = maker(parent=site_tree[area])
    address = f"/admin/pages/{page.pk}/edit/"
    form = posted_body([], form_of(client, address)) | {"leave_quickly": "on", "action-publish": "action-publish"}
    assert client.post(address, form).status_code == 302
    page.refresh_from_db()
    assert page.leave_quickly is True
