from wagtail.models import PageManager, PageQuerySet


class PostQuerySet(PageQuerySet):
    """Reads of posts in the domain's words."""

    def newest_first(self) -> "PostQuerySet":
        return self.order_by("-date", "-pk")

    def of_year(self, year: int) -> "PostQuerySet":
        return self.filter(date__year=year)

    def tagged(self, slug: str) -> "PostQuerySet":
        return self.filter(tags__slug=slug)

    def for_cards(self) -> "PostQuerySet":
        return self.select_related("author")


PostManager = PageManager.from_queryset(PostQuerySet)
