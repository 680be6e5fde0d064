"""The root of all settings: safe values, read from the environment (docs/settings.md).

It is in parts: `keeping`, `logs`, `safety` and `signing_in` hold theirs. `dev`, `demo` and `test` only loosen this one, for
a purpose that they name.
"""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url

from . import environment, sentry
from .keeping import *  # noqa: F403
from .keeping import BASE_DIR, DATA_DIR
from .logs import LOG_FORMAT, LOGGING  # noqa: F401
from .safety import *  # noqa: F403
from .safety import SITE_URL
from .signing_in import *  # noqa: F403

# --- Who we are ---------------------------------------------------------------------------
DEBUG = False
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_SITE_NAME = "Local Offer"
# The county or borough whose Local Offer this is, as it is said in a sentence.
AREA_NAME = environment.text("AREA_NAME", "Oxfordshire", default="the county")
DEMONSTRATION = False

ROOT_URLCONF = "localoffer.urls"
WSGI_APPLICATION = "localoffer.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Our apps stand before Wagtail's, so that our templates and commands win (publish_scheduled).
INSTALLED_APPS = [
    "home",
    "blog",
    "youth",
    "localoffer.booklet",
    "localoffer.guide",
    "localoffer.shortlist",
    "localoffer.upkeep",
    "localoffer.whatson",
    "localoffer.directory",
    "localoffer.seal",
    "localoffer.easyread",
    "localoffer.alerts",
    "localoffer.accessibility",
    "localoffer.contact",
    "localoffer.search",
    "localoffer.pageviews",
    "localoffer.events",
    "localoffer.places",
    "localoffer.navigation",
    "localoffer.languages",
    "localoffer.pages",
    "localoffer.readability",
    "localoffer.blocks",
    "localoffer.plainlanguage",
    "localoffer.media",
    "localoffer.audit",
    "localoffer.people",
    "localoffer.scheduling",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtailmedia",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.sitemaps",
    "wagtail.contrib.search_promotions",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "localoffer.people.apps.LocalOfferUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.sitemaps",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "localoffer.upkeep.middleware.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "localoffer.pageviews.middleware.PageViewsMiddleware",
    "localoffer.pages.middleware.PageCacheMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "localoffer.pages.middleware.SecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "localoffer.pages.middleware.LanguageWithHomeMiddleware",
    "django.middleware.common.CommonMiddleware",
    "localoffer.pages.middleware.LinksInLanguageMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "localoffer.people.middleware.IdleMiddleware",
    "localoffer.people.middleware.SecondStepMiddleware",
    "youth.middleware.OwnScreensMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "localoffer.navigation.context_processors.site",
            ],
            "builtins": ["localoffer.pages.templatetags.pages"],
        },
    },
]

# --- Database: SQLite beside the code, or DATABASE_URL --------------------------------------
DATABASE_URL = environment.text("DATABASE_URL", "postgres://user:password@host/name", default="")
try:
    DATABASES = {
        "default": dj_database_url.parse(
            DATABASE_URL or f"sqlite:///{DATA_DIR / 'db.sqlite3'}", conn_max_age=60, conn_health_checks=True
        )
    }
except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError, ValueError) as error:
    raise environment.refuse("DATABASE_URL", "is not a database address", "postgres://user:password@host/name") from error
if DATABASES["default"]["ENGINE"] not in ("django.db.backends.sqlite3", "django.db.backends.postgresql"):
    raise environment.refuse(
        "DATABASE_URL", "names a database that is neither PostgreSQL nor SQLite", "postgres://user:password@host/name"
    )
# Seconds that a page waits for a database that is locked or does not answer; then it says who to call (503.html).
DATABASE_PATIENCE = 4
if DATABASES["default"]["ENGINE"] == "django.db.backends.postgresql":
    given = DATABASES["default"].setdefault("OPTIONS", {})
    given.setdefault("connect_timeout", DATABASE_PATIENCE // 2)  # for each address of the host, and there may be two
    # A lock is waited for as long as a page waits; a query of half a minute is one that went wrong.
    given.setdefault("options", f"-c lock_timeout={DATABASE_PATIENCE}s -c statement_timeout=30s")
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    try:
        DATA_DIR.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise environment.refuse("DATA_DIR", f"names {DATA_DIR}, which cannot be made", "/srv/localoffer") from error
    # In SQLite's first settings a writer stops readers; write-ahead logging ends that.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": DATABASE_PATIENCE,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA foreign_keys=ON;",
    }

# Background work. `manage.py run_scheduled` empties the queue "default", and does a little of "slow" each time: tasks that take
# seconds and may wait. So may `manage.py db_worker` (with --queue-name).
QUEUES = ["default", "slow"]
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": True, "QUEUES": QUEUES}}

# --- Languages ------------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("en-gb", "English"),
    ("pl", "Polski"),
    ("uk", "Українська"),
    ("ar", "العربية"),
    ("ur", "اردو"),
    ("pt", "Português"),
]
# Translating by machine in the admin: none, unless a class of wagtail-localize's interface is named (docs/languages.md).
_translator = environment.text("MACHINE_TRANSLATOR", "wagtail_localize.machine_translators.deepl.DeepLTranslator", default="")
_options = environment.options("MACHINE_TRANSLATOR_OPTIONS", '{"AUTH_KEY": "…"}')
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": _translator, "OPTIONS": _options} if _translator else None
LOCALE_PATHS = [BASE_DIR / "localoffer" / "locale"]
TIME_ZONE = "Europe/London"
FORMAT_MODULE_PATH = "localoffer.formats"
USE_I18N = USE_TZ = WAGTAIL_I18N_ENABLED = True
# A page sent to be translated has English words yet: it stays a draft until somebody publishes it.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

# --- Files ----------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "localoffer" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "localoffer.media.storage.WholeFiles"},
    "staticfiles": {"BACKEND": "localoffer.pages.storage.StaticFilesStorage"},
}
# Uploads in a bucket, which several machines share, in place of the folder.
if MEDIA_BUCKET := environment.bucket("MEDIA_URL", "s3://key:secret@s3.eu-west-2.amazonaws.com/localoffer-uploads"):
    environment.optional_package("storages", "MEDIA_URL", "s3")
    STORAGES["default"] = {"BACKEND": "localoffer.media.storage.bucket.FilesInBucket", "OPTIONS": MEDIA_BUCKET}
# Backups in a bucket, in place of the folder in which they are then only made.
if BACKUP_BUCKET := environment.bucket("BACKUP_URL", "s3://key:secret@s3.eu-west-2.amazonaws.com/localoffer-backups"):
    environment.optional_package("storages", "BACKUP_URL", "s3")
    STORAGES["backups"] = {"BACKEND": "localoffer.media.storage.bucket.FilesInBucket", "OPTIONS": BACKUP_BUCKET}
# Where `manage.py backup` writes to, and with how little room left the site calls itself not ready (/readyz).
BACKUP_DIR = Path(environment.text("BACKUP_DIR", "/mnt/backups", default=str(DATA_DIR / "backups")))
LEAST_DISK_MB = environment.number("LEAST_DISK_MB", default=500)
AUDIT_DAYS = environment.number("AUDIT_DAYS", default=730, lowest=90)
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["png", "jpg", "webp", "woff2", "mp4", "gz", "br"]

# --- Wagtail --------------------------------------------------------------------------------
WAGTAILIMAGES_IMAGE_MODEL = "media.CustomImage"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "localoffer.media.forms.PictureForm"
WAGTAILIMAGES_AVIF_QUALITY = 65  # photographs look as in WebP at its 80; drawings a little better
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_DOCUMENT_MODEL = "media.CustomDocument"
# No SVG and no HTML: both run in the browser of whoever opens them.
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "rtf", "txt", "xlsx"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []  # all are downloads: a browser that opens one runs what is in it
WAGTAILMEDIA = {
    "MEDIA_MODEL": "media.CustomMedia",
    "MEDIA_FORM_BASE": "localoffer.media.forms.MediaForm",
    "VIDEO_EXTENSIONS": ["mp4", "webm"],
    "AUDIO_EXTENSIONS": ["mp3", "m4a"],
}
WAGTAILEMBEDS_FINDERS: list[dict] = []  # embedding from elsewhere would be a third-party request
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "localoffer.search.admin_search"}}
WAGTAILREDIRECTS_AUTO_CREATE = False  # ours can do it for thousands of pages (localoffer.pages.services)
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False  # supporters are told of posts, once
WAGTAIL_APPEND_SLASH = True
TAGGIT_CASE_INSENSITIVE = True
# The guide for staff, in the admin's Help menu.
GUIDE_URL = environment.contact("GUIDE_URL", "https://intranet.example.org/local-offer-guide", default="")

# --- E-mail ---------------------------------------------------------------------------------
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST = environment.text("EMAIL_HOST", "smtp.example.org", default="localhost")
EMAIL_PORT = environment.number("EMAIL_PORT", default=25, lowest=1)
EMAIL_HOST_USER = environment.text("EMAIL_USER", "localoffer", default="")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_PASSWORD", "")
EMAIL_USE_TLS = environment.yes_or_no("EMAIL_TLS", default=False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.text(
    "EMAIL_FROM", "localoffer@example.org", default=f"localoffer@{urlsplit(SITE_URL).hostname}"
)

# An e-mail alert that a worker took so long ago, and has not marked as sent, was left by one that was killed.
ALERTS_IN_FLIGHT = timedelta(minutes=5)

# Failures are also told to a Sentry, without anything of a person (settings/sentry.py).
if SENTRY_DSN := environment.text("SENTRY_DSN", "https://key@sentry.example.org/1", default=""):
    environment.optional_package("sentry_sdk", "SENTRY_DSN", "sentry")
    sentry.start(SENTRY_DSN)
