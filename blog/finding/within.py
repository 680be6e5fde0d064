"""Words typed on an index of the board's, looked for in what is listed there, by the site's own search."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page as ListPage
from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils.translation import gettext as _

from localoffer.pages.rules import filled, joined
from localoffer.search.index import Answer, find
from localoffer.search.rules import cleaned

PAGE_SIZE = 10


@dataclass(frozen=True)
class Within:
    """What was typed, and the pages of the list that have it, the best first. ``answer``: None where nothing was typed."""

    question: str = ""
    exact: bool = False
    answer: Answer | None = None
    ids: list[int] = field(default_factory=list)

    def narrow(self, pages: Any) -> Any:
        """Those of the pages that have the words; all of them where none were typed."""
        return pages.filter(pk__in=self.ids) if self.answer else pages

    @property
    def kept(self) -> dict[str, str]:
        """What of it stands in an address."""
        return {"q": self.question, "exact": "on" if self.exact and self.question else ""}

    @property
    def said(self) -> list[str]:
        """What the search did of itself, in sentences."""
        if not self.answer or not self.ids:
            return []
        told = [
            _("Nothing here has “%(typed)s”, so we looked for “%(used)s”.") % {"typed": typed, "used": used}
            for typed, used in self.answer.corrected
        ]
        if also := joined(", ", dict.fromkeys(term for _typed, term in self.answer.also)):
            told.append(filled(_("We also looked for %(words)s."), words=also))
        if self.answer.any_term:
            told.append(_("Nothing has all of these words. What you see has some of them."))
        return told

    @property
    def may_be_exact(self) -> bool:
        """Whether looking only for what was typed could find something else."""
        return bool(self.answer and not self.exact and (self.answer.corrected or self.answer.also))


def look_within(request: HttpRequest, among: Any, *, kind: str, language: str) -> Within:
    """What the address asks for (``q``, ``exact``) ``among`` the pages of a list, all of one kind. Never raises for it.

    The search takes a phrase that has synonyms for one word, and what stands outside the list counts for it too. Where
    that leaves nothing of the list, each word is looked for by itself: a short list seldom has the phrase.
    """
    question = cleaned(request.GET.get("q", ""))
    if not question:
        return Within()
    exact = request.GET.get("exact") == "on"
    listed = set(among.values_list("pk", flat=True))
    for word_by_word in (False, True):
        answer = find(question, kinds=[kind], language=language, exact=exact or word_by_word)
        if ids := [pk for pk in answer.page_ids if pk in listed]:
            return Within(question, exact, answer, ids)
    return Within(question, exact, answer)


def ordered(pages: Any, within: Within, number: Callable[[Paginator], ListPage]) -> ListPage:
    """One page of the list: the best first where words were typed, else the newest first.

    ``number`` chooses the page of a paginator.
    """
    if not within.answer:
        return number(Paginator(pages.newest_first().for_cards(), PAGE_SIZE))
    chosen = set(pages.values_list("pk", flat=True))
    found = number(Paginator([pk for pk in within.ids if pk in chosen], PAGE_SIZE))
    place = {pk: number for number, pk in enumerate(found.object_list)}
    found.object_list = sorted(pages.filter(pk__in=place).for_cards(), key=lambda page: place[page.pk])
    return found
