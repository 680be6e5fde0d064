"""Beginning a post with the sections that most posts have."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from ..models import AuthorProfile, BoardBlogPage, BoardPostPage, UsualSection
from .bringing_in import may_add_posts


def start_post(
    *, blog: BoardBlogPage, author: AuthorProfile, sections: Iterable[UsualSection], user: Any, today: date
) -> BoardPostPage:
    """A draft post with those sections, each with its guidance and still empty; it is never public.

    Raises PermissionDenied when the user may not add posts there.
    """
    if not may_add_posts(blog, user):
        raise PermissionDenied("This person may not add posts to this blog.")
    body = [
        {"type": "section", "value": {"title": one.name, "guidance": one.guidance, "text": ""}, "id": str(uuid4())}
        for one in sections
    ]
    with transaction.atomic():
        post = BoardPostPage(
            title=f"Reflections from {author.name} - {today:%-d %B %Y}",
            author=author,
            date=today,
            body=json.dumps(body),
            live=False,
            owner=user,
        )
        blog.add_child(instance=post)
        post.save_revision(user=user, clean=False)
        log(instance=post, action="wagtail.create", user=user, content_changed=True)
    return post
