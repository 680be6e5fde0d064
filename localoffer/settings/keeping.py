"""The folders of the code and of the data; caches, and which answers are never kept (docs/decisions/0042-page-cache.md)."""

from pathlib import Path

from . import environment

BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = Path(environment.text("DATA_DIR", "/srv/localoffer", default=str(BASE_DIR / "var")))

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
# A CDN in front that may hold kept pages for as long as they count here, and is told when they do not (decision 51).
CDN = environment.cdn("CDN_URL", "https://cache.example.org:6081")
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
    search.UnmetOnDay search.UnmetSearch
    sessions.Session
    wagtailadmin.EditingSession wagtailadmin.FormState
    wagtailcore.Comment wagtailcore.CommentReply wagtailcore.ModelLogEntry wagtailcore.PageLogEntry
    wagtailcore.PageSubscription wagtailcore.ReferenceIndex wagtailcore.Revision wagtailcore.TaskState
    wagtailcore.UploadedFile wagtailcore.WorkflowState
    wagtailsearch.IndexEntry
    youth.YoungMessage
""".split()
# The same for columns of other tables: what a saved draft, a lock and a sign-in write beside what readers see.
PAGE_CACHE_PRIVATE_COLUMNS = frozenset(
    """
    draft_title has_unpublished_changes latest_revision_created_at latest_revision_id
    locked locked_at locked_by_id
    last_login
    """.split()
)
