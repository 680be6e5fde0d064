"""Template tags of every page; built in, so that no template loads them."""

import json
import re
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.template.defaultfilters import slugify
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import RichText, expand_db_html

from localoffer.blocks.rules import HEADING, plain

from ..addresses import html_language
from ..rules import ENGLISH_ATTRIBUTES, InEnglish, in_english, phone_link, readers_language

register = template.Library()
ID = re.compile(r'\sid="([^"]*)"')
ICON_FOLDER = Path(settings.BASE_DIR) / "localoffer" / "static" / "icons" / "small"


# So that a heading such as "Main" never takes the name of a part of the page's own template.
PREFIX = "s-"


@dataclass(frozen=True)
class Body:
    """A page's body as HTML, and its headings of level 2 as (anchor, words)."""

    html: SafeString
    contents: list[tuple[str, str]]


@register.simple_tag(takes_context=True)
def body(context: template.Context, value: Any) -> Body:
    """Renders a StreamField: all links looked up at once, an anchor on each heading."""
    html = value.stream_block.render(value, context=context.flatten()) if value else ""
    return with_anchors(expand_db_html(html))


def with_anchors(html: str) -> Body:
    """Gives each heading an id made of its words, unique on the page."""
    used = set(ID.findall(html))
    contents = []

    def anchor(match: Any) -> str:
        level, inner = match.group(1), match.group(2)
        if ID.search(match.group(0).split(">", 1)[0]):
            return match.group(0)
        words = plain(inner)
        wanted = f"{PREFIX}{slugify(words) or 'part'}"
        names = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
        name = next(name for name in names if name not in used)
        used.add(name)
        if level == "2":
            contents.append((name, words))
        opening = match.group(0).split(">", 1)[0].replace(f"<h{level}", f'<h{level} id="{name}"', 1)
        return f"{opening}>{inner}</h{level}>"

    return Body(mark_safe(HEADING.sub(anchor, html)), contents)  # noqa: S308  the blocks' own templates escape


@register.filter
def unexpanded(value: Any) -> SafeString:
    """Rich text whose page links are still ids; the ``body`` tag looks all of a page's up at once."""
    return mark_safe(value.source if isinstance(value, RichText) else str(value or ""))  # noqa: S308  cleaned by Wagtail when saved


@register.filter
def if_english(words: Any) -> SafeString | str:
    """The attributes for the element around English words on a page in another language; "" around all others."""
    return ENGLISH_ATTRIBUTES if isinstance(words, InEnglish) else ""


@register.filter
def written_in_english(words: Any) -> str:
    """Words that are there in English only, marked so on a page in another language."""
    return in_english(str(words or ""), readers_language())


@register.filter
def tel(number: Any) -> str:
    """The address that a telephone dials."""
    return phone_link(number)


@register.filter
def unbroken(number: Any) -> str:
    """A telephone number that stays on one line."""
    return str(number).replace(" ", "\u00a0")


@register.filter
def may_be_shown(item: Any) -> bool:
    """False for a picture or film whose consent is missing, ended or taken back."""
    return bool(item) and item.may_be_shown(timezone.localdate())


@register.filter
def has_block(value: Any, name: str) -> bool:
    """Whether a page's body has a block of that name, so that only such pages load its style sheet."""
    return any(part["type"] == name for part in getattr(value, "raw_data", ()))


@register.filter(name="html_language")
def as_html_language(code: Any) -> str:
    """The code of a language as HTML wants it."""
    return html_language(str(code))


@register.simple_tag
def lang_attributes(code: str) -> SafeString:
    """``lang`` and ``dir`` of an element whose words are in that language; nothing for ""."""
    if not code:
        return mark_safe("")
    way = "rtl" if code in settings.LANGUAGES_BIDI else "ltr"
    return format_html(' lang="{}" dir="{}"', html_language(code), way)


@register.filter
def with_family(languages: Any, page: Any) -> list[Any]:
    """Those of the languages that the page is really in; none where it is in one only."""
    there = [one for one in languages or () if one.code in getattr(page, "family", ())]
    return there if len(there) > 1 else []


@register.simple_tag
def page_numbers(page: Any) -> list[Any]:
    """The numbers of a list's pages, with "…" for those left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@cache
def _icon_source(name: str) -> str:
    file = ICON_FOLDER / f"{name}.svg"
    return file.read_text().strip() if file.is_file() else ""


@register.simple_tag
def small_icon(name: str) -> SafeString:
    """One of the small pictures beside words, drawn in the words' own colour and silent for screen readers."""
    return mark_safe(_icon_source(name).replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1))  # noqa: S308  our own files


@register.simple_tag
def json_ld(data: dict[str, Any]) -> SafeString:
    """Structured data for search engines; it is data, so the policy against inline scripts allows it."""
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308  escaped above
