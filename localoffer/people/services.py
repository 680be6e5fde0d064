"""Writing the roles and workflows to the database."""

from collections.abc import Iterable

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from .roles import ALL, ROLES, STOCK_GROUPS, STOCK_WORKFLOW, WORKFLOWS, PageWorkflow, Role


class UnknownPermission(Exception):
    """A role names a permission that does not exist; the words say which."""


@transaction.atomic
def set_up_roles() -> None:
    """Makes each role and workflow exactly as it is described; people keep their groups. Safe to run again.

    Raises UnknownPermission, and then changes nothing, when a role names one that does not exist.
    """
    Group.objects.filter(name__in=STOCK_GROUPS).delete()
    for role in ROLES:
        _set_up(role)
    stock = Workflow.objects.filter(name=STOCK_WORKFLOW)
    WorkflowPage.objects.filter(workflow__in=stock).delete()
    stock.update(active=False)
    for workflow in WORKFLOWS:
        _set_up_workflow(workflow)


def _set_up(role: Role) -> None:
    group, _ = Group.objects.get_or_create(name=role.name)
    group.permissions.set(_permissions(role.permissions))
    wanted = {
        (page.pk, permission.pk)
        for places in (_places(role.pages, translated=False), _places(role.translations_of, translated=True))
        for page, actions in places
        for permission in _page_permissions(actions)
    }
    held = {(row.page_id, row.permission_id): row for row in GroupPagePermission.objects.filter(group=group)}
    for place, row in held.items():
        if place not in wanted:
            row.delete()
    for page_id, permission_id in wanted - set(held):
        GroupPagePermission.objects.create(group=group, page_id=page_id, permission_id=permission_id)
    root = Collection.get_first_root_node()
    GroupCollectionPermission.objects.filter(group=group).delete()
    for permission in _permissions(role.files):
        GroupCollectionPermission.objects.create(group=group, collection=root, permission=permission)
    for name, permissions in role.collections.items():
        collection = Collection.objects.filter(name=name).first() or root.add_child(name=name)
        for permission in _permissions(permissions):
            GroupCollectionPermission.objects.create(group=group, collection=collection, permission=permission)


def _permissions(names: Iterable[str]) -> list[Permission]:
    """The permissions of these names ("app.codename"); "*" means all."""
    names = list(names)
    if ALL in names:
        return list(Permission.objects.all())
    found = {}
    wanted = Q(pk__in=[])
    for name in names:
        app, codename = name.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    for permission in Permission.objects.filter(wanted).select_related("content_type"):
        found[f"{permission.content_type.app_label}.{permission.codename}"] = permission
    if missing := sorted(set(names) - set(found)):
        raise UnknownPermission(f"No such permission: {', '.join(missing)}. Run `manage.py migrate` first.")
    return list(found.values())


def _page_permissions(actions: Iterable[str]) -> list[Permission]:
    codenames = [f"{action}_page" for action in actions]
    return list(Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames))


def _places(pages: dict[str, tuple[str, ...]], *, translated: bool) -> list[tuple[Page, tuple[str, ...]]]:
    """The highest pages of each type, in the source language or in all the others, with what may be done there."""
    source = Locale.get_default()
    found = []
    for name, actions in pages.items():
        model = apps.get_model(name)
        if model is Page:
            found.append((Page.get_first_root_node(), actions))
            continue
        candidates = model.objects.exclude(locale=source) if translated else model.objects.filter(locale=source)
        tops: list[Page] = []
        for page in candidates.order_by("path"):
            if not any(page.path.startswith(top.path) for top in tops):
                tops.append(page)
        found += [(page, actions) for page in tops]
    return found


def _set_up_workflow(described: PageWorkflow) -> None:
    task, _ = apps.get_model(described.task).objects.get_or_create(name=f"{described.approver.name} approve")
    task.groups.set([Group.objects.get(name=described.approver.name)])
    workflow, _ = Workflow.objects.get_or_create(name=described.name)
    WorkflowTask.objects.filter(workflow=workflow).exclude(task=task).delete()
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    for page, _ in _places({described.page_type: ()}, translated=False):
        WorkflowPage.objects.update_or_create(page=page, defaults={"workflow": workflow})
