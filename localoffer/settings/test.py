"""For the tests: fast password hashing, tasks at once, plain static files, files in a temporary folder."""

import os
import tempfile

os.environ.setdefault("AREA_NAME", "Oxfordshire")
os.environ.setdefault("SITE_URL", "http://localhost:8000")
os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "x" * 50)
os.environ.setdefault("DATA_DIR", tempfile.mkdtemp(prefix="localoffer-tests-"))

from .production import *  # noqa: F403

ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "QUEUES": QUEUES}}  # noqa: F405
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Each process of the tests has a cache of its own; conftest empties it before each test.
CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "default"}  # noqa: F405
CACHES["pages"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"}  # noqa: F405
PAGE_CACHE = PAGE_VIEWS = False  # their own tests switch them on
# Tests close connections themselves; a file of its own for each process comes from pytest-django.
DATABASES["default"]["CONN_MAX_AGE"] = 0  # noqa: F405
DEMONSTRATION = True
REQUIRE_SECOND_STEP = False  # tests of the second step turn it on
