"""A post or an item of news as plain HTML that any feed reader can show: no styles, no scripts, no drawings, whole addresses."""

import re
from urllib.parse import urljoin

import bleach
from bs4 import BeautifulSoup
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

from ..models import BoardPostPage, NewsPage

# XML has no way to hold these; one that was pasted into a title would stop the whole feed.
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
TAGS = {
    *("p", "br", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "cite", "strong", "b", "em", "i", "a"),
    *("figure", "figcaption", "img", "table", "caption", "thead", "tbody", "tr", "th", "td", "time", "hr"),
}
ATTRIBUTES = {"a": ["href"], "img": ["src", "alt", "width", "height"], "th": ["scope"], "time": ["datetime"]}
# What they hold is no text of the post: drawings (their figures stand in the table), and what only works on the page.
LEFT_OUT = ["svg", "script", "style", "template", "button", "form", "iframe", "video", "audio"]


def for_xml(words: str) -> str:
    return CONTROL_CHARACTERS.sub(" ", words)


def full_text(page: BoardPostPage | NewsPage) -> str:
    """All that the page says, in its own order."""
    parts = [format_html("<p>{}</p>", page.summary)]
    is_post = isinstance(page, BoardPostPage)
    if is_post:
        parts += before_the_story(page)
    story = page.body.stream_block.render(page.body, context={"page": page}) if page.body else ""
    parts.append(cleaned(expand_db_html(story), page.full_url))
    if is_post:
        parts += after_the_story(page)
    return for_xml("".join(parts))


def before_the_story(post: BoardPostPage) -> list[str]:
    told = ((_("In short"), post.in_short), (_("For young people"), post.for_young_people))
    return [format_html("<h2>{}</h2><p>{}</p>", heading, words) for heading, words in told if words.strip()]


def after_the_story(post: BoardPostPage) -> list[str]:
    if not post.next_meeting_note and not post.next_meeting_date:
        return []
    day = f"{post.next_meeting_date:%-d %B %Y}" if post.next_meeting_date else ""
    return [format_html("<h2>{}</h2><p>{} {}</p>", _("Next meeting"), day, post.next_meeting_note)]


def cleaned(html: str, address: str) -> str:
    """The same with only what every reader knows. ``address``: of the page, from which links are reckoned."""
    soup = BeautifulSoup(html, "html.parser")
    for part in soup.find_all(LEFT_OUT):
        part.decompose()
    for name in ("href", "src"):
        for tag in soup.find_all(attrs={name: True}):
            tag[name] = urljoin(address, tag[name])
    return bleach.clean(str(soup), tags=TAGS, attributes=ATTRIBUTES, protocols={"http", "https", "mailto", "tel"}, strip=True)
