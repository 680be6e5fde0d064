"""The demonstration's inbox: made-up messages from visitors, one in each state. No e-mail goes out for them."""

from datetime import datetime, timedelta

from wagtail.models import Page

from localoffer.contact.models import Message
from localoffer.people.models import User

from .pages import Tree
from .reading import read


def load_inbox(tree: Tree, people: dict[str, User], now: datetime) -> None:
    """Only into an inbox that is empty."""
    if Message.objects.exists():
        return
    for one in read("inbox.json"):
        page = Page.objects.get(pk=tree.page_id(one["page"])) if "page" in one else None
        Message.objects.create(
            kind=one["kind"],
            words=one["words"],
            name=one.get("name", ""),
            email=one.get("email", ""),
            page=page,
            about=page.title if page else "",
            received_at=now - timedelta(days=one["days"]),
            status=one["status"],
            handled_by=people[one["by"]] if "by" in one else None,
            with_whom=one.get("with", ""),
            staff_note=one.get("note", ""),
            told_at=now,
        )
