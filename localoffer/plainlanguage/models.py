"""The glossary: hard words of the SEND world with their plain meaning. Editors keep it."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from . import rules


class GlossaryTermQuerySet(models.QuerySet):
    def in_language(self, code: str) -> "GlossaryTermQuerySet":
        return self.filter(locale__language_code=code).order_by("term")

    def for_readers_of(self, code: str) -> "GlossaryTermQuerySet":
        """The words of that language, and the English ones that it has not yet; each with its language as ``language``."""
        own = self.filter(locale__language_code=code, translation_key=models.OuterRef("translation_key"))
        english = models.Q(locale__language_code=settings.LANGUAGE_CODE) & ~models.Exists(own)
        found = self.filter(models.Q(locale__language_code=code) | english)
        return found.annotate(language=models.F("locale__language_code")).order_by("term")

    def all_words(self) -> list[str]:
        """All ways to write all words of the source language, for the helper that looks for jargon which nobody explains."""
        return [form for term in self.in_language(settings.LANGUAGE_CODE).only("term", "forms") for form in term.all_forms]


class GlossaryTerm(TranslatableMixin, index.Indexed, models.Model):
    """A hard word and what it means. Its first use on a page opens the meaning."""

    term = models.CharField(max_length=80, help_text="As it stands in a sentence. Such as: annual review, EHC plan.")
    forms = models.TextField(
        "other ways to write it",
        blank=True,
        max_length=600,
        help_text="One on each line: the plural, the short form, the long form. Such as: annual reviews. "
        "What has capitals inside, such as PIP, is found only as you write it here.",
    )
    meaning = models.TextField(
        max_length=400,
        help_text=f"What it means, in one to three short sentences of at most {rules.LONGEST_MEANING} words together.",
    )
    more = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="page to read more",
    )

    objects = GlossaryTermQuerySet.as_manager()

    panels = [FieldPanel("term"), FieldPanel("forms"), FieldPanel("meaning"), FieldPanel("more")]
    search_fields = [
        index.SearchField("term"),
        index.AutocompleteField("term"),
        index.SearchField("forms"),
        index.SearchField("meaning"),
        index.FilterField("locale_id"),
        index.FilterField("translation_key"),
    ]

    class Meta(TranslatableMixin.Meta):
        ordering = ["term"]
        verbose_name = "word of the glossary"
        verbose_name_plural = "words of the glossary"
        unique_together = [*TranslatableMixin.Meta.unique_together, ("term", "locale")]

    def __str__(self) -> str:
        return self.term

    @property
    def all_forms(self) -> list[str]:
        """All ways to write it, the term itself first."""
        return rules.forms_of(self.term, self.forms)

    @property
    def anchor(self) -> str:
        """Its place on the page of all words; the number keeps two that are written alike apart."""
        return f"{slugify(self.term, allow_unicode=True) or 'word'}-{self.pk}"

    @property
    def grade(self) -> float:
        """How hard its meaning is to read."""
        return rules.reading_grade(self.meaning)

    def clean(self) -> None:
        super().clean()
        problems = {}
        if sentence := rules.meaning_problem(self.meaning):
            problems["meaning"] = sentence
        if self.term and not rules.WORD.search(self.term) and not any(map(str.isalnum, self.term)):
            problems["term"] = "Write a word."
        elif sentence := self._taken():
            problems["forms" if sentence.form != self.term else "term"] = str(sentence)
        if problems:
            raise ValidationError(problems)

    def _taken(self) -> "rules.Taken | None":
        """Which way to write it is already another word's; None when none is."""
        others = GlossaryTerm.objects.exclude(pk=self.pk)
        if self.locale_id:
            others = others.filter(locale=self.locale_id)
        return rules.taken(self.all_forms, {form: other.term for other in others for form in other.all_forms})
