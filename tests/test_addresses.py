"""The table of every public and admin address with who may see it (addresses.csv). A new address needs a row."""

import csv
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import override_settings
from django.utils import timezone
from wagtail.models import Collection, Locale, Page, Revision, Site, Task, Workflow
from wagtail.snippets.models import get_snippet_models

from blog.models import BoardTheme, Measure, NewsCategory, Promise, UsualSection
from localoffer.accessibility.models import AccessibilityProblem
from localoffer.booklet.models import Booklet
from localoffer.contact.models import Message
from localoffer.directory.models import Topic
from localoffer.media.models import CustomImage, CustomMedia
from localoffer.people.models import User
from localoffer.scheduling.models import JobRun
from localoffer.seal.models import Award
from tests.addresses import PEOPLE, addresses, lets_in, person_client
from tests.factories import ConsentFactory
from tests.home.loading import loaded_demonstration
from youth.models import Asked, WorkItem, YoungMessage

TABLE = Path(__file__).parent / "addresses.csv"
EVERYONE = "everyone"
NOT_BY_LOOKING = "(post only, or nothing there to see)"


def rows() -> dict[str, set[str]]:
    """Who is let in, by pattern: names of PEOPLE, or "everyone"."""
    with TABLE.open(newline="") as file:
        return {
            row["address"]: set(row["let in"].split(" ") if not row["let in"].startswith("(") else [])
            for row in csv.DictReader(file)
        }


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demonstration")


@pytest.fixture(autouse=True)
def media_folder(media: Path, settings: Any) -> None:
    """In place of a folder for each test: the demonstration is loaded once, with its files."""
    settings.MEDIA_ROOT = media


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any, media: Path) -> Iterator[None]:
    with override_settings(MEDIA_ROOT=media), loaded_demonstration(django_db_blocker):
        yield


@pytest.fixture
def demo(loaded: None, db: None) -> dict[str, Any]:
    """The demonstration, and an existing thing for each parameter that addresses ask for."""
    listing = Page.objects.get(slug="riverside-saturday-club", locale=Locale.get_default()).specific
    revision: Revision = listing.save_revision()
    consent = ConsentFactory()
    JobRun.objects.create(name="beat", started_at=timezone.now(), finished_at=timezone.now())  # so that /readyz is content
    message = Message.objects.create(kind="message", words="Hello", received_at=timezone.now())
    return {
        "page_id": listing.pk,
        "parent_page_id": listing.get_parent().pk,
        "root_id": Site.objects.get().root_page_id,
        "revision_id": revision.pk,
        "revision_id_a": "live",
        "revision_id_b": "latest",
        "image_id": CustomImage.objects.first().pk,
        "collection_id": Collection.get_first_root_node().pk,
        "reference": message.reference,
        "code": Award.objects.of_listing(listing.translation_key).first().code,
        "key": listing.translation_key,
        "content_type_app_name": "directory",
        "content_type_model_name": "servicepage",
        "app_label": "directory",
        "model_name": "topic",
        "app_name": "navigation",
        "workflow_id": Workflow.objects.filter(active=True).first().pk,
        "task_id": Task.objects.first().pk,
        "pk": Topic.objects.first().pk,
        "path": "images/none.png",
        "action_type": "publish",
        "media_type": "video",
        "provider": "wagtail",
        "type": "page",
        "filename": "none.pdf",
        "token": "token",
        "uidb64": "uid",
        "by start": {
            "admin/groups/": {"pk": Group.objects.first().pk},
            "admin/users/": {"pk": User.objects.get(email="reader@example.org").pk},
            "admin/collections/": {"pk": Collection.objects.get(name="Demonstration").pk},
            "admin/sites/": {"pk": Site.objects.get().pk},
            "admin/locales/": {"pk": Locale.get_default().pk},
            "admin/workflows/": {"pk": Workflow.objects.filter(active=True).first().pk},
            "admin/workflows/tasks/": {"pk": Task.objects.first().pk},
            "admin/inbox/": {"pk": message.pk},
            "admin/consents/": {"consent_id": consent.pk},
            "admin/snippets/choose/media/consent/": {"pk": consent.pk},
            # One that may be deleted: those that may speak of danger may not.
            "admin/voices/": {"pk": YoungMessage.objects.filter(is_flagged=False).first().pk},
            "admin/asked/": {"pk": Asked.objects.first().pk},
            "admin/accessibility-problems/": {"pk": AccessibilityProblem.objects.first().pk},
            "admin/booklets/": {"pk": Booklet.objects.first().pk},
            "booklets/": {"slug": "things-to-do"},
            "admin/promises/": {"pk": Promise.objects.first().pk},
            "admin/measures/": {"pk": Measure.objects.first().pk},
            "feeds/measures/": {"slug": Measure.objects.first().slug},
            "admin/board-themes/": {"pk": BoardTheme.objects.first().pk},
            "admin/news-categories/": {"pk": NewsCategory.objects.first().pk},
            "admin/usual-sections/": {"pk": UsualSection.objects.first().pk},
            "admin/work-programme/": {"pk": WorkItem.objects.first().pk},
            "admin/settings/": {"pk": Site.objects.get().pk},
            "admin/media/": {"media_id": CustomMedia.objects.first().pk if CustomMedia.objects.exists() else 1},
            **{
                f"admin/snippets/{model._meta.app_label}/{model._meta.model_name}/": {"pk": model.objects.first().pk}
                for model in get_snippet_models()
                if model.objects.exists()
            },
        },
    }


@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")
@pytest.mark.skipif(not os.environ.get("WRITE_ADDRESSES"), reason="Only for whoever writes the table anew.")
def test_write_the_table(demo: dict[str, Any]) -> None:
    clients = {name: person_client(User.objects.get(email=f"{name}@example.org")) for name in PEOPLE}
    with TABLE.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["address", "let in"])
        for pattern, address in sorted(addresses(demo).items()):
            answers = {name: lets_in(clients[name], address.path) for name in PEOPLE}
            if lets_in(person_client(None), address.path) is not False:
                writer.writerow([pattern, EVERYONE])
            elif answers["admin"] is None:
                writer.writerow([pattern, NOT_BY_LOOKING])
            else:
                writer.writerow([pattern, " ".join(name for name in PEOPLE if answers[name])])


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    known, real = set(rows()), set(addresses({}))
    assert real - known == set(), "New addresses: say in addresses.csv who may see them."
    assert known - real == set(), "Rows without an address: take them out of addresses.csv."


def pattern_is_open(table: dict[str, set[str]], pattern: str, name: str) -> bool:
    return bool(table[pattern] & {EVERYONE, name})


# wagtail-localize's report of translations pages through an unordered list.
@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")
@pytest.mark.parametrize("name", ["nobody", *PEOPLE])
def test_each_person_is_let_in_where_the_table_says(name: str, demo: dict[str, Any]) -> None:
    client = person_client(None if name == "nobody" else User.objects.get(email=f"{name}@example.org"))
    table = rows()
    wrong = {}
    for pattern, address in addresses(demo).items():
        if pattern_is_open(table, pattern, name) is not (answer := lets_in(client, address.path)) and answer is not None:
            wrong[pattern] = f"{address.path}: let in is {answer}"
    assert wrong == {}


@pytest.mark.parametrize("name", [name for name in PEOPLE if name != "admin"])
def test_only_administrators_reach_settings_users_and_groups(name: str) -> None:
    guarded = [
        address for address in rows() if address.startswith(("admin/users/", "admin/groups/", "admin/settings/", "admin/sites/"))
    ]
    assert guarded
    assert [address for address in guarded if name in rows()[address]] == []


def test_no_admin_address_is_open_to_everyone_but_sign_in_and_its_like() -> None:
    opened = {address for address, let_in in rows().items() if address.startswith("admin/") and EVERYONE in let_in}
    allowed = ("admin/login/", "admin/password_reset/", "admin/sprite/", "admin/jsi18n/", "admin/api/")
    assert {address for address in opened if not address.startswith(allowed)} <= {"admin/logout/"}
