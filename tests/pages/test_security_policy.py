"""What browsers may run: only files of the site itself, on public pages and in the admin alike."""

import base64
import re
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import wagtail
import wagtail_localize
import wagtailmedia
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from django.urls import reverse
from wagtail.admin import widgets
from wagtail.admin.panels import InlinePanel, MultipleChooserPanel
from wagtail.contrib.search_promotions.models import Query
from wagtail.models import get_page_models

from localoffer.pages.wagtail_hooks import render_chooser

ROOT = Path(settings.BASE_DIR)
WRITTEN = re.compile(r"<script(?![^>]*\b(?:src=|type=[\"'](?:application/json|text/(?!javascript)))[^>]*>)[^>]*>")
EVENT = re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']|javascript:", re.IGNORECASE)
OVERRIDDEN = {
    "wagtailadmin/panels/inline_panel.html",
    "wagtailadmin/widgets/date_input.html",
    "wagtailadmin/widgets/datetime_input.html",
    "wagtailadmin/widgets/time_input.html",
}
BY_HASH = {
    "wagtail_localize/admin/edit_translation.html",
    "wagtail_localize/admin/submit_translation.html",
    "wagtailmedia/media/add.html",
    "wagtailsearchpromotions/add.html",
    "wagtailsearchpromotions/edit.html",
}
NOT_USED = {"wagtailadmin/panels/multiple_chooser_panel.html"}  # a test below says so


def directives(answer: Any) -> dict[str, list[str]]:
    return {name: rest for name, *rest in (part.split() for part in answer["Content-Security-Policy"].split(";"))}


def written_in(answer: Any) -> list[str]:
    """The scripts that are written into a page, and are not data."""
    found = BeautifulSoup(answer.content, "html5lib").find_all("script")
    return [script.string or "" for script in found if not script.get("src") and "json" not in script.get("type", "")]


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(script.encode()).digest()).decode()}'"


def templates_of(*packages: Any) -> dict[str, str]:
    folders = [folder for package in packages for folder in Path(package.__file__).parent.rglob("templates")]
    files = [(folder, file) for folder in folders for file in folder.rglob("*.html") if "test" not in folder.parts[-3:-1]]
    return {file.relative_to(folder).as_posix(): file.read_text() for folder, file in files}


@pytest.fixture
def boss(person: Any, client: Client) -> Client:
    client.force_login(person(email="boss@example.org", is_superuser=True))
    return client


def test_no_page_may_run_what_is_written_into_it(home: Any, boss: Client) -> None:
    for address in (home.url, "/admin/", f"/admin/pages/{home.pk}/edit/", "/account/login/", "/nothing-here/"):
        allowed = directives(boss.get(address))
        assert {"'unsafe-inline'", "'unsafe-eval'", "*", "data:", "https:"}.isdisjoint(allowed["script-src"]), address
        assert allowed["script-src"][0] == "'self'"
        assert (allowed["object-src"], allowed["base-uri"], allowed["default-src"]) == (["'none'"], ["'none'"], ["'self'"])


def test_the_hashes_of_the_admin_do_not_count_on_public_pages(home: Any, client: Client) -> None:
    for address in (home.url, "/account/login/"):
        allowed = directives(client.get(address))
        assert (allowed["script-src"], allowed["style-src"]) == (["'self'"], ["'self'"])


def test_upstream_writes_scripts_into_no_other_templates_than_those_we_know() -> None:
    found = templates_of(wagtail, wagtail_localize, wagtailmedia)
    assert len(found) > 300
    used = {name for name, text in found.items() if WRITTEN.search(text) or EVENT.search(text)}
    used = {name for name in used if not name.startswith("wagtailstyleguide/")}
    assert used == OVERRIDDEN | BY_HASH | NOT_USED


def test_ours_write_none() -> None:
    files = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "localoffer").rglob("templates/**/*.html")]
    assert len(files) > 200
    assert [str(file) for file in files if WRITTEN.search(file.read_text()) or EVENT.search(file.read_text())] == []


def test_each_script_that_is_allowed_by_its_hash_is_written_into_its_page_and_no_other(home: Any, boss: Client) -> None:
    query = Query.get("speech")
    addresses = [
        reverse("wagtailmedia:add", args=["audio"]),
        reverse("wagtailsearchpromotions:add"),
        reverse("wagtailsearchpromotions:edit", args=[query.pk]),
        reverse("wagtail_localize:submit_page_translation", args=[home.pk]),
    ]
    written = [script for address in addresses for script in written_in(boss.get(address))]
    written += written_in_the_editor_of_a_translation()
    assert {hash_of(script) for script in written} == set(settings.SCRIPTS_IN_ADMIN_PAGES)


def written_in_the_editor_of_a_translation() -> list[str]:
    """Its template asks for a whole translation; what it writes rests on three addresses only."""
    text = templates_of(wagtail_localize)["wagtail_localize/admin/edit_translation.html"]
    [script] = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    return [re.sub(r'{% url "([^"]+)" %}', lambda found: reverse(found[1]), script)]


def test_what_a_chooser_starts_stands_in_the_page_as_data(db: None) -> None:
    made = [widgets.AdminPageChooser(), *(kind() for kind in choosers() if kind is not widgets.AdminPageChooser)]
    assert len(made) > 5
    for chooser in made:
        html = chooser.render("organisation", None, {"id": "id_x-0-organisation"})
        assert "<script" not in html, chooser
        assert "&quot;id_x-0-organisation&quot;" in html


def choosers() -> list[Any]:
    """The choosers that Wagtail's own apps and ours make, each with a model of its own."""
    found, left = [], [widgets.BaseChooser]
    while left:
        below = left.pop().__subclasses__()
        found += below
        left += below
    return [kind for kind in found if getattr(kind, "model", None) and not kind.__module__.startswith("tests")]


def test_a_chooser_that_starts_in_a_way_of_its_own_is_refused_with_its_script(db: None) -> None:
    class Odd(widgets.AdminPageChooser):
        def render_js_init(self, *args: Any) -> str:
            return "if (1) start();"

    with pytest.raises(ValueError, match=re.escape("Odd starts by a script that admin-start.js cannot start: if (1) start();")):
        render_chooser(Odd(), "organisation", None, {"id": "id_organisation"})


def test_no_page_has_the_panel_that_is_not_overridden() -> None:
    def panels(panel: Any) -> list[Any]:
        return [panel, *(found for child in getattr(panel, "children", []) for found in panels(child))]

    used = [panel for model in get_page_models() for panel in panels(model.get_edit_handler())]
    assert [panel for panel in used if isinstance(panel, InlinePanel)] != []
    assert [panel for panel in used if isinstance(panel, MultipleChooserPanel)] == []
