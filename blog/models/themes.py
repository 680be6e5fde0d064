"""The themes of the board's work and the priority action areas: what posts, promises and measures are gathered by."""

from typing import Any

from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.models import Locale

from localoffer.pages.models import BasePage, Problems

from ..choices import ThemeKind


class BoardTheme(models.Model):
    """A theme of the board's work, or an area in which the inspection asked for action first."""

    name = models.CharField(max_length=150, help_text="Such as: Theme 1: Right Support, Right Time.")
    slug = models.SlugField(max_length=60, unique=True, help_text="Stands in addresses, such as: theme-1.")
    kind = models.CharField("what it is", max_length=10, choices=ThemeKind.choices, default=ThemeKind.THEME)
    sort_order = models.PositiveSmallIntegerField("place in the list", default=0)

    class Meta:
        ordering = ["-kind", "sort_order", "pk"]  # themes before areas
        verbose_name = "theme of the board"
        verbose_name_plural = "themes of the board"

    def __str__(self) -> str:
        return self.name


def theme_of_it(related_name: str) -> Any:
    """The theme that something is of, which is not deleted while there is something of it."""
    return models.ForeignKey(
        BoardTheme,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name=related_name,
        limit_choices_to={"kind": ThemeKind.THEME},
    )


def area_of_it(related_name: str) -> Any:
    return models.ForeignKey(
        BoardTheme,
        verbose_name="priority action area",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name=f"{related_name}_of_area",
        limit_choices_to={"kind": ThemeKind.AREA},
    )


class BoardThemePage(BasePage):
    """The page of a theme or area. What it gathers follows from the posts, the promises and the measures."""

    theme = models.ForeignKey(
        BoardTheme,
        verbose_name="theme or area",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pages",
        help_text="The posts, promises and measures of it are shown here.",
    )

    read_with = ("theme",)
    page_description = "Gathers the posts, promises and measures of a theme of the board’s work. Below the board blog."
    parent_page_types = ["blog.BoardBlogPage"]
    subpage_types: list[str] = []
    content_panels = [*BasePage.content_panels, FieldPanel("theme")]

    class Meta:
        verbose_name = "theme page"

    def publish_problems(self) -> Problems:
        problems = super().publish_problems()
        if not self.theme_id:
            problems["theme"] = ["Choose the theme or area that this page is of."]
            return problems
        others = BoardThemePage.objects.live().filter(theme=self.theme_id, locale=self.locale_id or Locale.get_default().pk)
        if others.exclude(pk=self.pk).filter(alias_of=None).exists():
            problems["theme"] = ["This theme has a page already. Choose another theme, or change that page."]
        return problems
