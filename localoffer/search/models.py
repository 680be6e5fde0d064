from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.models import Page

from .querysets import UnmetSearchQuerySet
from .rules import groups_terms


class SearchEntry(models.Model):
    """What can be found of a page that the public may see. ``title`` and ``labels`` are for people; from ``title_words``
    to ``place`` stand the stems of the words (stems.py), in which the database itself keeps its full-text index:
    an FTS5 table with triggers on SQLite, generated tsvector columns on PostgreSQL (migration 0005)."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)
    language = models.CharField(max_length=10)
    title = models.TextField()
    labels = models.TextField(blank=True, help_text="the names of its topics, with commas between")
    facts = models.JSONField(default=dict, blank=True, help_text="what the page's app filters by")
    title_words = models.TextField(blank=True)
    other_names = models.TextField(blank=True)
    topics = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    organisation = models.TextField(blank=True)
    place = models.TextField(blank=True)
    body = models.TextField(blank=True)
    spelled = models.TextField(blank=True, help_text="each of its words once, as readers write it")

    class Meta:
        indexes = [models.Index(fields=["kind", "language"])]
        verbose_name_plural = "search entries"

    def __str__(self) -> str:
        return self.title


class IndexVersion(models.Model):
    """One row: a token that is another one after every change to what can be found."""

    token = models.CharField(max_length=40)

    def __str__(self) -> str:
        return self.token


class Word(models.Model):
    """A word of the entries, and how many of them have it: for rarity and for corrections."""

    language = models.CharField(max_length=10)
    word = models.CharField(max_length=60)
    stem = models.CharField(max_length=60)
    uses = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["language", "word"], name="search_word_once")]

    def __str__(self) -> str:
        return self.word


class SynonymGroup(models.Model):
    """Words that mean the same to families. Whoever searches for one of them finds the others too, at once."""

    terms = models.TextField(
        "words that mean the same",
        help_text="One on each line, or with commas between. The first is the main one: we show it to readers. "
        "Leave out capital letters and commas inside a term if you like; they make no difference.",
    )
    one_way = models.BooleanField(
        "only towards the first",
        default=False,
        help_text="Whoever types one of the others finds the first too, but not the other way round. "
        "For words with a second meaning: “statement” looks for “EHC plan”, and “EHC plan” not for “statement”.",
    )
    language = models.CharField(max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)

    class Meta:
        ordering = ["terms", "pk"]
        verbose_name = "group of words that mean the same"
        verbose_name_plural = "words people type"

    def __str__(self) -> str:
        return self.main

    @property
    def all_terms(self) -> list[str]:
        return groups_terms(self.terms)

    @property
    def main(self) -> str:
        return next(iter(self.all_terms), "")

    @property
    def others(self) -> str:
        return ", ".join(self.all_terms[1:])

    def clean(self) -> None:
        super().clean()
        if len(self.all_terms) < 2:
            raise ValidationError({"terms": "Write at least two words or phrases that mean the same."})


class UnmetSearch(models.Model):
    """Words that found nothing, how often in a month. Nothing of the visitor is kept, nor the day.

    ``objects`` shows only what five people or more have asked: rarer words could point at one person.
    """

    question = models.CharField("words", max_length=100)
    language = models.CharField(max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    month = models.DateField(help_text="its first day")
    count = models.PositiveIntegerField("times", default=0)

    objects = UnmetSearchQuerySet.shown_manager()
    uncounted = models.Manager()  # the rare ones too: for counting and for forgetting, never for showing

    class Meta:
        constraints = [models.UniqueConstraint(fields=["question", "language", "month"], name="search_unmet_once")]
        verbose_name = "unmet search"
        verbose_name_plural = "unmet searches"

    def __str__(self) -> str:
        return self.question


class UnmetOnDay(models.Model):
    """How many searches found nothing on a day. Not which: a day and rare words together could point at one person."""

    day = models.DateField(unique=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = verbose_name_plural = "unmet searches on a day"

    def __str__(self) -> str:
        return f"{self.day}: {self.count}"
