"""What the log may hold, and how its lines look."""

import json
import logging
import re
from contextvars import ContextVar
from datetime import UTC, datetime

from . import environment

# The id of the request that is being answered; "" outside of one.
request_id: ContextVar[str] = ContextVar("request_id", default="")

AFTER_THE_QUESTION_MARK = re.compile(r"\?[^\s'\"]+")
E_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# PostgreSQL quotes the row that it refused.
QUOTED_ROW = re.compile(r"^(\s*DETAIL:).*$", re.MULTILINE)
# Part of an address that lets in whoever has it: a link from an e-mail, a new password's.
KEY = re.compile(r"(?<=/)(?=[^/\s]*\d)[\w:.~=-]{32,}(?=[/\s'\",]|$)")


def cleaned(text: str) -> str:
    """The text without what follows the "?" of addresses, without e-mail addresses, keys and quoted rows."""
    for pattern, stands_there in ((AFTER_THE_QUESTION_MARK, "?…"), (E_MAIL, "…@…"), (QUOTED_ROW, r"\1 …"), (KEY, "…")):
        text = pattern.sub(stands_there, text)
    return text


class WithoutQuestions(logging.Filter):
    """Cleans every line: what follows the "?" of an address, for example, may be a postcode or a search.

    gunicorn, for example, writes the whole address of a request that took too long.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        clean = cleaned(message)
        if clean != message:
            record.msg, record.args = clean, None
        return True


class Lines(logging.Formatter):
    """For people: the moment, how bad, where from, the request in brackets, the message; then where it happened."""

    def __init__(self) -> None:
        super().__init__("{asctime} {levelname} {name}: {in_brackets}{message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        record.in_brackets = f"[{request_id.get()}] " if request_id.get() else ""
        return super().format(record)

    def formatException(self, ei: object) -> str:  # noqa: N802  the name that logging calls
        return cleaned(super().formatException(ei))  # type: ignore[arg-type]


class JsonLines(Lines):
    """For programs: one JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": request_id.get(),
            "status": getattr(record, "status_code", None),
            "error": self.formatException(record.exc_info) if record.exc_info else None,
        }
        return json.dumps({name: value for name, value in line.items() if value not in ("", None)}, ensure_ascii=False)


# Addresses of visitors and what they searched for stay out of the log.
LOG_FORMAT = environment.one_of("LOG_FORMAT", ("plain", "json"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"()": "localoffer.settings.logs.Lines"},
        "json": {"()": "localoffer.settings.logs.JsonLines"},
    },
    "filters": {"without_questions": {"()": "localoffer.settings.logs.WithoutQuestions"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT, "filters": ["without_questions"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"handlers": [], "propagate": False},  # anybody can fill the log with these
        "wagtail": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        "modelsearch": {"level": "WARNING"},
        "gunicorn.error": {"handlers": [], "propagate": True},  # in place of its own handler, which has no filter
    },
}
