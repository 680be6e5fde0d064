"""A clean site for a council: its home page, the first pages, what stands around them, who may do what."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.validators import validate_email
from django.db import transaction
from wagtail.images.fields import WagtailImageField
from wagtail.models import Locale, Page, Site

from blog.models import BoardBlogPage
from localoffer.directory.models import DirectoryPage
from localoffer.media.models import CustomImage
from localoffer.navigation.models import SiteDetails
from localoffer.people.models import User
from localoffer.people.roles import SITE_ADMINISTRATOR
from localoffer.people.services import set_up_roles
from localoffer.search.index import rebuild
from localoffer.whatson.models import EventsPage
from youth.models import YouthHomePage

from .models import HomePage, InformationPage

HOME_SUMMARY = (
    "Help for children and young people aged 0 to 25 with special educational needs or disabilities, and their families."
)
# Live, because without them the menus lead nowhere: type, title, slug, summary.
LISTS: tuple[tuple[type[Page], str, str, str], ...] = (
    (DirectoryPage, "Find a service", "find-a-service", "Search for services, clubs and help near you."),
    (YouthHomePage, "For young people", "young-people", "This part is for you, if you are a young person with SEND."),
    (EventsPage, "What’s on", "whats-on", "Events and activities near you."),
    (BoardBlogPage, "Board and news", "board", "What the board that improves SEND services does."),
)
# Drafts: a summary is missing, so nobody publishes one before it is written.
DRAFTS = (
    ("About this site", "about-this-site", "Say who runs this site, what a Local Offer is, and how it is kept true."),
    (
        "Privacy",
        "privacy",
        "Say what you do with what people send you, how long you keep it, and whom to ask. Your data protection "
        "officer has the words.",
    ),
    ("Cookies", "cookies", "This site sets no cookie for a visitor, but on a page with a form, for the visit only. Say so."),
    ("Have your say", "have-your-say", "Say how families can comment on the Local Offer, and where you publish your answers."),
    (
        "Get a paper copy",
        "paper-copies",
        "Say how people without the internet get this on paper: whom to call, and how long it takes.",
    ),
)


class WrongAnswers(Exception):
    """What cannot be taken, a sentence each. Nothing was changed."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))


@dataclass(frozen=True)
class Answers:
    """What a council says about its site; "" or nothing for what it leaves out."""

    council: str
    telephone: str = ""
    email: str = ""
    colour: str = ""
    colour_dark: str = ""
    logo: str = ""
    languages: tuple[str, ...] = ()
    admin_email: str = ""
    admin_password: str = ""

    def details(self) -> dict[str, str]:
        return {
            "site_name": f"{self.council} Local Offer",
            "contact_name": self.council,
            "contact_phone": self.telephone,
            "contact_email": self.email,
            "colour": self.colour.strip().lower(),
            "colour_dark": self.colour_dark.strip().lower(),
        }


def plant_home(**fields: Any) -> tuple[HomePage, bool]:
    """The home page at the site's root, and whether it was made; Wagtail's own first page gives way to it."""
    home = HomePage.objects.filter(locale=Locale.get_default()).order_by("path").first()
    made = home is None
    if home is None:
        home = Page.get_first_root_node().add_child(instance=HomePage(slug="local-offer", **fields))
    host, _, port = settings.SITE_URL.split("://")[1].partition(":")
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "root_page": home,
            "hostname": host,
            "port": int(port or (443 if settings.HTTPS else 80)),
            "site_name": settings.WAGTAIL_SITE_NAME,
        },
    )
    Page.objects.filter(depth=2, slug="home").exclude(pk=home.pk).delete()
    return HomePage.objects.get(pk=home.pk), made


def problems_of(answers: Answers) -> list[str]:
    """What cannot be taken of the answers, a sentence each."""
    return [*_wrong_details(answers), *_wrong_logo(answers), *_wrong_languages(answers), *_wrong_administrator(answers)]


def _wrong_details(answers: Answers) -> Iterator[str]:
    if not answers.council.strip():
        yield "Give the name of the council."
    try:
        # The site and streams are filled by us; the rest is checked by the rules that the admin has.
        SiteDetails(**answers.details()).clean_fields(exclude=["site", "main_menu", "footer_links", "banners", "help_now"])
    except ValidationError as error:
        for field, sentences in error.message_dict.items():
            yield f"{SiteDetails._meta.get_field(field).verbose_name.capitalize()}: {' '.join(sentences)}"
    try:
        SiteDetails(**answers.details()).clean()
    except ValidationError as error:
        yield from (sentence for sentences in error.message_dict.values() for sentence in sentences)


def _wrong_logo(answers: Answers) -> Iterator[str]:
    if not answers.logo:
        return
    if not Path(answers.logo).is_file():
        yield f"Logo: there is no file {answers.logo}."
        return
    file = Path(answers.logo)
    try:
        WagtailImageField().clean(SimpleUploadedFile(file.name, file.read_bytes()))  # what the admin asks of an upload
    except (ValidationError, OSError):
        yield f"Logo: {answers.logo} is not a picture that we can take. Save it as PNG, JPEG or WebP."


def _wrong_languages(answers: Answers) -> Iterator[str]:
    known = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
    if unknown := [code for code in answers.languages if code not in known]:
        yield f"Languages: we do not know {', '.join(unknown)}. Choose of {', '.join(known)}."


def _wrong_administrator(answers: Answers) -> Iterator[str]:
    if not answers.admin_email or User.objects.filter(email=User.objects.normalise(answers.admin_email)).exists():
        return
    try:
        validate_email(answers.admin_email.strip())
    except ValidationError:
        yield f"Administrator: {answers.admin_email} is not an e-mail address, such as name@example.org."
    if not answers.admin_password:
        yield "Administrator: give a password, in the variable ADMIN_PASSWORD or when asked."
        return
    try:
        validate_password(answers.admin_password)
    except ValidationError as error:
        yield f"Administrator: {' '.join(error.messages)}"


@transaction.atomic
def set_up_site(answers: Answers) -> list[str]:
    """Makes what is not there yet, changes nothing that is, and says of each which it was. Safe to run again.

    Raises WrongAnswers, and then changes nothing.
    """
    if problems := problems_of(answers):
        raise WrongAnswers(problems)
    home, made = plant_home(title=f"{answers.council} Local Offer"[:255], summary=HOME_SUMMARY)
    said = [_said("Home page", made)]
    said += [_said(f"Page “{title}”", _plant(home, model, title, slug, summary=summary)) for model, title, slug, summary in LISTS]
    said += [
        _said(f"Draft “{title}”", _plant(home, InformationPage, title, slug, live=False, body=_help(words)))
        for title, slug, words in DRAFTS
    ]
    said += _fill_details(home, answers)
    said += [_said(f"Language {code}", _add_language(home, code)) for code in answers.languages]
    set_up_roles()
    said.append("Roles: as they are described.")
    if answers.admin_email:
        said.append(_said(f"Administrator {answers.admin_email.strip()}", _add_administrator(answers)))
    rebuild()
    return said


def _said(what: str, made: bool) -> str:
    return f"{what}: {'made' if made else 'was there, left as it is'}."


def _help(words: str) -> list[dict[str, str]]:
    return [{"type": "text", "value": f"<p>{words}</p>"}]


def _plant(home: HomePage, model: type[Page], title: str, slug: str, **fields: Any) -> bool:
    """Whether it was made: a list is there where one of its type is, a page where one of its address is."""
    there = home.get_children().filter(slug=slug)
    if there.exists() or (model is not InformationPage and model.objects.child_of(home).exists()):
        return False
    home.add_child(instance=model(title=title, slug=slug, **fields)).save_revision(clean=False)
    return True


def _fill_details(home: HomePage, answers: Answers) -> list[str]:
    details = SiteDetails.for_site(Site.objects.get(is_default_site=True))
    ours = {field.name: field.get_default() for field in SiteDetails._meta.concrete_fields}
    said = []
    for name, value in answers.details().items():
        if value:
            is_free = getattr(details, name) == ours[name] or not getattr(details, name)
            if is_free:
                setattr(details, name, value)
            said.append(_said(SiteDetails._meta.get_field(name).verbose_name.capitalize(), is_free))
    if answers.logo:
        is_free = details.logo_id is None
        if is_free:
            details.logo = _keep_logo(answers)
        said.append(_said("Logo", is_free))
    if not details.main_menu:
        slugs = [slug for _, _, slug, _ in LISTS]
        pages = sorted(Page.objects.child_of(home).live().filter(slug__in=slugs), key=lambda page: slugs.index(page.slug))
        links = [{"type": "link", "value": {"title": page.title, "page": page.pk, "address": ""}} for page in pages]
        details.main_menu = json.dumps(links)
    details.save()
    return said


def _keep_logo(answers: Answers) -> CustomImage:
    with Path(answers.logo).open("rb") as file:
        return CustomImage.objects.create(
            title="Logo", is_decorative=True, shows_people=False, file=ImageFile(file, name=Path(answers.logo).name)
        )


def _add_language(home: HomePage, code: str) -> bool:
    """The language with a draft of its home page: readers are offered it when that is translated and published."""
    locale, _ = Locale.objects.get_or_create(language_code=code)
    if home.get_translations(inclusive=True).filter(locale=locale).exists():
        return False
    home.copy_for_translation(locale)
    return True


def _add_administrator(answers: Answers) -> bool:
    email = User.objects.normalise(answers.admin_email)
    if User.objects.filter(email=email).exists():
        return False
    user = User.objects.create_superuser(email, answers.admin_password, display_name="Administrator")
    user.groups.add(Group.objects.get(name=SITE_ADMINISTRATOR.name))
    return True
