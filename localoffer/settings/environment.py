"""Settings from the environment, refused in plain words when missing or wrong.

Every function takes the setting's name and an example of a good value, and raises
``ImproperlyConfigured`` with both, so that whoever starts the site knows what to type.
"""

import json
import os
import re
from collections.abc import Collection
from importlib.util import find_spec
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"0", "false", "no", "off", ""}
CONTACT = re.compile(r"(mailto:[^\s@]+@|https://|tel:)\S+")
CLOUDFLARE = re.compile(r"cloudflare://(?P<token>[\w.-]+)@(?P<zone>[0-9a-f]{32})", re.ASCII)


def refuse(name: str, problem: str, example: str) -> ImproperlyConfigured:
    return ImproperlyConfigured(f"The setting {name} {problem}. Set it in the environment, for example: {name}={example}")


def text(name: str, example: str, default: str | None = None) -> str:
    """The setting as text; without a default it must be there and not be blank."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise refuse(name, "is missing", example)
    return default


def secret(name: str, example: str, shortest: int = 50) -> str:
    """A secret of at least ``shortest`` characters."""
    value = text(name, example)
    if len(value) < shortest:
        raise refuse(name, f"has {len(value)} characters; it needs {shortest} or more", example)
    return value


def yes_or_no(name: str, default: bool) -> bool:
    value = os.environ.get(name, "yes" if default else "no").strip().lower()
    if value in TRUE_WORDS:
        return True
    if value in FALSE_WORDS:
        return False
    raise refuse(name, f"is “{value}”, which is neither yes nor no", "yes")


def number(name: str, default: int, lowest: int = 0) -> int:
    value = os.environ.get(name, "").strip()
    if not value:
        return default
    if not value.isdecimal() or int(value) < lowest:
        raise refuse(name, f"is “{value}”, not a whole number of {lowest} or more", str(default))
    return int(value)


def web_address(name: str, example: str) -> str:
    """An http(s) address without a path, such as ``https://localoffer.example.org``."""
    value = text(name, example).rstrip("/")
    if not _is_web_address(value):
        raise refuse(name, f"is “{value}”, which is not a web address without a path", example)
    return value


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        extra = parts.path or parts.query or parts.fragment or parts.username
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not extra and parts.port != 0
    except ValueError:
        return False


def one_of(name: str, allowed: tuple[str, ...]) -> str:
    """One of a few words; the first is the default."""
    value = os.environ.get(name, "").strip().lower() or allowed[0]
    if value not in allowed:
        raise refuse(name, f"is “{value}”, and may be one of: {', '.join(allowed)}", allowed[0])
    return value


def contact(name: str, example: str, default: str) -> str:
    """Where somebody can be reached, or something read, as an address that begins with ``mailto:``, ``https://`` or ``tel:``."""
    value = text(name, example, default=default)
    if not CONTACT.fullmatch(value) and value != default:
        raise refuse(name, f"is “{value}”, which does not begin with mailto:, https:// or tel:", example)
    return value


def options(name: str, example: str) -> dict[str, Any]:
    """Options by their names, written as one JSON object; none when it is not set."""
    value = os.environ.get(name, "").strip()
    try:
        found = json.loads(value) if value else {}
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise refuse(name, "is not a JSON object", example)  # its value may hold a key, so it is not said
    return found


def pairs(name: str, example: str, allowed: Collection[str]) -> dict[str, str]:
    """What is written as "group=Role, other group=Role", as a dictionary. Each role is one of ``allowed``."""
    found = {}
    for part in names(name, []):
        group, equals, role = (piece.strip() for piece in part.rpartition("="))
        if not (group and equals):
            raise refuse(name, f"has “{part}”, which is not written as group=Role", example)
        if role not in allowed:
            raise refuse(name, f"names the role “{role}”, and may name: {', '.join(allowed)}", example)
        found[group] = role
    return found


def names(name: str, default: list[str]) -> list[str]:
    """A list of names separated by commas."""
    value = os.environ.get(name, "")
    return [part.strip() for part in value.split(",") if part.strip()] or default


def redis_address(name: str, example: str) -> str:
    """The address of a Redis, ``redis://`` or (encrypted) ``rediss://``; "" when there is none."""
    value = text(name, example, default="")
    try:
        parts = urlsplit(value)
        wrong = bool(value) and (parts.scheme not in ("redis", "rediss") or not parts.hostname or parts.port == 0)
    except ValueError:
        wrong = True
    if wrong:
        raise refuse(name, "is not the address of a Redis (it may hold a password, so it is not shown)", example)
    return value


def cdn(name: str, example: str) -> dict[str, str]:
    """The CDN in front: {"address": …} of one that is told by PURGE, {"token": …, "zone": …} of Cloudflare; {} for none."""
    value = text(name, example, default="").rstrip("/")
    if found := CLOUDFLARE.fullmatch(value):
        return found.groupdict()
    if value and not _is_web_address(value):
        problem = "is neither a web address without a path nor cloudflare://TOKEN@ZONE (it may hold a token, so it is not shown)"
        raise refuse(name, problem, example)
    return {"address": value} if value else {}


def bucket(name: str, example: str) -> dict[str, str]:
    """Where uploads or backups lie in an S3-compatible store, from ``s3://key:secret@host/bucket/folder``; {} when it is not set.

    ``s3+http://`` is the same without encryption, for a store on this machine or in a network of its own.
    """
    value = text(name, example, default="")
    if not value:
        return {}
    try:
        parts = urlsplit(value)
        host = parts.netloc.rpartition("@")[2]
        where, _, folder = parts.path.strip("/").partition("/")
        wrong = parts.scheme not in ("s3", "s3+http") or not (parts.hostname and parts.username and parts.password and where)
        wrong = wrong or parts.port == 0 or bool(parts.query or parts.fragment)
    except ValueError:
        wrong = True
    if wrong:
        raise refuse(name, "is not the address of a bucket (it holds a secret, so it is not shown)", example)
    return {
        "access_key": unquote(parts.username or ""),
        "secret_key": unquote(parts.password or ""),
        "endpoint_url": f"{'https' if parts.scheme == 's3' else 'http'}://{host}",
        "bucket_name": where,
        "location": folder,
    }


def optional_package(module: str, name: str, requirements: str) -> None:
    """Raises ImproperlyConfigured when a setting asks for a package that is not installed with the others."""
    if find_spec(module) is None:
        raise ImproperlyConfigured(
            f"The setting {name} needs packages that are not installed. Install them, "
            f"then start again: .venv/bin/pip install --require-hashes -r requirements/{requirements}.txt"
        )
