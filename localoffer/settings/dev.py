"""For work on the code: debug on, no HTTPS, nothing to set first."""

import os

os.environ.setdefault("AREA_NAME", "Oxfordshire")
os.environ.setdefault("SITE_URL", "http://localhost:8000")
os.environ.setdefault("SECRET_KEY", "only-for-development-" + "x" * 50)

from .production import *  # noqa: F403

DEBUG = True
PAGE_CACHE = False  # a template that was changed shows at once
ALLOWED_HOSTS = ["*"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
WHITENOISE_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
