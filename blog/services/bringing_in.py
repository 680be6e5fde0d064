"""Making a draft post of a text that came from Word."""

import json
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.files.images import ImageFile
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Collection
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry

from localoffer.media.models import CustomImage

from ..models import AuthorProfile, BoardBlogPage, BoardPostPage
from ..word import Picture, Reading, Table

NO_COLLECTION = "All pictures: you may not add pictures to this site. Ask a site administrator."


@dataclass(frozen=True)
class BroughtIn:
    """A draft that was just made, and what whoever made it should know."""

    post: BoardPostPage
    left_out: list[str]
    changed: list[str]


def may_add_posts(blog: BoardBlogPage, user: Any) -> bool:
    return blog.permissions_for_user(user).can_add_subpage()


def blogs_for(user: Any) -> list[BoardBlogPage]:
    """The blogs below which this person may add posts."""
    if not PagePermissionPolicy().user_has_permission(user, "add"):
        return []
    english = BoardBlogPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
    return [blog for blog in english.order_by("path") if may_add_posts(blog, user)]


def bring_in(*, reading: Reading, blog: BoardBlogPage, user: Any, today: date) -> BroughtIn:
    """A draft post of the reading, with its pictures, all or nothing; it is never public.

    Raises PermissionDenied when the user may not add posts there.
    """
    if not may_add_posts(blog, user):
        raise PermissionDenied("This person may not add posts to this blog.")
    left_out, changed = list(reading.notes.left_out), list(reading.notes.changed)
    stored: list[CustomImage] = []
    try:
        with transaction.atomic():
            body = _body(reading, user, stored, left_out)
            author = _author(reading.author, changed)
            if reading.day is None:
                changed.append("We found no date, so the post has the date of today.")
            post = BoardPostPage(
                title=reading.title,
                author=author,
                date=reading.day or today,
                body=json.dumps(body),
                live=False,
                owner=user,
            )
            blog.add_child(instance=post)
            post.save_revision(user=user, clean=False)
            log(instance=post, action="wagtail.create", user=user, content_changed=True)
    except BaseException:
        for picture in stored:  # the database forgets their rows; their files are left to us
            picture.file.storage.delete(picture.file.name)
        raise
    return BroughtIn(post, left_out, changed)


def _author(name: str, changed: list[str]) -> AuthorProfile | None:
    """The author of that name, if there is one; else a sentence about what to do."""
    author = AuthorProfile.objects.filter(name__iexact=name).first() if name else None
    if name and author is None:
        changed.append(f"There is no author called {name}. Add the author under Snippets, Authors, and choose it in the post.")
    return author


def _body(reading: Reading, user: Any, stored: list[CustomImage], left_out: list[str]) -> list[dict[str, Any]]:
    """The raw value of the body. Stores the pictures, and names each in ``stored``."""
    policy = policy_registry.get_by_type(CustomImage)
    collection = policy.collections_user_has_permission_for(user, "add").order_by("path").first()
    body = []
    for part in reading.parts:
        if isinstance(part, Picture):
            if collection is None:
                if NO_COLLECTION not in left_out:
                    left_out.append(NO_COLLECTION)
                continue
            picture = _stored(part, f"Picture {len(stored) + 1} of “{reading.title}”", collection, user, stored)
            body.append(_block("image", {"image": picture.pk, "caption": ""}))
        elif isinstance(part, Table):
            body.append(_block("table", _table(part)))
        else:
            body.append(_block("text", part))
    return body


def _block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": str(uuid4())}


def _table(table: Table) -> dict[str, Any]:
    heads = table.heads or tuple("" for _ in table.rows[0])
    return {
        "caption": "",
        "columns": [{"type": "text", "heading": head} for head in heads],
        "rows": [{"values": list(row)} for row in table.rows],
    }


def _stored(picture: Picture, title: str, collection: Collection, user: Any, stored: list[CustomImage]) -> CustomImage:
    """The picture in the library. Until somebody says otherwise, there may be people in it: the gate then asks for consent."""
    image = CustomImage(
        title=title[:255],
        description=picture.alt[:255],
        shows_people=True,
        collection=collection,
        uploaded_by_user=user,
        file=ImageFile(BytesIO(picture.data), name=f"from-word.{picture.kind}"),
    )
    stored.append(image)
    image.save()
    return image
