"""What a group may do on which pages and collections, told to the log."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.models import Group
from wagtail.log_actions import log
from wagtail.models import GroupCollectionPermission, GroupPagePermission

Place = tuple[str, str, str]


@contextmanager
def places_logged(group: Group, *, user: Any = None) -> Iterator[None]:
    """Logs, when the block ends well, what the group was given and lost in it on pages and on collections.

    Wagtail writes these rows many at once, of which Django tells nobody.
    """
    before = _places(group)
    yield
    after = _places(group)
    for verb, changed in (("given", after - before), ("taken", before - after)):
        if changed:
            names = ", ".join(f"{what} ({kind} “{name}”)" for name, kind, what in sorted(changed))
            log(instance=group, action="people.places", user=user, data={"verb": verb, "names": names})


def _places(group: Group) -> set[Place]:
    if group.pk is None:
        return set()
    pages = GroupPagePermission.objects.filter(group=group).values_list("page__title", "permission__codename")
    files = GroupCollectionPermission.objects.filter(group=group).values_list("collection__name", "permission__codename")
    return {(name, "page", what) for name, what in pages} | {(name, "collection", what) for name, what in files}
