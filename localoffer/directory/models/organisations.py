from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from ..choices import OrganisationKind


class Organisation(index.Indexed, models.Model):
    """Who provides services: a council team, an NHS trust, a school, a charity. Open Referral: organization."""

    name = models.CharField(max_length=150, unique=True, help_text="As it calls itself. Such as: Lantern Trust.")
    slug = models.SlugField(max_length=150, unique=True, help_text="Small letters and hyphens. Such as: lantern-trust.")
    kind = models.CharField(max_length=12, choices=OrganisationKind.choices, help_text="Such as: NHS and health.")
    about = models.TextField(blank=True, max_length=500, help_text="Such as: a charity run by parents since 1998.")
    website = models.URLField(blank=True, help_text="Such as: https://lantern.example.org/.")

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("kind"), FieldPanel("about"), FieldPanel("website")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
