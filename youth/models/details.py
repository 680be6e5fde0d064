"""Nothing that could tell who a young person is stands on a youth page before a supporter has looked at it."""

from typing import Any

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS
from django.db import models
from django.utils import timezone
from wagtail.models import Page

from localoffer.blocks.words import words_of
from localoffer.easyread.models import EasyReadPage
from localoffer.pages.models import Problems
from localoffer.plainlanguage import registry
from localoffer.plainlanguage.choices import Detail
from localoffer.plainlanguage.personal import Finding

WHAT_TO_DO = "A forum supporter must take it out, or confirm that it may stay."
LINE = " · "  # parts two lines, so that no name is made of the end of one and the beginning of the next


class ConfirmedDetail(models.Model):
    """A supporter has looked at these very words on this page, and says that they may stand there.

    It is not part of the page's versions: no older version, copy or translation brings it with it.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Detail.choices)
    words = models.CharField(max_length=255)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    confirmed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["confirmed_at"]
        default_permissions = ("add",)
        constraints = [models.UniqueConstraint(fields=["page", "kind", "words"], name="detail_confirmed_once")]

    def __str__(self) -> str:
        return f"“{self.words}”"


def details_in(lines: list[str]) -> list[Finding]:
    """What in these lines could tell who somebody is, as far as the site can know."""
    text = LINE.join(part.strip() for line in lines for part in str(line).splitlines() if part.strip())
    return registry.details_in(text)


class ChecksDetails:
    """For pages of the youth section: stops publication while a finding is not confirmed, on every road."""

    pk: Any

    def words_to_check(self) -> list[str]:
        """All words that readers will see."""
        raise NotImplementedError

    def details(self) -> list[Finding]:
        return details_in(self.words_to_check())

    def confirmed(self) -> dict[tuple[str, str], ConfirmedDetail]:
        """What was confirmed on this page, by kind and words."""
        if not self.pk:
            return {}
        found = ConfirmedDetail.objects.filter(page_id=self.pk).select_related("confirmed_by")
        return {(detail.kind, detail.words): detail for detail in found}

    def unconfirmed_details(self) -> list[Finding]:
        found = self.details()
        confirmed = self.confirmed() if found else {}
        return [finding for finding in found if (finding.kind, finding.words) not in confirmed]

    @classmethod
    def problems_of_edition(cls, edition: EasyReadPage) -> list[str]:
        """What holds up the Easy Read edition of such a page: the same as the page itself. The edition asks for this."""
        return EditionDetails(edition).detail_problems()

    def detail_problems(self) -> list[str]:
        return [f"{finding.warning} {WHAT_TO_DO}" for finding in self.unconfirmed_details()]

    def publish_problems(self) -> Problems:
        problems: Problems = super().publish_problems()  # type: ignore[misc]
        if said := self.detail_problems():
            problems[NON_FIELD_ERRORS] = [*problems.get(NON_FIELD_ERRORS, []), *said]
        return problems


class EditionDetails(ChecksDetails):
    """The Easy Read edition of a page of the youth section, looked at in the same way."""

    def __init__(self, edition: EasyReadPage) -> None:
        self.edition, self.pk, self.title = edition, edition.pk, edition.title

    def words_to_check(self) -> list[str]:
        page = self.edition
        seen = [page.picture.default_alt_text] if page.picture else []
        return [page.title, page.seo_title, page.search_description, page.summary, words_of(page.body), *seen]


def checked_for_details(page: Page) -> ChecksDetails | None:
    """What of this page is looked at for names and details; None for a page outside of the youth section."""
    if isinstance(page, ChecksDetails):
        return page
    if isinstance(page, EasyReadPage) and page.original and issubclass(page.original.specific_class, ChecksDetails):
        return EditionDetails(page)
    return None
