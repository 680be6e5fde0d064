"""The shape of the code: relations and imports run down, one vocabulary of module names, rooms of a readable size."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
# From the top down, as in pyproject.toml.
APPS = [
    ("home",),
    ("blog", "youth"),
    ("booklet",),
    ("guide", "shortlist", "upkeep", "whatson"),
    ("directory",),
    ("seal", "easyread"),
    ("alerts", "accessibility"),
    ("contact", "search", "events", "places", "pageviews"),
    ("navigation",),
    ("languages",),
    ("pages",),
    ("readability",),
    ("blocks",),
    ("plainlanguage",),
    ("media",),
    ("audit",),
    ("people",),
    ("scheduling",),
]
LEVEL = {label: level for level, labels in enumerate(APPS) for label in labels}
# Inside an app, from the top down: a module imports only from lower rows of its own app.
MODULES = [
    {"apps"},
    {
        "wagtail_hooks",
        "signal_handlers",
        "management",
        "checks",
        "jobs",
        "personal_data",
        "context_processors",
        "middleware",
        "storage",
    },
    {"urls", "admin_urls"},
    {
        "views",
        "adapters",
        "viewsets",
        "feeds",
        "sitemaps",
        "templatetags",
        "panels",
        "reports",
        "rich_text",
        "listing",
        "choosing",
        "writing",
        "voices",
    },
    {"reporting", "newsworthy"},
    {"finding", "readiness"},
    {"locating", "cards"},
    {"forms", "asking_forms", "demo"},
    {"filters", "naming"},
    {
        "services",
        "library",
        "publishing",
        "index",
        "searchable",
        "seeding",
        "frame",
        "keeping",
        "caching",
        "purging",
        "limits",
        "measuring",
        "explaining",
        "posting",
        "listening",
    },
    {"models"},
    {"blocks", "streams"},
    {"content", "media", "easyread", "words"},  # of the app of blocks
    {"base", "addresses"},
    {"querysets", "backends", "admin_search", "registry", "contexts", "doubles", "archives", "bucket", "dumps", "dictionary"},
    {"reach", "completeness"},
    {"checking"},
    {"phrases", "passive", "jargon"},
    {"marking"},
    {"validators"},
    {"rules", "choices", "charts", "roles", "facets", "stems", "spelling", "ranking", "asking", "likeness", "personal", "word"},
]
ROW = {name: row for row, names in enumerate(MODULES) for name in names}
LONGEST_FILE = 300
QUERYING = re.compile(r"(?<!forloop)\.(all|specific|count|get_children|get_parent|get_ancestors|first|exists)\b(?![_-])")


def app_folders() -> list[Path]:
    return [
        Path(config.path)
        for config in apps.get_app_configs()
        if Path(config.path).is_relative_to(ROOT) and ".venv" not in config.path
    ]


def source_files() -> list[Path]:
    return [
        file
        for folder in app_folders()
        for file in folder.rglob("*.py")
        if "migrations" not in file.parts and file.name != "__init__.py"
    ]


def module_of(file: Path, app: Path) -> str:
    return file.relative_to(app).parts[0].removesuffix(".py")


def own_imports(file: Path, app: Path) -> Iterator[str]:
    """The top modules of its own app that a file imports, at its top or inside its functions."""
    package = ".".join(app.relative_to(ROOT).parts)
    here = file.relative_to(app).parts
    for node in ast.walk(ast.parse(file.read_text())):
        if not isinstance(node, ast.ImportFrom):
            continue
        if node.level:
            base = here[: len(here) - node.level]
            if len(here) < node.level:
                continue
            names = (
                [".".join([*base, *(node.module or "").split(".")]).strip(".")]
                if node.module
                else [".".join([*base, alias.name]) for alias in node.names]
            )
            yield from (name.split(".")[0] for name in names)
        elif node.module and node.module.startswith(f"{package}."):
            yield node.module.removeprefix(f"{package}.").split(".")[0]


def test_every_app_of_ours_has_its_place_in_the_order() -> None:
    assert {config.label for config in apps.get_app_configs() if Path(config.path) in app_folders()} == set(LEVEL)


def test_relations_between_models_run_down() -> None:
    upward = []
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if field.is_relation and not field.auto_created and field.related_model and not isinstance(field.related_model, str):
                here, there = model._meta.app_label, field.related_model._meta.app_label
                if here in LEVEL and there in LEVEL and here != there and LEVEL[there] <= LEVEL[here]:
                    upward.append(f"{model.__name__}.{field.name} points at {field.related_model.__name__}")
    assert upward == []


@pytest.mark.parametrize("app", app_folders(), ids=lambda app: app.name)
def test_modules_have_names_of_the_one_vocabulary(app: Path) -> None:
    names = {module_of(file, app) for file in app.rglob("*.py") if "migrations" not in file.parts and file.name != "__init__.py"}
    assert names - set(ROW) == set()


@pytest.mark.parametrize("app", app_folders(), ids=lambda app: app.name)
def test_modules_import_only_from_lower_rows_of_their_own_app(app: Path) -> None:
    upward = []
    for file in app.rglob("*.py"):
        here = module_of(file, app)
        if "migrations" in file.parts or here not in ROW:
            continue
        upward += [
            f"{file.relative_to(ROOT)} imports {there}"
            for there in own_imports(file, app)
            if there in ROW and there != here and ROW[there] < ROW[here]
        ]
    assert upward == []


def test_no_source_file_outgrows_a_room() -> None:
    too_long = {
        str(file.relative_to(ROOT)): lines
        for file in source_files()
        if (lines := len(file.read_text().splitlines())) > LONGEST_FILE
    }
    assert too_long == {}


def test_templates_ask_the_database_nothing() -> None:
    asking = []
    for file in (ROOT / "templates").rglob("*.html"):
        for number, line in enumerate(file.read_text().splitlines(), start=1):
            tags = " ".join(re.findall(r"{[{%].*?[%}]}", line))
            if found := QUERYING.search(tags):
                asking.append(f"{file.relative_to(ROOT)}:{number} uses {found.group()}")
    assert asking == []


def test_no_template_holds_a_script_a_style_or_a_handler() -> None:
    forbidden = re.compile(
        r"<style|<script(?! type=.application/(?:ld\+)?json|( type=.module.[^>]*)? src=.{% static )|\sstyle=|\son[a-z]+=",
        re.IGNORECASE,
    )
    admin = (
        "seal/admin",
        "people",
        "wagtailadmin",
        "easyread/admin",
        "alerts/email",
        "booklet/file.html",
    )  # no style sheets there
    found = [
        f"{file.relative_to(ROOT)}: {match.group()}"
        for file in (ROOT / "templates").rglob("*.html")
        if not str(file.relative_to(ROOT / "templates")).startswith(admin) and (match := forbidden.search(file.read_text()))
    ]
    assert found == []


def test_every_template_compiles() -> None:
    from django.template.loader import get_template

    for file in (ROOT / "templates").rglob("*.html"):
        get_template(str(file.relative_to(ROOT / "templates")))
