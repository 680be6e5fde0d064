"""The demonstration's promises: one and more in every state, in the posts of the invented chair. All of them invented;
the themes are those of the report to the council's scrutiny committee (February 2025)."""

from datetime import date, timedelta
from typing import Any

from wagtail.models import Locale

from blog.choices import ThemeKind
from blog.models import BoardPostPage, BoardTheme, Promise
from blog.services import Told, add_step
from localoffer.people.models import User

from .reading import read


def load_themes() -> None:
    """Adds the themes and the priority action areas that are not there yet; their pages need them."""
    described = read("promises.json")
    for number, theme in enumerate(described["themes"], start=1):
        BoardTheme.objects.get_or_create(slug=f"theme-{number}", defaults={"name": theme, "sort_order": number})
    for number, (slug, area) in enumerate(described["areas"].items(), start=1):
        BoardTheme.objects.get_or_create(slug=slug, defaults={"name": area, "kind": ThemeKind.AREA, "sort_order": number})


def load_promises(staff: User, today: date) -> None:
    """Adds the promises, when there are none yet. Days are counted from the meeting, and due dates from today."""
    if Promise.objects.exists():
        return
    described = read("promises.json")
    themes = {theme.slug: theme for theme in BoardTheme.objects.all()}
    for one in described["promises"]:
        post = BoardPostPage.objects.get(locale=Locale.get_default(), slug=f"reflections-from-alex-morgan-example-{one['post']}")
        promise = Promise(
            words=one["words"],
            post=post,
            owner=one["owner"],
            due_on=_day(one["due"], post, today),
            theme=themes.get(one["theme"]),
            area=themes.get(one.get("area")),
            is_public=True,
        )
        promise.full_clean()
        promise.save()
        for step in one["steps"]:
            _add(promise, step, post, staff, today)


def _add(promise: Promise, step: dict[str, Any], post: BoardPostPage, staff: User, today: date) -> None:
    day = _day({"after": step["after"]}, post, today)
    told = Told(
        kind=step["kind"],
        day=day,
        words=step["words"],
        new_due=_day(step["due"], post, today) if "due" in step else None,
    )
    add_step(promise, told, user=staff, today=max(today, day))


def _day(said: dict[str, int], post: BoardPostPage, today: date) -> date:
    """{"after": 30} is 30 days after the meeting; {"in": 30} is 30 days from today, and never before the meeting."""
    made_on = post.meeting_date or post.date
    if "after" in said:
        return made_on + timedelta(days=said["after"])
    return max(made_on + timedelta(days=max(said["in"], 0)), today + timedelta(days=said["in"]))
