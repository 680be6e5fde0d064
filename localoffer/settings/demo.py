"""For `make run`: the demonstration on this machine, on the production server with debug off.

It loosens production in four ways: no second step of signing in, no HTTPS on this machine, a secret key made on the first
run and kept beside the data, and e-mail printed instead of sent (unless EMAIL_HOST names a mail server).
"""

import os
import secrets
from pathlib import Path

from . import environment

_host = os.environ.get("HOST", "localhost")
_port = os.environ.get("PORT", "8000")
_data = Path(os.environ.setdefault("DATA_DIR", str(Path(__file__).resolve().parents[2] / "var")))
_key = _data / "secret-key"
if not os.environ.get("SECRET_KEY"):
    _data.mkdir(parents=True, exist_ok=True)
    if not _key.exists():
        _key.touch(mode=0o600)
        _key.write_text(secrets.token_urlsafe(60))
    os.environ["SECRET_KEY"] = _key.read_text()
if not _port.isdigit() or not 0 < int(_port) < 65536:
    raise environment.refuse("PORT", f"is “{_port}”, not a number from 1 to 65535", "8080")
os.environ.setdefault("AREA_NAME", "Oxfordshire")
os.environ.setdefault("SITE_URL", f"http://localhost:{_port}")

from .production import *  # noqa: E402, F403

# Listening for the whole network means being called by names that we cannot know.
_local = _host in ("localhost", "127.0.0.1", "::1", "")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"] if _local else ["*"]
DEMONSTRATION = True
# Whoever tries the site out should not need an app for it. The sign-in page says so.
REQUIRE_SECOND_STEP = environment.yes_or_no("REQUIRE_SECOND_STEP", default=False)
if not os.environ.get("EMAIL_HOST"):
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
