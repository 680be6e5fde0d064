from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Page
from wagtail.search import index

from localoffer.pages.models import BasePage, Problems
from localoffer.readability.choices import PageKind
from localoffer.readability.measuring import too_hard

from .. import rules
from ..blocks import EditionBlock
from ..querysets import EditionManager
from .editing_panels import LibraryPanel, OriginalPanel


class EasyReadPage(BasePage):
    """The Easy Read edition of the page right above it in the tree: words with pictures, printed as a booklet.

    Where it stands says whose edition it is. So it moves with its page, is deleted with it, is private with it, is edited
    by whoever may edit it, and each page has one at most.
    """

    picture = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="picture on the cover",
    )
    body = StreamField(EditionBlock(), blank=True)

    objects = EditionManager()

    read_with = ("picture__consent",)
    page_description = "Words with pictures: the Easy Read edition of the page that it stands below. One for a page."
    parent_page_types = [
        "home.SectionPage",
        "home.InformationPage",
        "directory.ServicePage",
        "blog.BoardPostPage",
        "youth.YouthPage",
    ]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    content_panels = [
        OriginalPanel(),
        TitleFieldPanel("title", help_text="Such as: Ask for an assessment, in Easy Read."),
        FieldPanel("summary"),
        LibraryPanel("picture"),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = "Easy Read edition"
        verbose_name_plural = "Easy Read editions"

    def publish_problems(self) -> Problems:
        problems = super().publish_problems()
        raw = list(self.body.raw_data) if self.body else []
        pairs = sum(len((part["value"] or {}).get("pairs") or []) for part in raw if part["type"] == "easy_read")
        if sentence := rules.length_problem(pairs):
            problems["body"] = [*problems.get("body", []), sentence]
        if self.picture and (sentence := self.picture.why_not_shown(timezone.localdate())):
            problems["picture"] = [sentence]
        if self.is_for_young_people and (sentences := too_hard(self)):
            problems["body"] = [*problems.get("body", []), *sentences]
        if said := self.held_up_with_its_page():
            problems[NON_FIELD_ERRORS] = [*problems.get(NON_FIELD_ERRORS, []), *said]
        return problems

    def held_up_with_its_page(self) -> list[str]:
        """What the kind of its page asks of an edition too: a class above this one in the layers may say so."""
        ask = getattr(self.original.specific_class, "problems_of_edition", None) if self.original else None
        return ask(self) if ask else []

    @property
    def reading_kind(self) -> PageKind:
        """The kind of the page that it is the edition of, whose limits hold for it too."""
        return getattr(self.original.specific_class, "reading_kind", PageKind.OTHER) if self.original else PageKind.OTHER

    @property
    def is_for_young_people(self) -> bool:
        return self.reading_kind == PageKind.YOUTH

    @cached_property
    def original(self) -> Page | None:
        """The page that this is the edition of; None for a draft that stands nowhere yet."""
        return self.get_parent() if self.path and self.depth > 1 else None

    @property
    def is_stale(self) -> bool:
        """Whether its page was published since it was."""
        return bool(self.original and rules.is_stale(self.original.last_published_at, self.last_published_at))

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Not without its page: what was taken down there is not public here."""
        if self.original is None or not self.original.live:
            raise Http404
        return super().serve(request, *args, **kwargs)
