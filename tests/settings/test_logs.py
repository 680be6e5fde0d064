"""The logs that ship hold nothing that follows the "?" of an address: it may be a postcode."""

import logging
import os
import re
import shlex
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from gunicorn.config import Config
from gunicorn.glogging import Logger

from localoffer.settings.logs import WithoutQuestions

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
    ],
)
def test_what_follows_the_question_mark_is_cut_and_nothing_else(message: str, args: tuple, line: str) -> None:
    assert cleaned(message, *args) == line


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
