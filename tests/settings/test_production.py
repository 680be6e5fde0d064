"""Production starts with the right settings, and refuses wrong ones in plain words."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHOW = "import json, localoffer.settings.production as s; print(json.dumps({name: getattr(s, name) for name in %r}, default=str))"


def start(tmp_path: Path, shown: tuple[str, ...] = (), **changes: str | None) -> subprocess.CompletedProcess:
    """Reads the settings in a process of its own, which knows nothing but these."""
    good: dict[str, str | None] = {
        "SECRET_KEY": "k" * 50,
        "SITE_URL": "https://localoffer.example.org",
        "DATA_DIR": str(tmp_path / "data"),
    }
    environment = {name: value for name, value in (good | changes).items() if value is not None}
    code = SHOW % (shown,) if shown else "import localoffer.settings.production"
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def values(tmp_path: Path, *names: str, **changes: str | None) -> dict:
    run = start(tmp_path, names, **changes)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def test_two_settings_are_enough(tmp_path: Path) -> None:
    assert start(tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("changes", "name", "example"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY", "openssl rand"),
        ({"SECRET_KEY": "  "}, "SECRET_KEY", "openssl rand"),
        ({"SECRET_KEY": "k" * 49}, "SECRET_KEY", "openssl rand"),
        ({"SITE_URL": None}, "SITE_URL", "SITE_URL=https://localoffer.example.org"),
        ({"SITE_URL": "localoffer.example.org"}, "SITE_URL", "SITE_URL=https://localoffer.example.org"),
        ({"SITE_URL": "https://"}, "SITE_URL", "SITE_URL=https://localoffer.example.org"),
        ({"SITE_URL": "https://localoffer.example.org/send"}, "SITE_URL", "SITE_URL=https://localoffer.example.org"),
        ({"SITE_URL": "https://localoffer.example.org?a=b"}, "SITE_URL", "SITE_URL=https://localoffer.example.org"),
        ({"SITE_URL": "https://localoffer.example.org:port"}, "SITE_URL", "SITE_URL=https://localoffer.example.org"),
        ({"SITE_URL": "ftp://localoffer.example.org"}, "SITE_URL", "SITE_URL=https://localoffer.example.org"),
        ({"SITE_URL": "http://localoffer.example.org"}, "SITE_URL", "SITE_URL=https://localoffer.example.org"),
        ({"DATABASE_URL": "nonsense"}, "DATABASE_URL", "DATABASE_URL=postgres://user:password@host/name"),
        ({"DATABASE_URL": "oracle8://host/name"}, "DATABASE_URL", "DATABASE_URL=postgres://user:password@host/name"),
        ({"DATABASE_URL": "postgres://host:port/name"}, "DATABASE_URL", "DATABASE_URL=postgres://user:password@host/name"),
        ({"DATA_DIR": "/dev/null/data"}, "DATA_DIR", "DATA_DIR=/srv/localoffer"),
        ({"TRUSTED_PROXIES": "one"}, "TRUSTED_PROXIES", "TRUSTED_PROXIES="),
        ({"TRUSTED_PROXIES": "-1"}, "TRUSTED_PROXIES", "TRUSTED_PROXIES="),
        ({"EMAIL_PORT": "0"}, "EMAIL_PORT", "EMAIL_PORT=25"),
        ({"EMAIL_PORT": "²"}, "EMAIL_PORT", "EMAIL_PORT=25"),
        ({"EMAIL_TLS": "perhaps"}, "EMAIL_TLS", "EMAIL_TLS=yes"),
        ({"PAGE_CACHE": "perhaps"}, "PAGE_CACHE", "PAGE_CACHE=yes"),
        ({"CACHE_URL": "localhost:6379"}, "CACHE_URL", "CACHE_URL=redis://localhost:6379/0"),
        ({"CACHE_URL": "redis://"}, "CACHE_URL", "CACHE_URL=redis://localhost:6379/0"),
        ({"PAGE_VIEWS": "perhaps"}, "PAGE_VIEWS", "PAGE_VIEWS=yes"),
        ({"MEDIA_URL": "https://host/bucket"}, "MEDIA_URL", "MEDIA_URL=s3://key:secret@s3.eu-west-2"),
        ({"MEDIA_URL": "s3://host/bucket"}, "MEDIA_URL", "MEDIA_URL=s3://key:secret@s3.eu-west-2"),
        ({"MEDIA_URL": "s3://key:secret@host"}, "MEDIA_URL", "MEDIA_URL=s3://key:secret@s3.eu-west-2"),
        ({"BACKUP_URL": "s3://key@host/bucket"}, "BACKUP_URL", "BACKUP_URL=s3://key:secret@s3.eu-west-2"),
        ({"CDN_URL": "cache.example.org"}, "CDN_URL", "CDN_URL=https://cache.example.org:6081"),
        ({"LOG_FORMAT": "xml"}, "LOG_FORMAT", "LOG_FORMAT=plain"),
        ({"LEAST_DISK_MB": "some"}, "LEAST_DISK_MB", "LEAST_DISK_MB=500"),
        ({"SECURITY_CONTACT": "a@example.org"}, "SECURITY_CONTACT", "SECURITY_CONTACT=mailto:security@example.org"),
        ({"GUIDE_URL": "javascript:alert(1)"}, "GUIDE_URL", "GUIDE_URL=https://"),
    ],
    ids=lambda value: " ".join(f"{name}={word}" for name, word in value.items()) if isinstance(value, dict) else "",
)
def test_a_missing_or_wrong_setting_is_refused_with_its_name_and_an_example(
    tmp_path: Path, changes: dict[str, str | None], name: str, example: str
) -> None:
    run = start(tmp_path, **changes)
    assert run.returncode != 0
    last = run.stderr.strip().splitlines()[-1]
    assert last.startswith("django.core.exceptions.ImproperlyConfigured: ")
    assert f"The setting {name} " in last
    assert example in last


def test_a_secret_that_is_too_short_is_not_printed(tmp_path: Path) -> None:
    assert "hush-hush" not in start(tmp_path, SECRET_KEY="hush-hush").stderr


def test_production_is_strict(tmp_path: Path) -> None:
    found = values(
        tmp_path,
        "DEBUG",
        "DEMONSTRATION",
        "ALLOWED_HOSTS",
        "SECURE_SSL_REDIRECT",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "SECURE_HSTS_SECONDS",
    )
    assert found == {
        "DEBUG": False,
        "DEMONSTRATION": False,
        "ALLOWED_HOSTS": ["localoffer.example.org"],
        "SECURE_SSL_REDIRECT": True,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
    }


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]"])
def test_on_this_machine_alone_http_is_enough(tmp_path: Path, host: str) -> None:
    found = values(tmp_path, "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", SITE_URL=f"http://{host}:8000")
    assert found == {"SECURE_SSL_REDIRECT": False, "SECURE_HSTS_SECONDS": 0}


def test_the_hosts_can_be_named(tmp_path: Path) -> None:
    found = values(tmp_path, "ALLOWED_HOSTS", ALLOWED_HOSTS="a.example.org, b.example.org,")
    assert found["ALLOWED_HOSTS"] == ["a.example.org", "b.example.org"]


def test_a_slash_at_the_end_of_the_address_does_no_harm(tmp_path: Path) -> None:
    found = values(tmp_path, "SITE_URL", SITE_URL="https://localoffer.example.org/")
    assert found["SITE_URL"] == "https://localoffer.example.org"


def test_without_a_database_address_the_data_is_kept_beside_the_files(tmp_path: Path) -> None:
    found = values(tmp_path, "DATABASES", "MEDIA_ROOT")
    assert found["DATABASES"]["default"]["NAME"] == str(tmp_path / "data" / "db.sqlite3")
    assert found["MEDIA_ROOT"] == str(tmp_path / "data" / "media")


def test_a_database_address_is_followed(tmp_path: Path) -> None:
    database = values(tmp_path, "DATABASES", DATABASE_URL="postgres://sam:pass@db.example.org/offer")["DATABASES"]["default"]
    assert (database["ENGINE"], database["HOST"], database["NAME"]) == (
        "django.db.backends.postgresql",
        "db.example.org",
        "offer",
    )


@pytest.mark.parametrize(("more", "connecting"), [("", "2"), ("?connect_timeout=9", "9")], ids=["by default", "as given"])
def test_a_page_waits_for_no_database_longer_than_it_may_and_what_the_address_says_wins(
    more: str, connecting: str, tmp_path: Path
) -> None:
    postgres = values(tmp_path, "DATABASES", DATABASE_URL=f"postgres://sam:pass@db.example.org/offer{more}")
    options = postgres["DATABASES"]["default"]["OPTIONS"]
    assert str(options["connect_timeout"]) == connecting
    assert "lock_timeout=4s" in options["options"]


def test_nobody_waits_for_a_locked_file_longer_than_that_either(tmp_path: Path) -> None:
    assert values(tmp_path, "DATABASES")["DATABASES"]["default"]["OPTIONS"]["timeout"] == 4


def test_a_forwarded_scheme_counts_only_behind_trusted_proxies(tmp_path: Path) -> None:
    shown = "print(hasattr(localoffer.settings.production, 'SECURE_PROXY_SSL_HEADER'))"
    for proxies, counts in (("0", "False"), ("1", "True")):
        run = subprocess.run(
            [sys.executable, "-c", f"import localoffer.settings.production; {shown}"],
            cwd=ROOT,
            env={
                "SECRET_KEY": "k" * 50,
                "SITE_URL": "https://a.example.org",
                "DATA_DIR": str(tmp_path),
                "TRUSTED_PROXIES": proxies,
            },
            capture_output=True,
            text=True,
            check=True,
        )
        assert run.stdout.strip() == counts


def test_pages_are_kept_in_files_and_in_redis_when_one_is_named(tmp_path: Path) -> None:
    files = values(tmp_path, "CACHES", "PAGE_CACHE")
    assert (files["PAGE_CACHE"], files["CACHES"]["pages"]["BACKEND"]) == (True, "localoffer.pages.storage.SharedFiles")
    redis = values(tmp_path, "CACHES", CACHE_URL="redis://cache:6379/0")["CACHES"]
    assert {redis[alias]["BACKEND"] for alias in ("default", "pages")} == {"localoffer.pages.storage.SharedRedis"}
    assert redis["default"]["KEY_PREFIX"] != redis["pages"]["KEY_PREFIX"]


@pytest.mark.parametrize(
    ("changes", "requirements"),
    [
        ({"MEDIA_URL": "s3://key:hush-hush@host/bucket"}, "s3"),
        ({"BACKUP_URL": "s3://key:hush-hush@host/bucket"}, "s3"),
        ({"SENTRY_DSN": "https://hush-hush@host/1"}, "sentry"),
    ],
    ids=["MEDIA_URL", "BACKUP_URL", "SENTRY_DSN"],
)
def test_what_needs_more_packages_says_how_to_install_them_and_keeps_the_secret(
    tmp_path: Path, changes: dict[str, str | None], requirements: str
) -> None:
    for module in ("storages", "sentry_sdk"):
        if find_spec(module):
            pytest.skip(f"{module} is installed here.")
    said = start(tmp_path, **changes).stderr
    assert f"--require-hashes -r requirements/{requirements}.txt" in said
    assert "hush-hush" not in said
    assert (ROOT / "requirements" / f"{requirements}.txt").exists()
