"""The demonstration's Easy Read editions: of a page of information, of a service, of a post."""

from datetime import timedelta

from wagtail.models import Locale, Page

from localoffer.directory.models import ServicePage
from localoffer.easyread.models import EasyReadPage

from .pages import Tree
from .reading import DemoError, read

SLUG = "easy-read"
COPIED = ("title", "summary", "search_description")
SERVICES = "/find-a-service/"


def load_editions(tree: Tree) -> None:
    """Adds the editions that are not there yet. Raises DemoError for one of a page that is not there."""
    for described in read("pages/easy-read.json"):
        original = _original(tree, described["of"])
        if EasyReadPage.objects.child_of(original).exists():
            continue
        original.add_child(
            instance=EasyReadPage(
                **{name: described[name] for name in COPIED},
                slug=SLUG,
                picture_id=tree.pictures[f"library/{described['picture']}"],
                review_date=tree.today + timedelta(days=180),
                body=tree.writer().raw(described["body"]),
            )
        )


def _original(tree: Tree, path: str) -> Page:
    if not path.startswith(SERVICES):
        return Page.objects.get(pk=tree.page_id(path))
    found = ServicePage.objects.filter(slug=path.removeprefix(SERVICES).strip("/"), locale=Locale.get_default()).first()
    if found is None:
        raise DemoError(f"There is an Easy Read edition of {path}, which is not there.")
    return found
