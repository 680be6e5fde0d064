from django.db import models
from wagtail.models import Page


class SearchEntry(models.Model):
    """What can be found of a page that the public may see. Its full-text index is kept by the database itself:
    an FTS5 table with triggers on SQLite, a generated tsvector column on PostgreSQL (first migration)."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    language = models.CharField(max_length=10)
    title = models.TextField()
    other_names = models.TextField(blank=True)
    topics = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    organisation = models.TextField(blank=True)
    place = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "language"])]
        verbose_name_plural = "search entries"

    def __str__(self) -> str:
        return self.title
