"""`manage.py setup_site`: a clean site that answers, nothing changed that is there, nothing at all for a wrong answer."""

from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from PIL import Image
from wagtail.models import Locale, Page, Site

from home.models import HomePage, InformationPage
from localoffer.media.models import CustomImage
from localoffer.navigation.models import SiteDetails
from localoffer.people.models import User

PASSWORD = "a-long-password-of-tests"


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    picture = BytesIO()
    Image.new("RGB", (400, 100), "#0a544e").save(picture, "PNG")
    file = tmp_path / "logo.png"
    file.write_bytes(picture.getvalue())
    return file


def set_up(*options: str) -> str:
    out = StringIO()
    call_command("setup_site", "--no-input", *options, stdout=out)
    return out.getvalue()


def details() -> SiteDetails:
    return SiteDetails.for_site(Site.objects.get(is_default_site=True))


def test_a_clean_site_answers_with_the_councils_name_colours_and_logo(
    db: None, client: Client, logo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ADMIN_PASSWORD", PASSWORD)
    set_up(
        *("--council", "Westmoor Council", "--telephone", "01632 960123", "--email", "offer@example.org"),
        *("--colour", "#6A1B9A", "--logo", str(logo), "--languages", "pl", "--admin-email", "Sam@example.org"),
    )
    page = client.get("/").content.decode().replace("\N{NO-BREAK SPACE}", " ")
    assert "Westmoor Council Local Offer" in page
    assert "01632 960123" in page
    assert 'class="logo"' in page
    for address in ("/find-a-service/", "/young-people/", "/whats-on/", "/board/"):
        assert address in page
        assert client.get(address).status_code == 200, address
    for address in ("/contact/", "/accessibility-statement/"):
        assert client.get(address).status_code == 200, address
    assert client.get("/privacy/").status_code == 404
    sheet = client.get("/colours-" + page.split('href="/colours-')[1].split('"')[0])
    assert "--action: #6a1b9a" in sheet.content.decode()
    assert client.login(username="sam@example.org", password=PASSWORD)
    assert client.get("/admin/").status_code == 200
    assert Locale.objects.filter(language_code="pl").exists()
    assert client.get("/pl/").status_code != 200  # its home is a draft


def test_a_draft_says_what_to_write_and_cannot_be_published_before(db: None) -> None:
    set_up("--council", "Westmoor Council")
    drafts = InformationPage.objects.all()
    assert drafts.count() == 5
    for draft in drafts:
        assert not draft.live
        assert "Say" in str(draft.body)
        assert "summary" in draft.publish_problems()


def test_a_second_run_changes_nothing_and_says_so(db: None) -> None:
    set_up("--council", "Westmoor Council", "--telephone", "01632 960123")
    pages = list(Page.objects.order_by("pk").values())
    said = set_up("--council", "Eastmoor Council", "--telephone", "01632 960999")
    assert list(Page.objects.order_by("pk").values()) == pages
    assert (details().site_name, details().contact_phone) == ("Westmoor Council Local Offer", "01632 960123")
    assert "Home page: was there, left as it is." in said
    assert "made" not in said


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--council", ""], "Give the name of the council"),
        (["--telephone", "ring us"], "Telephone: Write only the number"),
        (["--email", "offer"], "E-mail:"),
        (["--colour", "purple"], "Write a colour as #"),
        (["--colour", "#f6b93b"], "The nearest that can be read is #"),
        (["--colour", "#0a544e", "--colour-dark", "#0a544e"], "dark grounds"),
        (["--logo", "/nowhere/logo.png"], "there is no file"),
        (["--logo", __file__], "is not a picture"),
        (["--languages", "pl", "xx"], "we do not know xx"),
        (["--admin-email", "sam@example.org"], "give a password"),
    ],
    ids=["council", "telephone", "email", "no-colour", "faint", "faint-dark", "no-file", "no-picture", "language", "password"],
)
def test_a_wrong_answer_is_said_and_nothing_is_changed(
    db: None, options: list[str], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ADMIN_PASSWORD", raising=False)
    with pytest.raises(CommandError, match="Nothing was changed") as refused:
        set_up(*["--council", "Westmoor Council", *options])
    assert says in str(refused.value)
    assert not HomePage.objects.exists()
    assert not CustomImage.objects.exists()
    assert Locale.objects.count() == 1


def test_a_password_that_is_too_short_makes_no_account(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMIN_PASSWORD", "short")
    with pytest.raises(CommandError, match="Administrator: "):
        set_up("--council", "Westmoor Council", "--admin-email", "sam@example.org")
    assert not User.objects.exists()


def test_what_no_option_says_is_asked(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    answers: dict[str, Any] = {"Telephone": "01632 960123", "Other": "pl uk"}
    monkeypatch.setattr("builtins.input", lambda question: answers.get(question.split()[0], ""))
    call_command("setup_site", "--council", "Westmoor Council", stdout=StringIO())
    assert details().contact_phone == "01632 960123"
    assert Locale.objects.filter(language_code__in=["pl", "uk"]).count() == 2
