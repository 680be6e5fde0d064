"""What the admin's Help menu leads to."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.admin.menu import help_menu

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("address", "first", "last"),
    [("https://guide.example.org/", "guide", "guide"), ("", "patterns", "editor-guide")],
    ids=["with a guide of our own", "without"],
)
def test_help_leads_to_our_own_guide_or_else_to_the_one_of_wagtail(settings: Any, address: str, first: str, last: str) -> None:
    settings.GUIDE_URL = address
    request = RequestFactory().get("/admin/")
    request.user = factories.UserFactory(is_superuser=True)
    shown = [item.name for item in help_menu.menu_items_for_request(request)]
    assert shown[0] == first
    assert [name for name in shown if "guide" in name or "whats-new" in name] == [last]


def test_the_dashboard_leads_nowhere_else(home: Any, client: Client) -> None:
    client.force_login(factories.UserFactory(is_superuser=True))
    dashboard = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html5lib")
    assert dashboard.find("a", href=reverse("wagtailadmin_account"))
    assert [link["href"] for link in dashboard.select('.w-dashboard a[href^="http"]')] == []
