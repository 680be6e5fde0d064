"""The demonstration's home page, menus, help-now numbers and people."""

import json
import os
import secrets
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Site

from localoffer.navigation.models import SiteDetails
from localoffer.people.models import User
from localoffer.people.roles import (
    COMMUNICATIONS,
    DIRECTORY_EDITOR,
    FORUM_MEMBER,
    FORUM_SUPPORTER,
    READER,
    SITE_ADMINISTRATOR,
    TRANSLATOR,
)

from ..models import HomePage
from ..services import plant_home
from .pages import Tree
from .reading import BodyWriter, read

MENU = [
    ("Find a service", "/find-a-service/"),
    ("Help by topic", "/help-by-topic/"),
    ("For young people", "/young-people/"),
    ("What’s on", "/whats-on/"),
    ("Board and news", "/board/"),
    ("Have your say", "/have-your-say/"),
]
FOOTER = [
    ("Privacy", "/privacy/"),
    ("Cookies: we set none", "/cookies/"),
    ("Get a paper copy", "/paper-copies/"),
    ("About this site", "/about-this-site/"),
    ("Help by age", "/help-by-age/"),
]
BANNER_DAYS = 60
GLOSSARY = ("What words mean", "/glossary/")
PEOPLE = [
    ("admin", "Sam (administrator)", SITE_ADMINISTRATOR),
    ("editor", "Jo (directory editor)", DIRECTORY_EDITOR),
    ("communications", "Lee (communications)", COMMUNICATIONS),
    ("member", "Ari (forum member)", FORUM_MEMBER),
    ("supporter", "Kim (forum supporter)", FORUM_SUPPORTER),
    ("translator", "Maya (translator)", TRANSLATOR),
    ("reader", "Chris (reader)", READER),
]


def load_home() -> HomePage:
    """The home page at the site's root; Wagtail's own first page gives way to it."""
    described = read("pages/home.json")
    home, _ = plant_home(
        title=described["title"],
        summary=described["summary"],
        search_description=described["search_description"],
        try_searches=", ".join(described["try_searches"]),
    )
    return home


def load_doors(home: HomePage, tree: Tree) -> None:
    """The doors, the figure and the news on the home page, once all pages are there."""
    if home.doors:
        return
    described = read("pages/home.json")
    writer = BodyWriter(page_id=tree.page_id, picture_id=int, video_id=int, service_id=int, measure_id=int)
    home.doors = _stream("door", [writer.door(door) for door in described["doors"]])
    home.figure = writer.raw([{"type": "figures", "value": described["figure"]}])
    home.newest = writer.raw([{"type": "newest", "value": described["newest"]}])
    home.save()


def _stream(kind: str, values: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"type": kind, "value": value} for value in values]


def load_details(tree: Tree) -> None:
    """Menus, footer, who to call, help now, a banner; left alone when somebody has filled them in."""
    details = SiteDetails.for_site(Site.objects.get(is_default_site=True))
    if details.main_menu:
        return
    described = read("pages/home.json")
    contact = described["footer_contact"]
    details.strapline = f"{settings.AREA_NAME} SEND, 0 to 25"
    for name in ("name", "about", "phone", "email", "hours"):
        setattr(details, f"contact_{name}", contact.get(name) or "")

    def links(pairs: list[tuple[str, str]]) -> list[dict[str, Any]]:
        return [{"title": title, "page": tree.page_id(path), "address": ""} for title, path in pairs]

    details.main_menu = json.dumps(_stream("link", links(MENU)))
    words = {"title": GLOSSARY[0], "page": None, "address": GLOSSARY[1]}
    details.footer_links = json.dumps(_stream("link", [*links(FOOTER), words]))
    details.help_now = json.dumps(_stream("help", described["help_now"]))
    details.banners = json.dumps(_stream("banner", [_banner(described["news_that_cannot_wait"], tree.today)]))
    details.save()


def _banner(words: dict[str, str], today: date) -> dict[str, Any]:
    """It shows from the day of the loading on, for BANNER_DAYS."""
    starts = timezone.make_aware(datetime.combine(today, time.min))
    return {**words, "starts": starts.isoformat(), "ends": (starts + timedelta(days=BANNER_DAYS)).isoformat()}


def demo_password() -> str:
    """DEMO_PASSWORD; else one made up at the first run and kept beside the data, so that each run can print it."""
    if chosen := os.environ.get("DEMO_PASSWORD", ""):
        return chosen
    file = Path(settings.DATA_DIR) / "demo-password"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch(mode=0o600)
        file.write_text("-".join(secrets.token_hex(2) for _ in range(4)))
    return file.read_text().strip()


def load_people() -> dict[str, User]:
    """One account for each role, all with the demonstration's password."""
    password = demo_password()
    people = {}
    for name, display_name, role in PEOPLE:
        email = f"{name}@example.org"
        user = User.objects.filter(email=email).first() or User.objects.create_user(email, password, display_name=display_name)
        if not user.check_password(password):
            user.set_password(password)
            user.save()
        if role is SITE_ADMINISTRATOR and not user.is_superuser:
            user.is_superuser = True
            user.save()
        user.groups.set(Group.objects.filter(name=role.name))
        people[name] = user
    return people
