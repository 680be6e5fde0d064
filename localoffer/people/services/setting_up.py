"""Writing the roles and workflows to the database."""

from collections.abc import Callable, Iterable
from functools import cache

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import transaction
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

from ..roles import ALL, ROLES, STOCK_GROUPS, STOCK_WORKFLOW, WORKFLOWS, PageWorkflow, Role
from .places import places_logged


class UnknownPermission(Exception):
    """A role names a permission that does not exist; the words say which."""


@transaction.atomic
def set_up_roles() -> None:
    """Makes each role and workflow exactly as it is described; people keep their groups. Safe to run again.

    Raises UnknownPermission, and then changes nothing, when a role names one that does not exist.
    """
    Group.objects.filter(name__in=STOCK_GROUPS).delete()
    known, tops = _known_permissions(), cache(_tops)
    groups = [Group.objects.get_or_create(name=role.name)[0] for role in ROLES]
    with places_logged(*groups):
        for role, group in zip(ROLES, groups, strict=True):
            _set_up(role, group, known, tops)
    stock = Workflow.objects.filter(name=STOCK_WORKFLOW)
    WorkflowPage.objects.filter(workflow__in=stock).delete()
    stock.update(active=False)
    for workflow in WORKFLOWS:
        _set_up_workflow(workflow, tops)


def _set_up(role: Role, group: Group, known: dict[str, int], tops: Callable[[str, bool], list[Page]]) -> None:
    group.permissions.set(_permissions(role.permissions, known))
    wanted = {
        (page.pk, permission)
        for described, translated in ((role.pages, False), (role.translations_of, True))
        for name, actions in described.items()
        for page in tops(name, translated)
        for permission in _permissions((f"wagtailcore.{action}_page" for action in actions), known)
    }
    held = {(row.page_id, row.permission_id): row for row in GroupPagePermission.objects.filter(group=group)}
    for place, row in held.items():
        if place not in wanted:
            row.delete()
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=page, permission_id=permission) for page, permission in wanted - set(held)
    )
    root = Collection.get_first_root_node()
    files = [(root, _permissions(role.files, known))]
    for name, permissions in role.collections.items():
        collection = Collection.objects.filter(name=name).first() or root.add_child(name=name)
        files.append((collection, _permissions(permissions, known)))
    GroupCollectionPermission.objects.filter(group=group).delete()
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection=collection, permission_id=permission)
        for collection, permissions in files
        for permission in permissions
    )


def _known_permissions() -> dict[str, int]:
    """The number of each permission there is, by its name ("app.codename")."""
    rows = Permission.objects.order_by().values_list("content_type__app_label", "codename", "pk")
    return {f"{app}.{codename}": number for app, codename, number in rows}


def _permissions(names: Iterable[str], known: dict[str, int]) -> list[int]:
    """The numbers of the permissions of these names; "*" means all."""
    names = set(names)
    if ALL in names:
        return list(Permission.objects.values_list("pk", flat=True))
    if missing := sorted(names - set(known)):
        raise UnknownPermission(f"No such permission: {', '.join(missing)}. Run `manage.py migrate` first.")
    return [known[name] for name in names]


def _tops(name: str, translated: bool) -> list[Page]:
    """The highest pages of the type of that name, in the source language or in all the others."""
    model = apps.get_model(name)
    if model is Page:
        return [Page.get_first_root_node()]
    source = Locale.get_default()
    candidates = model.objects.exclude(locale=source) if translated else model.objects.filter(locale=source)
    tops: list[Page] = []
    for page in candidates.order_by("path"):
        if not any(page.path.startswith(top.path) for top in tops):
            tops.append(page)
    return tops


def _set_up_workflow(described: PageWorkflow, tops: Callable[[str, bool], list[Page]]) -> None:
    task, _ = apps.get_model(described.task).objects.get_or_create(name=f"{described.approver.name} approve")
    task.groups.set([Group.objects.get(name=described.approver.name)])
    workflow, _ = Workflow.objects.get_or_create(name=described.name)
    WorkflowTask.objects.filter(workflow=workflow).exclude(task=task).delete()
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    for page in tops(described.page_type, False):
        WorkflowPage.objects.update_or_create(page=page, defaults={"workflow": workflow})
