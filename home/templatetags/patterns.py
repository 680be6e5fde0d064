"""Made-up things for the pattern page, so that it shows each component without any content."""

from datetime import date, time, timedelta
from types import SimpleNamespace
from typing import Any

from django import template
from django.core.paginator import Paginator
from django.utils import timezone
from wagtail.blocks import Block
from wagtail.models import Page

from localoffer.contact.forms import MessageForm
from localoffer.events.models import Meeting
from localoffer.seal.models import Award
from youth.views import MenuItem, Way
from youth.voices.forms import FeelingsForm

from ..blocks import InformationBlock

register = template.Library()
NEEDS_A_CHOICE = {"image", "video", "document", "service_cards", "newest"}  # a preview of these has nothing chosen


def example_page(**facts: Any) -> Page:
    """Stands in for a page where a component makes a link to one; it is never saved."""
    page = Page()
    for name, value in facts.items():
        setattr(page, name, value)
    page.get_url = lambda *args, **kwargs: "#example"
    return page


def _service(**changes: Any) -> Page:
    facts: dict[str, Any] = {
        "title": "Riverside Saturday Club",
        "organisation": SimpleNamespace(name="Riverside Club (example)"),
        "summary": "A relaxed club for 8 to 14s who find busy places hard.",
        "why_here": "In Abingdon",
        "ages_words": "Ages 8 to 14",
        "cost_in_words": "£4 a session",
        "getting_in_words": "No referral, diagnosis or plan needed",
        "checked_ago": "3 weeks ago",
        "award": None,
    }
    return example_page(**facts | changes)


def _award(today: date, **changes: Any) -> Award:
    """A seal that stands in no database."""
    facts = {
        "words": "They asked me what I wanted to do. Nobody rushed me.",
        "know_before_you_go": "The front door is heavy.",
        "visited_by": "Three of us, aged 13 to 17",
        "given_on": today - timedelta(days=200),
        "ends_on": today + timedelta(days=530),
        "review_on": today + timedelta(days=440),
        "code": "ACDEFHJKL",
    }
    return Award(**facts | changes)


def _asked(today: date) -> list[SimpleNamespace]:
    """One that is late, and one that happened."""
    open_one = {"words": "A group for young mums and dads", "asked_of": "The council’s SEND team", "asked_on": today}
    done = open_one | {
        "in_their_words": True,
        "answer": "Yes.",
        "answered_by": "The team",
        "answered_on": today,
        "happened": "It began in May.",
        "happened_on": today,
    }
    late = {"is_open": True, "late": True, "waited": "5 weeks", "answer_by": today}
    return [SimpleNamespace(**open_one | late), SimpleNamespace(**done)]


@register.simple_tag
def examples() -> dict[str, Any]:
    """One example for each component that shows more than a few words."""
    today = timezone.localdate()
    award = _award(today)
    return {
        "award": award,
        "seals": [
            award,
            _award(today, review_on=today),
            _award(today, paused_at=timezone.now()),
            _award(today, ends_on=today - timedelta(days=1)),
            _award(today, ending="withdrawn", closed_at=timezone.now()),
        ],
        "services": [
            _service(award=award),
            _service(is_closed_for_now=True, closed_until=today + timedelta(days=20), is_stale=True, checked_ago="15 months ago"),
        ],
        "sealed": _service(award=award),
        "post": example_page(
            title="Reflections from Alex Morgan (example)",
            date=today,
            author=SimpleNamespace(name="Alex Morgan (example)"),
            summary="What the board heard, and what it does next.",
        ),
        "tiles": [MenuItem(number, f"Tile {number}", "#example", "things-to-do", "A line about it.") for number in range(1, 7)],
        "way": Way([MenuItem(number, f"Page {number}", "#example", "", "") for number in range(1, 4)], 2),
        "phone": SimpleNamespace(phone="01632 960101"),
        "contents": [("forms", "Forms"), ("blocks", "Blocks of a page"), ("seal-parts", "The seal")],
        "form": MessageForm({"email": "hello"}),
        "pick": FeelingsForm({}),
        "asked": _asked(today),
        "meeting": Meeting(
            title="Autumn meeting", day=today, starts_at=time(16, 30), place="Abingdon", agenda="Jobs\nPizza", notes="We ate."
        ),
        "list": Paginator(range(200), 20).get_page(5),
        "banners": [
            {"level": level, "title": "Our telephone line is down.", "text": "Please write to us until noon.", "link": "#example"}
            for level in ("urgent", "warning", "info")
        ],
    }


@register.simple_tag(takes_context=True)
def block_examples(context: template.Context) -> list[dict[str, Any]]:
    """Each block that editors may use, with its preview."""
    blocks: dict[str, Block] = InformationBlock().child_blocks
    return [
        {
            "label": block.label,
            "description": block.meta.description,
            "html": block.render(block.get_preview_value(), context.flatten()),
        }
        for name, block in blocks.items()
        if name not in NEEDS_A_CHOICE
    ]
