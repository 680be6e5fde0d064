"""The tag that explains hard words: {% explain_terms page %}…{% end_explain_terms %} around the main words of a page."""

from functools import lru_cache
from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from localoffer.plainlanguage.marking import Explained, mark_terms

from ..explaining import explained_terms, glossary_address

register = template.Library()


class ExplainNode(template.Node):
    """Marks the first use of each term in what is inside, and adds the meanings below for the script and for paper."""

    def __init__(self, page: FilterExpression, nodelist: NodeList) -> None:
        self.page = page
        self.nodelist = nodelist

    def render(self, context: template.Context) -> SafeString:
        html = self.nodelist.render(context)
        if not getattr(self.page.resolve(context, ignore_failures=True), "explains_terms", False):
            return html
        return explain(html)


def explain(html: str) -> SafeString:
    terms = explained_terms()
    marked, used = mark_terms(str(html), terms, glossary_address()) if terms else (html, ())
    if not used:
        return mark_safe(html)  # noqa: S308  the templates escape
    notes = notes_of(used, get_language())
    return mark_safe(f"{marked}{notes}")  # noqa: S308  the marker escapes what it adds


@lru_cache(maxsize=500)
def notes_of(terms: tuple[Explained, ...], language: str | None) -> str:
    """What the words mean, for the end of the text; ``language`` is that of the words around them."""
    return render_to_string("components/term_notes.html", {"terms": terms})


@register.tag
def explain_terms(parser: Parser, token: Token) -> Any:
    _, page = token.split_contents()
    nodelist = parser.parse(("end_explain_terms",))
    parser.delete_first_token()
    return ExplainNode(parser.compile_filter(page), nodelist)
