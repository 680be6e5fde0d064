from django.db import models


class Shelf(models.TextChoices):
    """Where the section's start page shows a page."""

    WANT = "want", "I want to know about… (in the menu too)"
    AGE = "age", "How old are you?"
    FORUM = "forum", "From the Forum"
