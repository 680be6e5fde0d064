"""Whose words a translation is. Strings and their translators are kept by wagtail-localize; here is what it does not know."""

from django.conf import settings
from django.db import models
from wagtail.models import Page


class PageWords(models.Model):
    """A hash of the public words of a page that is translated, or is a translation, and since when it reads so.

    A new telephone number or another picture changes no words, so translations stay up to date.
    """

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="kept_words")
    words = models.CharField(max_length=64)
    since = models.DateTimeField()

    class Meta:
        verbose_name_plural = "page words"

    def __str__(self) -> str:
        return f"{self.page_id}: {self.words}"


class SpeakerCheck(models.Model):
    """Somebody who speaks the language read these very words of a translation, and they say what the English says.

    It counts while the page has these words: changed words end it, and it counts again when they come back.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="speaker_checks")
    words = models.CharField(max_length=64)
    checked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    checked_at = models.DateTimeField()

    class Meta:
        ordering = ["-checked_at"]
        constraints = [models.UniqueConstraint(fields=["page", "words"], name="languages_one_check_of_the_same_words")]

    def __str__(self) -> str:
        return f"{self.page_id}: checked {self.checked_at}"
