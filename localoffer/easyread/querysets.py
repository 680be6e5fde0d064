from typing import Any

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Length, Substr
from wagtail.models import Page, PageManager, PageQuerySet


class EditionQuerySet(PageQuerySet):
    """Reads of Easy Read editions in the domain's words."""

    def with_originals(self) -> "EditionQuerySet":
        """Each with the title, id and day of publishing of the page that it is the edition of."""
        above: Any = Page.objects.filter(path=OuterRef("above")).order_by()
        return self.annotate(
            above=Substr(F("path"), 1, Length(F("path")) - Page.steplen),
        ).annotate(
            original_pk=Subquery(above.values("pk")[:1]),
            original_title=Subquery(above.values("title")[:1]),
            original_published=Subquery(above.values("last_published_at")[:1]),
        )

    def stale(self) -> "EditionQuerySet":
        """The live ones whose page was published since."""
        return self.with_originals().filter(Q(live=True, original_published__gt=F("last_published_at")))


EditionManager = PageManager.from_queryset(EditionQuerySet)
