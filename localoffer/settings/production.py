"""The root of all settings: safe values, read from the environment (docs/settings.md).

The other settings modules only loosen this one, for a purpose that they name.
"""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured

from localoffer.people.roles import ROLES

from . import environment, sentry

BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = Path(environment.text("DATA_DIR", "/srv/localoffer", default=str(BASE_DIR / "var")))

# --- Who we are ---------------------------------------------------------------------------
DEBUG = False
SECRET_KEY = environment.secret("SECRET_KEY", "(output of: openssl rand -base64 48)")
SITE_URL = environment.web_address("SITE_URL", "https://localoffer.example.org")
WAGTAILADMIN_BASE_URL = SITE_URL
ALLOWED_HOSTS = environment.names("ALLOWED_HOSTS", [urlsplit(SITE_URL).hostname or ""])
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

# The default cache holds menus, settings and the generation of kept pages; "pages" holds whole pages for a minute
# (decision 42). Both are files that all workers of this machine share, or Redis, which several machines share.
# "renditions" spares a query for each picture that was shown before (Wagtail uses it by this name); it may differ.
PAGE_CACHE = environment.yes_or_no("PAGE_CACHE", default=True)
# Which pages are looked at is counted by day, and nothing of who looks (decision 47).
PAGE_VIEWS = environment.yes_or_no("PAGE_VIEWS", default=True)
CACHE_URL = environment.redis_address("CACHE_URL", "redis://localhost:6379/0")
CACHES = {
    "default": {
        "BACKEND": "localoffer.pages.storage.SharedFiles",
        "LOCATION": DATA_DIR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
    "pages": {
        "BACKEND": "localoffer.pages.storage.SharedFiles",
        "LOCATION": DATA_DIR / "cache-pages",
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
    "renditions": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "renditions"},
}
if CACHE_URL:
    for alias in ("default", "pages"):
        CACHES[alias] = {
            "BACKEND": "localoffer.pages.storage.SharedRedis",
            "LOCATION": CACHE_URL,
            "KEY_PREFIX": f"localoffer-{alias}",
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        }
# Parameters of addresses whose values are chosen from lists. An answer to anything else, for example to words or a
# postcode that somebody typed, is not kept.
PAGE_CACHE_QUESTIONS = frozenset(
    "access age area author category cost day during exact how language need page print seal sort state tag theme time "
    "topic voice wait when within year".split()
)
# What no kept page reads: writes to these leave kept pages alone. All other tables count, also those of new models.
PAGE_CACHE_PRIVATE = """
    alerts.Choice alerts.Delivery alerts.Looked alerts.Mailing alerts.Subscription
    contact.Message contact.MessageCount
    django_tasks_database.DBTaskResult
    pageviews.PageViews
    people.Attempt
    scheduling.JobRun
    seal.VisitRequest
    search.UnmetSearch
    sessions.Session
    wagtailadmin.EditingSession wagtailadmin.FormState
    wagtailcore.Comment wagtailcore.CommentReply wagtailcore.ModelLogEntry wagtailcore.PageLogEntry
    wagtailcore.PageSubscription wagtailcore.ReferenceIndex wagtailcore.UploadedFile
    wagtailsearch.IndexEntry
    youth.YoungMessage
""".split()

# One queue for background work. `manage.py run_scheduled` empties it; so may `manage.py db_worker`.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": True}}

# --- People ---------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "localoffer.people.validators.NotTooEasy"},
]
# Django's own backend, which knows one address for each person. allauth's would also let in by addresses of before.
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
# Passwords are set, changed and forgotten at /account/; addresses are changed by administrators.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
CSRF_FAILURE_VIEW = "home.views.csrf_failed"
WAGTAIL_USER_TIME_ZONES = ["Europe/London"]
PASSWORD_RESET_TIMEOUT = 60 * 60
# Visitors' addresses are read from here behind a trusted proxy, for limits only; see docs/settings.md.
TRUSTED_PROXIES = environment.number("TRUSTED_PROXIES", default=0)

# --- Signing in (docs/sign-in.md, docs/decisions/0043-sign-in.md) ----------------------------
# Whoever can publish needs a code or a passkey beside the password. Off in the demonstration and in the tests only.
REQUIRE_SECOND_STEP = True
SESSION_IDLE_MINUTES = environment.number("SESSION_IDLE_MINUTES", default=30, lowest=5)
ACCOUNT_ADAPTER = "localoffer.people.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # nobody signs up; allauth checks that it fits
ACCOUNT_EMAIL_VERIFICATION = "none"  # administrators write the addresses
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False  # ours are in the database: all processes of all machines share them
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_FORMS = {
    "login": "localoffer.people.forms.SignInForm",
    "reauthenticate": "localoffer.people.forms.ConfirmByPasswordForm",
    "change_password": "localoffer.people.forms.ChangePasswordForm",
    "reset_password": "localoffer.people.forms.ForgottenPasswordForm",
    "reset_password_from_key": "localoffer.people.forms.NewPasswordForm",
}
MFA_ADAPTER = "localoffer.people.adapters.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute off
MFA_FORMS = {
    "authenticate": "localoffer.people.forms.CodeForm",
    "reauthenticate": "localoffer.people.forms.ConfirmByCodeForm",
    "activate_totp": "localoffer.people.forms.ActivateCodeForm",
}
SOCIALACCOUNT_ADAPTER = "localoffer.people.adapters.OrganisationAdapter"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
# The organisation's own directory, by OpenID Connect.
OIDC_ISSUER = environment.text("OIDC_ISSUER", "https://login.microsoftonline.com/TENANT/v2.0", default="").rstrip("/")
OIDC_NAME = environment.text("OIDC_NAME", "your council account", default="your council account")
OIDC_GROUPS = environment.pairs("OIDC_GROUPS", "web-team=Directory editors", [role.name for role in ROLES])
OIDC_SECOND_STEP = environment.yes_or_no("OIDC_SECOND_STEP", default=False)
SOCIALACCOUNT_PROVIDERS: dict = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": []}}
if OIDC_ISSUER:
    if not OIDC_ISSUER.startswith("https://"):
        raise environment.refuse("OIDC_ISSUER", "does not begin with https://", "https://login.microsoftonline.com/TENANT/v2.0")
    if not OIDC_GROUPS:
        raise environment.refuse("OIDC_GROUPS", "is missing, so that nobody would be let in", "web-team=Directory editors")
    SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"].append(
        {
            "provider_id": "organisation",
            "name": OIDC_NAME,
            "client_id": environment.text("OIDC_CLIENT_ID", "the number of the application in your directory"),
            "secret": environment.text("OIDC_CLIENT_SECRET", "the secret that your directory shows once"),
            "settings": {"server_url": OIDC_ISSUER},
        }
    )

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
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILDOCS_DOCUMENT_MODEL = "media.CustomDocument"
# No SVG and no HTML: both run in the browser of whoever opens them.
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "rtf", "txt", "xlsx"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
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

# --- Safety ---------------------------------------------------------------------------------
HTTPS = SITE_URL.startswith("https://")
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # browsers themselves allow passkeys on this machine only
if not HTTPS and urlsplit(SITE_URL).hostname not in ("localhost", "127.0.0.1", "::1"):
    raise ImproperlyConfigured(
        "The setting SITE_URL begins with http://, so passwords would travel in the clear. "
        "Use https://, for example: SITE_URL=https://localoffer.example.org"
    )
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz)$"]
# Where to report a fault in the site's safety (/.well-known/security.txt).
SECURITY_CONTACT = environment.contact("SECURITY_CONTACT", "mailto:security@example.org", default=f"{SITE_URL}/contact/")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = None  # for the visit only
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 12 * 60 * 60
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail's preview shows pages in a frame of the same site
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}
if OIDC_ISSUER:  # browsers hold what a form leads on to against this too
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"].append("https://" + str(urlsplit(OIDC_ISSUER).netloc))
# Wagtail's own admin still needs inline scripts and styles (docs/decisions/0006-security-headers.md).
ADMIN_CONTENT_SECURITY_POLICY = {
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "script-src": [SELF, UNSAFE_INLINE],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
}
PERMISSIONS_POLICY = "camera=(), geolocation=(self), microphone=(), payment=(), usb=(), interest-cohort=()"

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
# Failures are also told to a Sentry, without anything of a person (settings/sentry.py).
if SENTRY_DSN := environment.text("SENTRY_DSN", "https://key@sentry.example.org/1", default=""):
    environment.optional_package("sentry_sdk", "SENTRY_DSN", "sentry")
    sentry.start(SENTRY_DSN)
