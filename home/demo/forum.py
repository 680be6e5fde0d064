"""The demonstration's posts by young people: three that are public, one that waits, one that went back to its writer."""

from datetime import datetime, timedelta
from typing import Any

from django.test.utils import override_settings
from wagtail.models import Collection

from localoffer.media.models import Consent
from localoffer.people.models import User
from youth.models import ForumPostPage, ForumPostsPage, ForumSettings
from youth.posting import mark_reading, own_post, posts_page, send_back, send_post, start_post

from .consents import HOW
from .files import COLLECTION
from .reading import read


def load_forum(people: dict[str, User], pictures: dict[str, int], now: datetime) -> None:
    """Makes the posts that are not there yet; those that somebody changed stay as they are."""
    settings = ForumSettings.load()
    if settings.library_id is None:
        settings.library = Collection.objects.get(name=COLLECTION)
        settings.save()
    index = posts_page()
    if index is None or index.get_children().exists():
        return
    described = read("forum.json")
    for post in described["public"]:
        publish(index, post, pictures, now, people["supporter"])
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.dummy.EmailBackend"):  # nobody is to be told of these
        for name in ("waiting", "sent_back"):
            send(described[name], writer=people["member"], supporter=people["supporter"], pictures=pictures)


def send(post: dict[str, Any], *, writer: User, supporter: User, pictures: dict[str, int]) -> None:
    """A post that a member has sent; with a message, it came back."""
    page = start_post(
        user=writer,
        title=post["title"],
        words=post["words"],
        chosen_name=post["name"],
        show_name=True,
        picture_id=pictures.get(post["picture"]),
    )
    send_post(page=page, user=writer)
    if message := post.get("message"):
        page = own_post(writer, page.pk)
        mark_reading(page=page, user=supporter)
        send_back(page=page, user=supporter, message=message)


def publish(index: ForumPostsPage, post: dict[str, Any], pictures: dict[str, int], now: datetime, supporter: User) -> None:
    """A post of an invented member, who has no account here, with the consent for the words and the name."""
    when = now - timedelta(days=post["days_ago"])
    consent = Consent.objects.create(
        display_name=post["name"] or "A member of the forum (example)",
        agrees_to_words=True,
        agrees_to_name=bool(post["name"]),
        under_16=False,
        given_by_person=True,
        how_given=HOW,
        given_on=when.date(),
        ends_on=when.date() + timedelta(days=365),
        recorded_by=supporter,
    )
    page = ForumPostPage(
        title=post["title"],
        slug=post["slug"],
        words=post["words"],
        chosen_name=post["name"],
        show_name=bool(post["name"]),
        words_consent=consent,
        picture_id=pictures[post["picture"]],
        first_published_at=when,
        last_published_at=when,
    )
    index.add_child(instance=page)
