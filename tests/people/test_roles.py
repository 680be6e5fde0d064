"""Making the roles: the same each time, all or nothing, and in place of Wagtail's own."""

from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from wagtail.models import GroupApprovalTask, GroupCollectionPermission, GroupPagePermission, Workflow, WorkflowPage

from localoffer.people.models import User
from localoffer.people.roles import FORUM_SUPPORTER, ROLES, STOCK_WORKFLOW, Role
from localoffer.people.services import UnknownPermission, set_up_roles, setting_up
from tests import factories

pytestmark = pytest.mark.django_db


def state() -> dict[str, Any]:
    """All that the command writes, without the numbers of rows."""
    return {
        "groups": sorted(Group.objects.values_list("name", flat=True)),
        "permissions": sorted(Group.objects.values_list("name", "permissions__content_type__app_label", "permissions__codename")),
        "pages": sorted(GroupPagePermission.objects.values_list("group__name", "page_id", "permission__codename")),
        "files": sorted(GroupCollectionPermission.objects.values_list("group__name", "collection_id", "permission__codename")),
        "workflows": sorted(Workflow.objects.values_list("name", "active", "workflow_tasks__task__name"), key=str),
        "places": sorted(WorkflowPage.objects.values_list("page_id", "workflow__name")),
        "approvers": sorted(GroupApprovalTask.objects.values_list("name", "groups__name"), key=str),
    }


def test_every_role_is_a_group_and_says_its_purpose(site_tree: dict[str, Any]) -> None:
    assert set(Group.objects.values_list("name", flat=True)) == {role.name for role in ROLES}
    assert all(role.purpose.endswith(".") for role in ROLES)


def test_making_the_roles_again_changes_nothing(site_tree: dict[str, Any]) -> None:
    before = state()
    assert before["permissions"]
    assert before["pages"]
    call_command("setup_roles", stdout=StringIO())
    call_command("setup_roles", stdout=StringIO())
    assert state() == before


def test_the_command_names_the_roles(home: Any) -> None:
    out = StringIO()
    call_command("setup_roles", stdout=out)
    assert all(role.name in out.getvalue() for role in ROLES)


def test_what_somebody_changed_by_hand_is_put_right(site_tree: dict[str, Any]) -> None:
    before = state()
    group = Group.objects.get(name=FORUM_SUPPORTER.name)
    group.permissions.add(Permission.objects.get(codename="delete_user"))
    added = GroupPagePermission.objects.get(group=group, page=site_tree["youth"], permission__codename="publish_page")
    added.pk, added.page = None, site_tree["home"]
    added.save()
    GroupPagePermission.objects.filter(group=group, permission__codename="add_page").delete()
    GroupCollectionPermission.objects.filter(group=group).delete()
    assert state() != before
    set_up_roles()
    assert state() == before


def test_people_keep_their_roles(site_tree: dict[str, Any], person: Any) -> None:
    user = person(FORUM_SUPPORTER)
    set_up_roles()
    assert [group.name for group in User.objects.get(pk=user.pk).groups.all()] == [FORUM_SUPPORTER.name]


def test_wagtails_own_groups_and_workflow_are_gone(home: Any) -> None:
    stock = Workflow.objects.filter(name=STOCK_WORKFLOW)
    stock.update(active=True)  # as Wagtail's migrations leave them
    Group.objects.bulk_create(Group(name=name) for name in ("Moderators", "Editors"))
    WorkflowPage.objects.create(workflow=stock.get(), page=home)
    set_up_roles()
    assert not Group.objects.filter(name__in=["Moderators", "Editors"]).exists()
    assert not Workflow.objects.filter(name=STOCK_WORKFLOW, active=True).exists()
    assert not WorkflowPage.objects.filter(workflow__name=STOCK_WORKFLOW).exists()


@pytest.mark.parametrize("wrong", ["directory.fly_organisation", "nowhere.view_thing"])
def test_an_unknown_permission_is_refused_and_nothing_is_changed(
    site_tree: dict[str, Any], monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    Group.objects.create(name="Editors")
    before = state()
    bad = Role("Pilots", "Fly.", permissions=("wagtailadmin.access_admin", wrong))
    monkeypatch.setattr(setting_up, "ROLES", (Role("First", "Comes before the bad one."), bad))
    with pytest.raises(UnknownPermission, match=wrong):
        set_up_roles()
    assert state() == before


def test_before_there_are_pages_the_roles_can_be_made(db: None) -> None:
    set_up_roles()
    assert Group.objects.count() == len(ROLES)


def test_pages_made_later_get_their_roles_the_next_time(home: Any) -> None:
    set_up_roles()
    youth = factories.YouthHomePageFactory(parent=home)
    assert not GroupPagePermission.objects.filter(page=youth).exists()
    set_up_roles()
    held = GroupPagePermission.objects.filter(page=youth, group__name=FORUM_SUPPORTER.name)
    assert {row.permission.codename for row in held} >= {"add_page", "change_page", "publish_page"}
    assert WorkflowPage.objects.get(page=youth).workflow.name == "Youth pages"


def test_the_supporter_approves_youth_pages_and_no_others(site_tree: dict[str, Any]) -> None:
    youth_page = factories.YouthPageFactory(parent=site_tree["youth"])
    [task] = youth_page.get_workflow().tasks
    assert [group.name for group in task.specific.groups.all()] == [FORUM_SUPPORTER.name]
    for area in ("home", "directory", "blog", "section"):
        assert site_tree[area].get_workflow() is None
