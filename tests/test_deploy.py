"""The example files for servers agree with the code: names, paths, programs. No engine is needed to see that."""

import ast
import json
import re
from configparser import ConfigParser
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "deploy"
UNITS = sorted(file.name for file in DEPLOY.iterdir() if file.suffix in (".service", ".timer"))
FOR_THE_SHELL = {"PATH", "PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE"}
COMMAND = re.compile(r"manage\.py[\", ]+([a-z_]+)")
NAMES = (r"^\s*#?([A-Z][A-Z_]+)[=:]", r"\$\{([A-Z_]+)", r" ([A-Z][A-Z_]+)=", r"environ\['([A-Z_]+)'")


def words_of(name: str) -> str:
    """A file of deploy/ without its comments (but settings that are commented out), and with broken lines joined."""
    lines = [line for line in (DEPLOY / name).read_text().splitlines() if not re.match(r"\s*#(?![A-Z_]+=)", line)]
    return "\n".join(lines).replace("\\\n", " ")


def names_in(name: str) -> set[str]:
    """The variables of the environment that a file sets or reads."""
    return {found for pattern in NAMES for found in re.findall(pattern, words_of(name), re.MULTILINE)} - FOR_THE_SHELL


@pytest.mark.parametrize(
    ("file", "some"),
    [
        ("Dockerfile", {"DATA_DIR", "DJANGO_SETTINGS_MODULE", "SITE_URL"}),
        ("compose.yaml", {"SECRET_KEY", "DATABASE_URL", "POSTGRES_PASSWORD", "BACKUP_FOLDER"}),
        ("compose.env.example", {"SECRET_KEY", "POSTGRES_PASSWORD", "EMAIL_HOST"}),
        ("localoffer.env.example", {"SECRET_KEY", "DATABASE_URL", "LOG_FORMAT"}),
    ],
    ids=["Dockerfile", "compose.yaml", "compose.env.example", "localoffer.env.example"],
)
def test_each_name_of_the_environment_is_in_the_documentation(file: str, some: set[str]) -> None:
    documentation = (ROOT / "docs" / "settings.md").read_text()
    names = names_in(file)
    assert some <= names
    assert {name for name in names if f"`{name}`" not in documentation} == set()


def test_compose_reads_all_that_its_example_names_and_no_secret_stands_in_either() -> None:
    assert names_in("compose.env.example") <= names_in("compose.yaml")
    for file in ("compose.env.example", "localoffer.env.example"):
        for line in words_of(file).splitlines():
            if re.match(r"#?(SECRET_KEY|\w*PASSWORD)=", line):
                assert line.endswith("="), line


def test_what_the_image_copies_is_there_and_let_in() -> None:
    let_in = {line[1:] for line in (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines() if line.startswith("!")}
    copies = re.findall(r"^COPY (?!--from)(.+)$", words_of("Dockerfile"), re.MULTILINE)
    copied = {source for line in copies for source in line.split()[:-1]}
    assert copied == let_in
    assert [source for source in copied if not (ROOT / source).exists()] == []


def test_every_app_of_the_code_is_in_the_image() -> None:
    paths = [Path(config.path) for config in apps.get_app_configs()]
    folders = {path.relative_to(ROOT).parts[0] for path in paths if path.is_relative_to(ROOT)} - {".venv"}
    assert folders
    assert [folder for folder in folders if f"COPY {folder} " not in words_of("Dockerfile")] == []


def test_the_image_runs_as_nobody_in_particular_with_all_that_changes_in_one_place() -> None:
    last_stage = words_of("Dockerfile").rsplit("FROM ", 1)[1]
    assert re.findall(r"^USER (.+)$", last_stage, re.MULTILINE) == ["localoffer"]
    assert last_stage.index("USER ") < last_stage.index('CMD ["gunicorn')
    assert re.findall(r"^VOLUME (.+)$", last_stage, re.MULTILINE) == ["/srv/localoffer"]
    assert "read_only: true" in words_of("compose.yaml")
    assert "127.0.0.1:8000:8000" in words_of("compose.yaml")


def test_what_the_image_runs_can_be_read() -> None:
    arrays = [json.loads(array) for array in re.findall(r"CMD (\[.*\])$", words_of("Dockerfile"), re.MULTILINE)]
    assert [array[0] for array in arrays] == ["python", "gunicorn"]
    ast.parse(arrays[0][-1])


def test_the_programs_in_the_image_are_as_new_as_the_database() -> None:
    [server] = re.findall(r"image: postgres:(\d+)", words_of("compose.yaml"))
    assert f"postgresql-client-{server} " in words_of("Dockerfile")


@pytest.mark.parametrize("file", ["Dockerfile", "localoffer.service"])
def test_each_worker_is_a_process_with_one_thread(file: str) -> None:
    assert "--workers" in words_of(file)
    assert "--threads" not in words_of(file)


@pytest.mark.parametrize("file", ["compose.yaml", *UNITS])
def test_each_command_that_is_run_is_one_of_ours_or_of_django(file: str) -> None:
    assert set(COMMAND.findall(words_of(file))) <= set(get_commands())


def test_the_site_its_scheduled_work_and_backups_are_all_run() -> None:
    run = {command for file in ["compose.yaml", *UNITS] for command in COMMAND.findall(words_of(file))}
    assert {"run_scheduled", "backup", "migrate", "setup_roles", "collectstatic"} <= run


def test_the_nightly_backup_goes_where_the_environment_says_and_may_write_there() -> None:
    unit, environment = words_of("localoffer-backup.service"), words_of("localoffer.env.example")
    assert "manage.py backup --keep" in unit
    assert "--to" not in unit
    [writable] = re.findall(r"^ReadWritePaths=(.+)$", unit, re.MULTILINE)
    folders = [re.findall(rf"^{name}=(.+)$", environment, re.MULTILINE)[0] for name in ("DATA_DIR", "BACKUP_DIR")]
    assert writable.split() == [folders[0], f"-{folders[1]}"], "with a bucket, the second need not be there"


@pytest.mark.parametrize("name", UNITS)
def test_each_unit_can_be_read_and_each_timer_has_its_service(name: str) -> None:
    unit = ConfigParser(interpolation=None, strict=True)
    unit.optionxform = str
    unit.read_string(words_of(name))
    assert unit["Unit"]["Description"].startswith("Local Offer")
    if name.endswith(".timer"):
        assert name.replace(".timer", ".service") in UNITS
        assert unit["Install"]["WantedBy"] == "timers.target"
        assert unit["Timer"]["OnCalendar"]
    else:
        service = unit["Service"]
        assert (service["User"], service["NoNewPrivileges"], service["ProtectSystem"]) == ("localoffer", "yes", "strict")
        assert service["ExecStart"].startswith("/opt/localoffer/.venv/bin/")


@pytest.mark.parametrize("file", ["nginx.conf", "Caddyfile"])
def test_each_server_in_front_closes_its_brackets_and_falls_back_to_the_page_that_needs_nothing(file: str) -> None:
    words = re.sub(r"'[^']*'", "", words_of(file))
    assert words.count("{") == words.count("}")
    assert "down.html" in words
    assert re.search("x-request-id", words, re.IGNORECASE)
    assert "127.0.0.1:8000" in words
