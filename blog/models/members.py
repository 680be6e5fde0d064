"""Who sits on the board, from where."""

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable

from localoffer.pages.models import BasePage, Problems

from .editing import RowsForm

NOBODY = "Add who sits on the board: at least one person or seat."


class BoardMember(Orderable):
    """One seat on the board, in the order that the editor gives. A seat whose holder is not named keeps its role."""

    page = ParentalKey("blog.BoardMembersPage", on_delete=models.CASCADE, related_name="members")
    partner = models.CharField(
        "from where", max_length=120, help_text="The partner that sends them. Such as: Oxfordshire Parent Carers Forum."
    )
    role = models.CharField(max_length=150, help_text="What they are there, or on the board. Such as: Independent chair.")
    name = models.CharField(
        max_length=100, blank=True, help_text="Of people who speak for a partner in public. Leave it empty for young people."
    )

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("role")]), FieldPanel("partner")]

    class Meta(Orderable.Meta):
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.name or self.role}, {self.partner}"


class BoardMembersPage(BasePage):
    """Who sits on the board, by partner."""

    base_form_class = RowsForm
    page_description = "Who sits on the board, by partner. One, below the board blog."
    parent_page_types = ["blog.BoardBlogPage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    content_panels = [
        *BasePage.content_panels,
        InlinePanel("members", label="Member", heading="Members, in the order in which they are shown"),
    ]

    class Meta:
        verbose_name = "members of the board"

    def publish_problems(self) -> Problems:
        problems = super().publish_problems()
        if not self.members.all():
            problems["members"] = [NOBODY]
        return problems

    def by_partner(self) -> list[tuple[str, list[BoardMember]]]:
        """Each partner with its members, in the editor's order; a partner stands where its first member does."""
        found: dict[str, list[BoardMember]] = {}
        for member in self.members.all():
            found.setdefault(" ".join(member.partner.split()), []).append(member)
        return list(found.items())

    def searched_words(self) -> str:
        """All that the page says of its members."""
        return "\n".join(
            str(part) for member in self.members.all() for part in (member.name, member.role, member.partner) if part
        )
