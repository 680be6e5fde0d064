from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Where a young person's post is, in words for its writer."""

    WRITING = "writing", _("You are writing it")
    WAITING = "waiting", _("It waits for a supporter")
    READING = "reading", _("A supporter is reading it")
    SENT_BACK = "sent_back", _("It came back to you")
    PUBLIC = "public", _("It is on the site")
    TAKEN_DOWN = "taken_down", _("It is not on the site any more")


class Shelf(models.TextChoices):
    """Where the section's start page shows a page."""

    WANT = "want", "I want to know about… (in the menu too)"
    AGE = "age", "How old are you?"
    FORUM = "forum", "From the Forum"
