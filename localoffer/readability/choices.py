from django.db import models


class PageKind(models.TextChoices):
    """Kinds of pages that have limits of their own."""

    YOUTH = "youth", "Youth pages"
    BOARD = "board", "Board posts"
    LISTING = "listing", "Services"
    OTHER = "other", "Other pages"
