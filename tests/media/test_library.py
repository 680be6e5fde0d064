"""The picture library: what comes with the product, and how staff choose from it and add to it."""

import re
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from localoffer.media.library import FOLDER, LIBRARY, library, library_ids, library_pictures, load_pictures, shipped
from localoffer.media.models import CustomImage
from localoffer.people.roles import FORUM_SUPPORTER
from tests.factories import CustomImageFactory
from tests.media.test_admin import picture, picture_file

CHOOSE = reverse("picture_library:choose_results")
NEEDED = (
    "yes no ask listen talk read write phone email computer home school college bus doctor nurse medicine money work friends "
    "family group meeting calendar clock quiet loud worried happy sad help wheelchair toilet food sport swim music map letter "
    "vote safe stop go"
)


def test_the_library_has_a_picture_for_each_everyday_idea() -> None:
    keys = [described["key"] for described in shipped()]
    assert len(keys) == len(set(keys)) >= 30
    assert set(NEEDED.split()) <= set(keys)


@pytest.mark.parametrize("described", shipped(), ids=lambda described: described["key"])
def test_each_picture_is_drawn_says_what_it_shows_and_can_be_found(described: dict[str, str]) -> None:
    drawing = (FOLDER / f"{described['key']}.svg").read_text()
    assert not re.search(r"<script|<text|<image|href|on[a-z]+=", drawing)
    with Image.open(FOLDER / f"{described['key']}.png") as file:
        assert file.size == (480, 480)
    assert described["title"].strip()
    assert 10 < len(described["alt"]) <= 255
    assert described["alt"].endswith(".")
    assert len([word for word in described["words"].split(",") if word.strip()]) >= 3


def test_every_file_of_the_library_is_described() -> None:
    files = {file.stem for file in FOLDER.iterdir() if file.suffix in (".svg", ".png")}
    assert files == {described["key"] for described in shipped()}


@pytest.fixture
def few(db: None, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A library of three of the pictures, loaded."""
    three = [described for described in shipped() if described["key"] in ("bus", "worried", "car")]
    monkeypatch.setattr("localoffer.media.library.shipped", lambda: three)
    return load_pictures()


def test_loading_adds_what_is_missing_and_nothing_twice(few: int) -> None:
    assert few == 3
    assert load_pictures() == 0
    assert set(library_pictures()) == {"bus", "worried", "car"}


def test_loading_again_keeps_what_staff_changed(few: int) -> None:
    bus = CustomImage.objects.get(pk=library_pictures()["bus"])
    bus.title, bus.description = "Our bus", "The number 4 bus."
    bus.save()
    load_pictures()
    bus.refresh_from_db()
    assert (bus.title, bus.description) == ("Our bus", "The number 4 bus.")


def test_the_command_says_what_it_did(few: int) -> None:
    said = StringIO()
    call_command("load_pictures", stdout=said)
    assert said.getvalue() == "All pictures are there.\n"


def test_pictures_of_the_library_need_no_consent(few: int) -> None:
    assert {image.shows_people for image in CustomImage.objects.all()} == {False}


@pytest.fixture
def supporter(few: int, person: Callable[..., Any], site_tree: Any, client: Client) -> Client:
    client.force_login(person(FORUM_SUPPORTER))
    return client


@pytest.mark.parametrize("words", ["worried", "worri", "anxious", "mental health", "cloud above"])
def test_the_chooser_finds_a_picture_by_its_name_its_words_and_what_it_shows(supporter: Client, words: str) -> None:
    shown = supporter.get(CHOOSE, {"q": words}).content.decode()
    assert "Worried" in shown
    assert "Bus" not in shown


def test_the_chooser_says_when_there_is_none(supporter: Client) -> None:
    assert supporter.get(CHOOSE, {"q": "zebra\0"}).status_code == 200
    shown = supporter.get(CHOOSE, {"q": "zebra"}).content.decode()
    assert "Worried" not in shown
    assert "Bus" not in shown


def test_the_chooser_shows_only_the_library(supporter: Client) -> None:
    CustomImageFactory(title="Board meeting")
    shown = supporter.get(CHOOSE).content.decode()
    assert "Worried" in shown
    assert "Board meeting" not in shown


def test_what_staff_add_in_the_chooser_is_found_there(supporter: Client) -> None:
    form = picture("image-chooser-upload-", title="Our café") | {
        "image-chooser-upload-file": picture_file(),
        "image-chooser-upload-collection": str(library().pk),
        "image-chooser-upload-tags": "tea",
    }
    answer = supporter.post(reverse("picture_library:create"), form)
    assert answer.json()["step"] == "chosen"
    assert CustomImage.objects.get(title="Our café").collection.name == LIBRARY
    assert "Our café" in supporter.get(CHOOSE, {"q": "tea"}).content.decode()


def test_the_form_of_the_chooser_stands_at_the_library(supporter: Client) -> None:
    shown = supporter.get(reverse("picture_library:choose")).json()["html"]
    assert re.search(rf'<option value="{library().pk}" selected>\s*{LIBRARY}', shown.replace("&nbsp;", "").replace("↳", ""))


def test_a_picture_without_its_words_is_not_added(supporter: Client) -> None:
    form = picture("image-chooser-upload-", title="Our café", description="") | {"image-chooser-upload-file": picture_file()}
    answer = supporter.post(reverse("picture_library:create"), form)
    assert answer.json()["step"] == "reshow_creation_form"
    assert not CustomImage.objects.filter(title="Our café").exists()


def test_somebody_without_an_account_sees_no_chooser(few: int, client: Client) -> None:
    assert client.get(CHOOSE).status_code == 302


def test_collections_below_the_library_belong_to_it(few: int) -> None:
    inside = library().add_child(name="Places we know")
    beside = Collection.get_first_root_node().add_child(name="Photos")
    assert inside.pk in library_ids()
    assert beside.pk not in library_ids()
