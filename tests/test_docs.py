"""The documentation promises to be whole: whatever the code adds must be in it."""

import re
from pathlib import Path

import pytest
from wagtail.models import get_page_models

from home.demo.frame import PEOPLE
from localoffer.blocks.checks import offered_blocks
from localoffer.pages.models import BasePage
from localoffer.people.roles import ROLES, WORKFLOWS

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
READ_FROM_ENVIRONMENT = re.compile(
    r"""environment\.\w+\(\s*["']([A-Z_]+)["']|environ(?:\.get|\.setdefault)?[\[(]\s*["']([A-Z_]+)["']"""
)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
MADE_BY_A_COMMAND = "screenshots/"


def words_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def lines_of(name: str) -> list[str]:
    return words_of(name).splitlines()


def settings_read() -> set[str]:
    files = [*(ROOT / "localoffer" / "settings").glob("*.py"), ROOT / "home" / "demo" / "frame.py"]
    return {name for file in files for found in READ_FROM_ENVIRONMENT.findall(file.read_text()) for name in found if name}


def make_targets() -> list[str]:
    """The commands that `make help` lists: those with "##" behind them."""
    return re.findall(r"^([a-z-]+):.*## ", words_of("Makefile"), re.MULTILINE)


def documents() -> list[Path]:
    return [ROOT / "README.md", ROOT / "SECURITY.md", *sorted(DOCS.rglob("*.md"))]


def test_the_settings_are_found_in_the_code() -> None:
    assert {"SECRET_KEY", "SITE_URL", "EMAIL_FROM", "HOST", "DEMO_PASSWORD"} <= settings_read()


@pytest.mark.parametrize("name", sorted(settings_read()))
def test_each_setting_of_the_environment_has_its_row(name: str) -> None:
    assert [line for line in lines_of("docs/settings.md") if line.startswith(f"| `{name}` |")], name


def test_each_page_type_has_its_heading() -> None:
    types = [model for model in get_page_models() if issubclass(model, BasePage)]
    headings = {line.removeprefix("### ").lower() for line in lines_of("docs/pages.md") if line.startswith("### ")}
    assert {str(model._meta.verbose_name).lower() for model in types} == headings


def test_each_block_has_its_row_with_the_words_that_editors_see() -> None:
    rows = {line.split("|")[1].strip() for line in lines_of("docs/pages.md") if line.startswith("| ")} - {"Block"}
    assert {str(block.label) for block in offered_blocks()} == rows


def test_each_role_has_its_heading_and_its_row() -> None:
    lines = lines_of("docs/roles.md")
    for role in ROLES:
        assert f"## {role.name}" in lines
        assert [line for line in lines if line.startswith(f"| {role.name} |")], role.name


def test_each_workflow_is_described_with_its_approvers() -> None:
    section = words_of("docs/roles.md").split("## Workflow", 1)[1]
    for workflow in WORKFLOWS:
        assert f"**{workflow.name}**" in section
        assert workflow.approver.name in section


@pytest.mark.parametrize("target", make_targets())
def test_the_readme_says_what_each_command_does(target: str) -> None:
    assert [line for line in lines_of("README.md") if line.startswith(f"| `make {target}` |")], target


@pytest.mark.parametrize(("name", "role"), [(name, role) for name, _, role in PEOPLE])
def test_the_readme_has_each_demonstration_account_with_its_role(name: str, role: object) -> None:
    assert f"| `{name}@example.org` | {role.name} |" in lines_of("README.md")


def test_each_package_that_we_ask_for_is_said_to_earn_something() -> None:
    decision = words_of("docs/decisions/0008-dependencies.md").lower()
    for file in ("site.in", "develop.in"):
        for line in lines_of(f"requirements/{file}"):
            if found := re.match(r"[A-Za-z][\w-]*", line):
                assert f"`{found[0].lower()}`" in decision, found[0]


def test_the_decisions_are_numbered_without_a_gap_and_listed() -> None:
    files = sorted(file.name for file in (DOCS / "decisions").glob("0*.md"))
    assert [int(name[:4]) for name in files] == list(range(1, len(files) + 1))
    listed = words_of("docs/decisions/README.md")
    assert [name for name in files if f"({name})" not in listed] == []


@pytest.mark.parametrize("document", documents(), ids=lambda file: str(file.relative_to(ROOT)))
def test_links_to_files_lead_somewhere(document: Path) -> None:
    links = [link for link in LINK.findall(document.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if MADE_BY_A_COMMAND not in link and not (document.parent / link).exists()] == []


def test_each_test_that_the_page_on_security_names_is_there() -> None:
    written = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
    named = re.findall(r"`(test_\w+)`", words_of("docs/security.md"))
    assert len(named) > 15
    assert [name for name in named if f"def {name}(" not in written] == []
    assert [
        file for file in re.findall(r"`(tests/[\w/]+\.py)`", words_of("docs/security.md")) if not (ROOT / file).exists()
    ] == []
