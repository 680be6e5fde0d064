"""What a group may do on which pages and collections, told to the log."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.models import Group
from wagtail.log_actions import log
from wagtail.models import GroupCollectionPermission, GroupPagePermission

Place = tuple[str, str, str]


@contextmanager
def places_logged(*groups: Group, user: Any = None) -> Iterator[None]:
    """Logs, when the block ends well, what each group was given and lost in it on pages and on collections.

    Wagtail writes these rows many at once, of which Django tells nobody.
    """
    before = _places(groups)
    yield
    after = _places(groups)
    for group in groups:
        had, has = before[group.pk], after[group.pk]
        for verb, changed in (("given", has - had), ("taken", had - has)):
            if changed:
                names = ", ".join(f"{what} ({kind} “{name}”)" for name, kind, what in sorted(changed))
                log(instance=group, action="people.places", user=user, data={"verb": verb, "names": names})


def _places(groups: Iterable[Group]) -> dict[int | None, set[Place]]:
    """By the group's number; a new group, which has none yet, has nothing."""
    numbers = [group.pk for group in groups if group.pk]
    found: dict[int | None, set[Place]] = defaultdict(set)
    on_pages = GroupPagePermission.objects.filter(group__in=numbers)
    for group, name, what in on_pages.values_list("group", "page__title", "permission__codename"):
        found[group].add((name, "page", what))
    on_collections = GroupCollectionPermission.objects.filter(group__in=numbers)
    for group, name, what in on_collections.values_list("group", "collection__name", "permission__codename"):
        found[group].add((name, "collection", what))
    return found
