from django.db import models
from wagtail.models import Page


class PageViews(models.Model):
    """How often a page was looked at on a day. Nothing of who looked is kept."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="views_by_day")
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    wagtail_reference_index_ignore = True  # a page that was looked at is not used by anything

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "day"], name="page_views_once_a_day")]
        indexes = [models.Index(fields=["day"])]
        verbose_name = verbose_name_plural = "page views"

    def __str__(self) -> str:
        return f"{self.day}: {self.count}"
