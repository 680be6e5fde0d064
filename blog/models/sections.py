"""The sections that most posts of the board have."""

from django.db import models


class UsualSection(models.Model):
    """A section that a new post can begin with. Editors keep the list."""

    name = models.CharField(max_length=100, unique=True, help_text="Its heading in the post.")
    guidance = models.CharField(
        "what goes there", max_length=300, blank=True, help_text="For whoever writes the post. Readers never see it."
    )
    sort_order = models.PositiveSmallIntegerField("place in the post", default=0)

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = "usual section"

    def __str__(self) -> str:
        return self.name
