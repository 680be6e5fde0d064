"""Where translators begin in the admin: at the root, among the homes of their languages, without a warning about sites."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import GroupPagePermission

from tests import factories

pytestmark = pytest.mark.django_db
WARNING = "will not be accessible at any URL"


@pytest.mark.parametrize(("is_superuser", "warned"), [(True, True), (False, False)], ids=["administrator", "translator"])
def test_only_who_sets_up_sites_is_warned_at_the_root(home: Any, client: Client, is_superuser: bool, warned: bool) -> None:
    group = Group.objects.create(name="Homes of two languages")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    other = factories.SectionPageFactory(parent=home.get_parent())
    change = Permission.objects.get(codename="change_page")
    for page in (home, other):
        GroupPagePermission.objects.create(group=group, page=page, permission=change)
    user = factories.UserFactory(is_superuser=is_superuser)
    user.groups.add(group)
    client.force_login(user)
    words = client.get(f"/admin/pages/{home.get_parent().pk}/").content.decode()
    assert home.title in words
    assert (WARNING in words) is warned
