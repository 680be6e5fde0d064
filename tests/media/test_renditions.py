"""The smaller copies of pictures are there before anybody asks for them; none is made of whom may not be shown."""

import ast
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import connection
from django.template import engines
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from PIL import Image
from wagtail.images.models import Filter
from wagtail.images.templatetags.wagtailimages_tags import ImageNode, SrcsetImageNode

from localoffer.media.library import library
from localoffer.media.models import CustomImage
from localoffer.media.rules.sizes import OF_PAGES, OF_THE_LIBRARY
from localoffer.media.services import make_renditions, renditions, take_back
from tests import factories
from tests.media.test_uploads import ROADS, boss, upload  # noqa: F401  a fixture

ROOT = Path(settings.BASE_DIR)
DAY = timedelta(days=1)
# Only staff, and members who write, see what these show.
NOT_PUBLIC = re.compile(r"/admin/|^youth/writing/|^wagtail")
FOR_WRITERS = {"fill-240x180"}
SPEC = re.compile(r"((fill|max|min)-\d+x\d+|(width|height|scale)-\d+|format-[a-z]+)[|\w-]*")


def sizes_there(image: CustomImage) -> set[str]:
    return set(image.renditions.values_list("filter_spec", flat=True))


# --- The list ---------------------------------------------------------------------------------------


def sizes_in_templates() -> Iterator[tuple[str, str]]:
    """The sizes that the tags of public templates ask for, as the tags themselves write them."""
    engine = engines["django"].engine
    for file in sorted((ROOT / "templates").rglob("*.html")):
        name = file.relative_to(ROOT / "templates").as_posix()
        if NOT_PUBLIC.search(name) or not re.search(r"{% (image|picture|srcset_image) ", file.read_text()):
            continue
        for node in engine.get_template(name).nodelist.get_nodes_by_type(ImageNode):
            for size in node.get_filters() if isinstance(node, SrcsetImageNode) else [node.get_filter()]:
                yield size.spec, name


def sizes_in_code() -> Iterator[tuple[str, str]]:
    """Every string of our code that is a size."""
    for app in ("home", "blog", "youth", "localoffer"):
        for file in (ROOT / app).rglob("*.py"):
            if "migrations" in file.parts:
                continue
            for node in ast.walk(ast.parse(file.read_text())):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and SPEC.fullmatch(node.value):
                    yield node.value, file.relative_to(ROOT).as_posix()


def test_every_size_that_public_pages_ask_for_is_in_the_list_and_no_other() -> None:
    asked = dict([*sizes_in_templates(), *sizes_in_code()])
    listed = {*OF_PAGES, *OF_THE_LIBRARY}
    in_code = {size for size, file in sizes_in_code() if not file.endswith("rules/sizes.py")}
    assert {size: file for size, file in asked.items() if size not in listed | FOR_WRITERS} == {}
    assert listed - {size for size, _ in sizes_in_templates()} - in_code == set(), "nobody asks for these any more"


# --- AVIF -------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_browser_is_offered_avif_first_and_older_ones_what_they_know(home: Any) -> None:
    page = factories.InformationPageFactory(parent=home, picture=factories.CustomImageFactory())
    html = Client().get(page.get_url()).content.decode()
    picture = re.search(r"<picture>.*?</picture>", html, re.DOTALL)
    assert picture
    assert re.findall(r' type="(image/[a-z]+)"', picture[0]) == ["image/avif", "image/webp"]
    assert re.search(r'<img [^>]*src="[^"]+\.jpg"', picture[0])
    answer = Client().get(re.findall(r'srcset="(\S+)', picture[0])[0])
    assert (answer["Content-Type"], answer["X-Content-Type-Options"]) == ("image/avif", "nosniff")
    assert Image.open(BytesIO(b"".join(answer.streaming_content))).format == "AVIF"


@pytest.mark.parametrize("knows_it", [True, False], ids=["with AVIF", "without"])
def test_the_site_does_not_start_where_avif_cannot_be_written(monkeypatch: pytest.MonkeyPatch, knows_it: bool) -> None:
    monkeypatch.setattr("PIL.features.check", lambda name: knows_it or name != "avif")
    assert [fault.id for fault in run_checks() if fault.id == "localoffer.E007"] == ([] if knows_it else ["localoffer.E007"])


# --- When they are made -----------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("road", ROADS)
def test_they_are_made_after_a_picture_was_sent_on_every_road(
    boss: Client,  # noqa: F811
    road: Callable[..., Any],
    django_capture_on_commit_callbacks: Any,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        road(boss, upload())
    assert set(OF_PAGES) <= sizes_there(CustomImage.objects.get(title="Sun"))


@pytest.mark.django_db
def test_they_are_made_anew_for_another_part_that_matters(django_capture_on_commit_callbacks: Any) -> None:
    image = factories.CustomImageFactory()
    image.focal_point_x = image.focal_point_y = image.focal_point_width = image.focal_point_height = 4
    with django_capture_on_commit_callbacks(execute=True):
        image.save()
    key = Filter("fill-160x160|format-webp").get_cache_key(image)
    assert image.renditions.filter(filter_spec="fill-160x160|format-webp", focal_point_key=key).exists()


@pytest.mark.django_db
def test_a_picture_of_the_library_gets_the_sizes_of_easy_read() -> None:
    image = factories.CustomImageFactory(collection=library())
    make_renditions(image=image, today=timezone.localdate())
    assert sizes_there(image) == set(OF_THE_LIBRARY)


@pytest.mark.django_db
def test_a_page_then_finds_all_that_it_shows(home: Any) -> None:
    image = factories.CustomImageFactory()
    page = factories.InformationPageFactory(parent=home, picture=image)
    make_renditions(image=image, today=timezone.localdate())
    before = sizes_there(image)
    html = Client().get(page.get_url()).content.decode()
    assert html.count("/media/images/") >= 4
    assert sizes_there(image) == before


@pytest.mark.django_db
def test_what_is_there_is_not_made_again_and_costs_few_queries() -> None:
    image = factories.CustomImageFactory()
    assert make_renditions(image=image, today=timezone.localdate()) == len(OF_PAGES)
    image = CustomImage.objects.get()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert make_renditions(image=image, today=timezone.localdate()) == 0
    assert len(asked) <= 3


# --- People -----------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_none_are_made_of_somebody_without_consent_and_all_once_there_is_one(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        image = factories.CustomImageFactory(shows_people=True)
    assert sizes_there(image) == set()
    assert make_renditions(image=image, today=timezone.localdate()) == 0
    with django_capture_on_commit_callbacks(execute=True):
        image.consent = factories.ConsentFactory(ends_on=timezone.localdate() + DAY)
        image.save()
    assert sizes_there(image) == set(OF_PAGES)


@pytest.mark.django_db
def test_all_are_made_when_a_consent_comes_to_cover_pictures(django_capture_on_commit_callbacks: Any) -> None:
    consent = factories.ConsentFactory(ends_on=timezone.localdate() + DAY, agrees_to_picture=False, agrees_to_words=True)
    image = factories.CustomImageFactory(shows_people=True, consent=consent)
    consent.agrees_to_picture = True
    with django_capture_on_commit_callbacks(execute=True):
        consent.save()
    assert sizes_there(image) == set(OF_PAGES)


@pytest.mark.django_db
def test_a_consent_taken_back_while_they_are_drawn_leaves_none(monkeypatch: pytest.MonkeyPatch) -> None:
    today = timezone.localdate()
    consent = factories.ConsentFactory(ends_on=today + DAY)
    image = factories.CustomImageFactory(shows_people=True, consent=consent)
    _in_the_middle(monkeypatch, lambda: take_back(consent=consent, on=today, note="", user=None, today=today))
    assert make_renditions(image=image, today=today) == 0
    assert sizes_there(image) == set()
    assert list((Path(settings.MEDIA_ROOT) / "images").glob("*")) == []


@pytest.mark.django_db
def test_another_file_that_comes_while_they_are_drawn_gets_none_of_the_old_one(monkeypatch: pytest.MonkeyPatch) -> None:
    image = factories.CustomImageFactory()
    _in_the_middle(monkeypatch, lambda: CustomImage.objects.update(file="original_images/another.png"))
    assert make_renditions(image=image, today=timezone.localdate()) == 0
    assert sizes_there(image) == set()


def _in_the_middle(monkeypatch: pytest.MonkeyPatch, act: Callable[[], Any]) -> None:
    """Something happens between the drawing of the copies and their storing."""
    looks = renditions._is_as_it_was
    monkeypatch.setattr(renditions, "_is_as_it_was", lambda *what: (act(), looks(*what))[1])


# --- Pictures of before -----------------------------------------------------------------------------


@pytest.mark.django_db
def test_the_command_makes_those_of_old_pictures_once_and_passes_over_one_that_is_broken() -> None:
    good, broken = factories.CustomImageFactory(), factories.CustomImageFactory()
    broken.file.storage.delete(broken.file.name)
    said, complained = StringIO(), StringIO()
    call_command("make_renditions", stdout=said, stderr=complained)
    call_command("make_renditions", stdout=said, stderr=complained)
    assert said.getvalue().splitlines() == [
        f"Made {len(OF_PAGES)} copies. Pictures that lacked some: 1.",
        "All copies are there.",
    ]
    assert f"Picture {broken.pk} could not be read" in complained.getvalue()
    assert sizes_there(good) == set(OF_PAGES)
