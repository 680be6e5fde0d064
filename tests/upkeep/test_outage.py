"""The database is gone or locked: a page that says who to call, soon; and all is well again by itself."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import DataError, IntegrityError, InterfaceError, OperationalError, connection
from django.test import Client
from wagtail.models import Page, Site

from localoffer.contact.models import Message
from localoffer.navigation.models import SiteDetails
from localoffer.upkeep.rules import database_is_out
from tests import factories
from tests.databases import on_the_server

PROMISED = 5  # seconds
MESSAGE = {"words": "The link is broken.", "name": "Ari", "email": "ari@example.org", "trap": ""}


@pytest.fixture
def visitor(own_database: dict[str, Any]) -> Client:
    """Of a small site whose staff named a telephone number."""
    home = factories.HomePageFactory(parent=Page.get_first_root_node())
    site = Site.objects.create(is_default_site=True, root_page=home, hostname="localhost", port=8000)
    SiteDetails.objects.create(site=site, contact_name="SENDIASS (example)", contact_phone="01632 960100", contact_hours="9 to 5")
    client = Client(raise_request_exception=False)
    assert client.get("/contact/").status_code == 200
    return client


def refused_soon(ask: Any) -> None:
    began = time.monotonic()
    answer = ask()
    took = time.monotonic() - began
    assert answer.status_code == 503
    assert took < PROMISED
    assert answer["Retry-After"] == "30"
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    page = BeautifulSoup(answer.content, "html5lib")
    assert page.h1.get_text() == "We cannot show this page just now"
    numbers = [link["href"] for link in page.select("main a[href^='tel:']")]
    assert numbers[:2] == ["tel:01632960100", "tel:999"]
    assert "9 to 5" in page.main.get_text()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="This locks a file of SQLite; below, PostgreSQL goes away.")
def test_a_locked_file_stops_no_reader_refuses_writers_soon_and_is_well_again(
    visitor: Client, own_database: dict[str, Any]
) -> None:
    with closing(sqlite3.connect(own_database["NAME"], isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert visitor.get("/").status_code == 200
        refused_soon(lambda: visitor.post("/contact/", MESSAGE))
        other.execute("ROLLBACK")
        assert not Message.objects.exists()
    assert visitor.post("/contact/", MESSAGE).status_code == 303
    assert Message.objects.count() == 1


@pytest.mark.skipif(connection.vendor != "sqlite", reason="This moves a file of SQLite away.")
def test_a_file_that_is_gone_refuses_at_once_and_is_well_when_it_is_back(visitor: Client, own_database: dict[str, Any]) -> None:
    connection.close()
    file = Path(own_database["NAME"])
    away = file.rename(file.with_name("away"))
    file.mkdir()
    refused_soon(lambda: visitor.get("/"))
    file.rmdir()
    away.rename(file)
    assert visitor.get("/").status_code == 200


@pytest.mark.skipif(connection.vendor != "postgresql", reason="This shuts a PostgreSQL out.")
def test_a_server_that_throws_us_out_is_used_again_when_it_lets_us_in(visitor: Client, own_database: dict[str, Any]) -> None:
    name = own_database["NAME"]
    connection.close()
    on_the_server(
        f"ALTER DATABASE {name} ALLOW_CONNECTIONS false",
        f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'",
    )
    refused_soon(lambda: visitor.get("/"))
    on_the_server(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    assert visitor.get("/").status_code == 200


def caused_by(error: Exception, name: str) -> Exception:
    error.__cause__ = sqlite3.OperationalError()
    error.__cause__.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("error", "out"),
    [
        pytest.param(OperationalError("gone"), True, id="gone"),
        pytest.param(InterfaceError("closed"), True, id="closed"),
        pytest.param(caused_by(OperationalError(), "SQLITE_BUSY"), True, id="locked"),
        pytest.param(caused_by(OperationalError(), "SQLITE_FULL"), True, id="full"),
        pytest.param(caused_by(OperationalError(), "SQLITE_ERROR"), False, id="a wrong question"),
        pytest.param(IntegrityError(), False, id="a broken rule"),
        pytest.param(DataError(), False, id="a value too long"),
        pytest.param(ValueError(), False, id="a mistake of ours"),
        pytest.param(None, False, id="nothing"),
    ],
)
def test_only_a_database_that_may_come_back_counts_as_out(error: Exception | None, out: bool) -> None:
    assert database_is_out(error) is out


def test_a_mistake_of_ours_is_no_outage(home: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def mistaken(*args: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT no_such_column FROM wagtailcore_page")

    monkeypatch.setattr("home.views.sections_below", mistaken)
    answer = Client(raise_request_exception=False).get("/")
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.content.decode()
