"""The pages that stand beside each other below the board's blog, and lead to each other."""

from dataclasses import dataclass, field
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Q
from django.db.models.functions import Length
from wagtail.models import Page

from localoffer.pages.querysets import open_to_all
from localoffer.questions import written_once

from ..models import BoardMeetingsPage, BoardMembersPage, BoardThemePage, MeasuresPage, NewsIndexPage, PromisesPage


@dataclass
class Beside:
    """What a template gets of them. ``themes`` are the pages of themes and areas, in the themes' order."""

    promises_page: Page | None = None
    measures_page: Page | None = None
    members_page: Page | None = None
    meetings_page: Page | None = None
    meeting: Page | None = None
    news_page: Page | None = None
    themes: list[Any] = field(default_factory=list)

    @property
    def pages(self) -> list[Page]:
        """Those that the blog's own page leads to."""
        found = (self.news_page, self.promises_page, self.measures_page, self.meetings_page, self.members_page)
        return [page for page in found if page]

    def of(self, theme_ids: Any) -> list[Any]:
        """The pages of these themes."""
        wanted = set(theme_ids)
        return [page for page in self.themes if page.theme_id in wanted]


def pages_beside(blog_path: str, *, meeting_id: int | None = None) -> Beside:
    """Those below the blog with that path, and the page of one meeting with its ``day``, in one query."""
    kinds = ContentType.objects.get_for_models(
        PromisesPage, MeasuresPage, BoardMembersPage, BoardMeetingsPage, NewsIndexPage, BoardThemePage
    )
    beside = Beside()
    for page in _pages_beside(blog_path, [kind.pk for kind in kinds.values()], len(blog_path) + Page.steplen, meeting_id or 0):
        if page.pk == meeting_id:
            beside.meeting = page
        elif page.content_type_id == kinds[PromisesPage].pk:
            beside.promises_page = beside.promises_page or page
        elif page.content_type_id == kinds[MeasuresPage].pk:
            beside.measures_page = beside.measures_page or page
        elif page.content_type_id == kinds[BoardMembersPage].pk:
            beside.members_page = beside.members_page or page
        elif page.content_type_id == kinds[BoardMeetingsPage].pk:
            beside.meetings_page = beside.meetings_page or page
        elif page.content_type_id == kinds[NewsIndexPage].pk:
            beside.news_page = beside.news_page or page
        elif page.theme_id:
            beside.themes.append(page)
    return beside


@written_once
def _pages_beside(blog_path: str, kinds: list[int], length: int, meeting_id: int) -> Any:
    return (
        open_to_all(Page.objects.annotate(length=Length("path")))
        .filter(Q(content_type__in=kinds, path__startswith=blog_path, length=length) | Q(pk=meeting_id))
        .annotate(
            day=F("boardmeetingpage__day"),
            theme_id=F("boardthemepage__theme_id"),
            theme_kind=F("boardthemepage__theme__kind"),
            theme_slug=F("boardthemepage__theme__slug"),
        )
        .order_by(F("boardthemepage__theme__kind").desc(), "boardthemepage__theme__sort_order", "path")
    )


def blog_path_of(page: Page) -> str:
    """The path of the blog above a page of it."""
    return page.path[: -Page.steplen]
