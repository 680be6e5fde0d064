"""Old addresses go on working after a page, or a page above it, got another name or another place; translations go with
their English page."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

MOST_AT_ONCE = 500


def chunks(rows: list[Any]) -> Iterator[list[Any]]:
    return (rows[start : start + MOST_AT_ONCE] for start in range(0, len(rows), MOST_AT_ONCE))


@transaction.atomic
def keep_old_addresses(*, page: Any, url_path_before: str) -> int:
    """Sends the old addresses of a page, and of all live pages below it, on to where they are now. Returns how many.

    In chunks: Wagtail's own handler asks for all of them in one condition, and on SQLite that fails with
    "Expression tree is too large" from 1,000 pages. A redirect that somebody made by hand stays as it is.
    """
    sites = page._get_relevant_site_root_paths()
    parts = page.get_url_parts()
    if not sites or not parts or parts[2] is None or page.url_path == url_path_before:
        return 0
    root = sites[0].root_path
    if page.url_path == root or not url_path_before.startswith(root):
        return 0
    # What stands before the path inside the site, such as "/pl/".
    before = parts[2].removesuffix(page.url_path.removeprefix(root)) + url_path_before.removeprefix(root)
    moved = Page.objects.descendant_of(page, inclusive=True).filter(Q(live=True) | Q(pk=page.pk)).order_by("pk")
    count = 0
    for rows in chunks(list(moved.values_list("pk", "url_path"))):
        old = {Redirect.normalise_path(before + path.removeprefix(page.url_path)): pk for pk, path in rows}
        there = Redirect.objects.filter(site_id=parts[0], old_path__in=old)
        there.filter(automatically_created=True).delete()
        Redirect.objects.bulk_create(
            [
                Redirect(old_path=path, site_id=parts[0], redirect_page_id=pk, automatically_created=True)
                for path, pk in old.items()
            ],
            ignore_conflicts=True,
        )
        count += len(old)
    return count


def close_translations(*, deleted: Any) -> int:
    """Takes down what is public of the translations of an English page that was deleted. Returns how many.

    Once here, rather than in each question for pages: ``open_to_all`` would have to look for the English page of each.
    """
    left = Page.objects.filter(translation_key=deleted.translation_key, live=True).exclude(locale_id=deleted.locale_id)
    pages = list(left)
    if not pages or deleted.locale.language_code != settings.LANGUAGE_CODE:
        return 0
    for page in pages:
        page.unpublish()
    return len(pages)
