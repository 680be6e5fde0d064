"""The logs that ship hold nothing that follows the "?" of an address: it may be a postcode."""

import json
import logging
import os
import re
import shlex
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from gunicorn.config import Config
from gunicorn.glogging import Logger

from localoffer.settings.logs import JsonLines, Lines, WithoutQuestions, request_id

ROOT = Path(__file__).resolve().parents[2]
POSTCODE = "OX14"


def cleaned(message: str, *args: object) -> str:
    record = logging.LogRecord("gunicorn.error", logging.ERROR, "", 0, message, args, None)
    assert WithoutQuestions().filter(record)
    return record.getMessage()


@pytest.mark.parametrize(
    ("message", "args", "line"),
    [
        ("Error handling request %s %s", ("GET", "/find/?place=OX14+3DR"), "Error handling request GET /find/?…"),
        ("Invalid HTTP request line: 'GET /?q=OX14'", (), "Invalid HTTP request line: 'GET /?…'"),
        ("/a?OX14 and /b?OX14", (), "/a?… and /b?…"),
        ("Is it there? Yes, 100%.", (), "Is it there? Yes, 100%."),
        ("%d%% done", (5,), "5% done"),
        ("", (), ""),
        ("No mail for %s", ("ari.o-neil@mail.example.org",), "No mail for …@…"),
        ("/alerts/stop/%s/ failed", ("c2FtOjE3:1vK" + "x" * 30,), "/alerts/stop/…/ failed"),
        ("/find-a-service/riverside-saturday-club-for-everybody/", (), "/find-a-service/riverside-saturday-club-for-everybody/"),
        ("/admin/pages/123456/edit/", (), "/admin/pages/123456/edit/"),
    ],
)
def test_questions_addresses_and_keys_are_cut_and_nothing_else(message: str, args: tuple, line: str) -> None:
    assert cleaned(message, *args) == line


def failed(words: str) -> logging.LogRecord:
    try:
        raise ValueError(words)
    except ValueError:
        return logging.LogRecord("django.request", logging.ERROR, "", 0, "Internal Server Error: %s", ("/a/",), sys.exc_info())


def test_a_line_for_programs_is_one_object_with_the_request_and_no_row_that_was_refused() -> None:
    record = failed("duplicate key\nDETAIL:  Key (email)=(ari@example.org) already exists.\nasked /find/?place=OX14")
    record.status_code = 500
    token = request_id.set("abc12345")
    try:
        line = JsonLines().format(record)
    finally:
        request_id.reset(token)
    found = json.loads(line)
    assert "\n" not in line
    assert (found["level"], found["logger"], found["status"]) == ("ERROR", "django.request", 500)
    assert (found["message"], found["request_id"]) == ("Internal Server Error: /a/", "abc12345")
    assert datetime.fromisoformat(found["time"]).tzinfo
    said = found["error"].rsplit("ValueError: ", 1)[1]  # above stand the lines of the code
    assert said.startswith("duplicate key")
    assert not re.search(r"ari|OX14|Key", said)


def test_outside_of_a_request_a_line_names_none() -> None:
    record = logging.LogRecord("localoffer", logging.INFO, "", 0, "Began", (), None)
    assert set(json.loads(JsonLines().format(record))) == {"time", "level", "logger", "message"}
    assert Lines().format(record).endswith("INFO localoffer: Began")


def test_a_line_for_people_has_the_request_in_brackets_and_no_address_of_anybody() -> None:
    token = request_id.set("abc12345")
    try:
        line = Lines().format(failed("for ari@example.org"))
    finally:
        request_id.reset(token)
    assert "ERROR django.request: [abc12345] Internal Server Error: /a/" in line
    assert "ValueError: for …@…" in line


def test_gunicorn_in_production_logs_no_query_of_a_request_that_failed(tmp_path: Path) -> None:
    """As in a worker: gunicorn's logger is there first, then Django's settings are read."""
    code = (
        "from gunicorn.config import Config; from gunicorn.glogging import Logger; log = Logger(Config());"
        "import django; django.setup();"
        "log.error('Error handling request %s', '/find/?place=OX14+3DR'); log.warning('Worker was sent a signal')"
    )
    environment = {
        "PATH": os.environ["PATH"],
        "DJANGO_SETTINGS_MODULE": "localoffer.settings.production",
        "SECRET_KEY": "k" * 50,
        "SITE_URL": "https://localoffer.example.org",
        "DATA_DIR": str(tmp_path),
    }
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    said = run.stdout + run.stderr
    assert said.count("Error handling request /find/?…") == 1
    assert "Worker was sent a signal" in said
    assert POSTCODE not in said


def test_an_access_log_of_the_shipped_service_has_the_path_and_no_query() -> None:
    unit = (ROOT / "deploy" / "localoffer.service").read_text().replace("\\\n", " ")
    command = shlex.split(re.search(r"^ExecStart=(.*)$", unit, re.MULTILINE)[1].replace("%%", "%"))
    assert not {"--access-logfile", "--accesslog"} & set(command)
    form = command[command.index("--access-logformat") + 1]
    environ = {
        "REQUEST_METHOD": "GET",
        "RAW_URI": "/find/?place=OX14",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "PATH_INFO": "/find/",
        "QUERY_STRING": "place=OX14",
        "HTTP_REFERER": "https://localoffer.example.org/?place=OX14",
        "REMOTE_ADDR": "192.0.2.7",
    }
    response = SimpleNamespace(status="200 OK", headers=[("Location", "/?place=OX14")], sent=5)
    request = SimpleNamespace(headers=[("Referer", "/?place=OX14")])
    line = form % Logger(Config()).atoms(response, request, environ, timedelta(milliseconds=7))
    assert "GET /find/ 200 7ms" in line
    assert POSTCODE not in line
    assert "192.0.2.7" not in line


def test_nginx_logs_no_query() -> None:
    text = "\n".join(
        line for line in (ROOT / "deploy" / "nginx.conf").read_text().splitlines() if not line.strip().startswith("#")
    )
    assert re.findall(r"access_log\s+([^;]+);", text) == ["off"]
    assert re.search(r"error_log\s+\S+\s+crit;", text)
    [form] = re.findall(r"log_format\s+\w+\s+'([^']*)'", text)
    assert set(re.findall(r"\$\w+", form)) == {"$time_iso8601", "$request_method", "$uri", "$status", "$request_time"}


def test_the_demonstration_keeps_no_access_log() -> None:
    assert "--access-logfile" not in (ROOT / "home" / "management" / "commands" / "run_demo.py").read_text()
