"""Who may do what, as data. `manage.py setup_roles` writes it to the database and may run again at any time.

Permissions and pages are named as strings, so that this app imports nothing that stands above it.
A page permission counts for the page and all pages below it.
"""

from dataclasses import dataclass, field

ALL = "*"
SEE_ADMIN = "wagtailadmin.access_admin"
SEE_CONSENTS = "media.view_consent"  # for whoever links a picture of people to its consent
PUBLISHER = ("add", "change", "publish", "lock", "unlock")


@dataclass(frozen=True)
class Role:
    """A group of people: its permissions, what it may do on pages of a type, and with pictures and files."""

    name: str
    purpose: str
    permissions: tuple[str, ...] = ()
    pages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    translations_of: dict[str, tuple[str, ...]] = field(default_factory=dict)
    collections: dict[str, tuple[str, ...]] = field(default_factory=dict)  # more, with the files of these collections


def everything_on(*models: str) -> tuple[str, ...]:
    """The permissions to view, add, change and delete, for models named as "app.model"."""
    return tuple(
        f"{app}.{action}_{model}"
        for app, model in (name.split(".") for name in models)
        for action in ("view", "add", "change", "delete")
    )


def view_on(*models: str) -> tuple[str, ...]:
    return tuple(f"{app}.view_{model}" for app, model in (name.split(".") for name in models))


VOCABULARIES = (
    "directory.organisation",
    "directory.topic",
    "directory.need",
    "directory.agestage",
    "directory.accessfeature",
    "directory.area",
    "directory.language",
    "places.place",
)
THE_GLOSSARY = ("plainlanguage.glossaryterm",)
# A public promise is deleted by nobody.
THE_BOARDS_WORK = ("blog.promise", "blog.boardtheme", "blog.measure", "blog.newscategory", "blog.usualsection")
THE_ACCESSIBILITY_PROBLEMS = view_on("accessibility.accessibilityproblem")  # administrators keep them
THE_ALERTS = view_on("alerts.mailing")  # numbers; addresses are read by nobody
THE_CALENDAR = ("events.schoolterm", "events.bankholiday")
# Wagtail asks for the permissions of its own image, document and media models, also when those are swapped.
ADD_FILES = (
    "wagtailimages.add_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.choose_document",
    "wagtailmedia.add_media",
)
ALL_FILES = (
    *ADD_FILES,
    "wagtailimages.change_image",
    "wagtailimages.delete_image",
    "wagtaildocs.change_document",
    "wagtaildocs.delete_document",
    "wagtailmedia.change_media",
    "wagtailmedia.delete_media",
)
# Synonyms, Wagtail's best bets, and what people searched for in vain.
SEARCH_WORDS = (
    *everything_on("search.synonymgroup", "wagtailsearchpromotions.searchpromotion"),
    *view_on("search.unmetsearch"),
)
CRITERIA = ("seal.view_criteria", "seal.add_criteria", "seal.change_criteria")
# What members of the forum bring. Supporters link consents there, and write captions.
FORUM_UPLOADS = "Forum uploads"
INBOX = ("contact.view_message", "contact.change_message")
# What young people send is read by supporters and administrators only, and never deleted by hand but by the latter.
YOUNG_PEOPLES_INBOX = ("youth.view_youngmessage", "youth.change_youngmessage")
HEARING_YOUNG_PEOPLE = (
    *YOUNG_PEOPLES_INBOX,
    *everything_on("youth.asked", "youth.workitem", "events.meeting"),
    "youth.approve_asked",
    "youth.change_voicesettings",
)

SITE_ADMINISTRATOR = Role(
    "Site administrators",
    "Everything.",
    permissions=(ALL,),
    pages={"wagtailcore.Page": (*PUBLISHER, "bulk_delete")},
    files=ALL_FILES,
)
DIRECTORY_EDITOR = Role(
    "Directory editors",
    "Services, the words that describe them, the Local Offer’s pages; attach a seal that the forum has decided.",
    permissions=(
        SEE_ADMIN,
        *everything_on(*VOCABULARIES, *THE_CALENDAR, *THE_GLOSSARY, "booklet.booklet"),
        *SEARCH_WORDS,
        "seal.view_award",
        "seal.award_seal",
        SEE_CONSENTS,
        *INBOX,
    ),
    pages={
        "directory.DirectoryPage": PUBLISHER,
        "home.SectionPage": PUBLISHER,
        "home.InformationPage": PUBLISHER,
        "guide.GuidePage": PUBLISHER,
    },
    files=ADD_FILES,
)
COMMUNICATIONS = Role(
    "Communications staff",
    "The board’s blog, its authors, its promises and its measures; the news; what’s on.",
    permissions=(
        SEE_ADMIN,
        *everything_on("blog.authorprofile", *THE_BOARDS_WORK, *THE_CALENDAR, *THE_GLOSSARY),
        SEE_CONSENTS,
        *INBOX,
        *THE_ALERTS,
        *THE_ACCESSIBILITY_PROBLEMS,
    ),
    pages={"blog.BoardBlogPage": PUBLISHER, "whatson.EventsPage": PUBLISHER},
    files=ADD_FILES,
)
FORUM_MEMBER = Role(
    "Youth forum members",
    "Write posts, which a supporter publishes. They have screens of their own, and no other part of the admin.",
    permissions=(SEE_ADMIN,),
    pages={"youth.ForumPostsPage": ("add",)},
)
FORUM_SUPPORTER = Role(
    "Forum supporters",
    "Check and publish youth pages; read and answer what young people send; plan visits, record what the forum decides, "
    "give and take the seal; keep consents and the glossary.",
    permissions=(
        SEE_ADMIN,
        "seal.view_award",
        "seal.award_seal",
        "seal.decide_seal",
        *CRITERIA,
        *everything_on("media.consent", *THE_GLOSSARY),
        "youth.add_confirmeddetail",
        "youth.add_safeguardingcheck",
        *HEARING_YOUNG_PEOPLE,
    ),
    pages={"youth.YouthHomePage": PUBLISHER},
    files=ADD_FILES,
    collections={FORUM_UPLOADS: ("wagtailimages.change_image", "wagtailmedia.change_media")},
)
TRANSLATOR = Role(
    "Translators",
    "Send pages for translation and translate them.",
    permissions=(SEE_ADMIN, "wagtail_localize.submit_translation"),
    translations_of={"home.HomePage": ("add", "change")},
)
READER = Role(
    "Readers",
    "See, and change nothing.",
    permissions=(SEE_ADMIN, *view_on(*VOCABULARIES, "blog.authorprofile"), "seal.view_award"),
)

ROLES = (SITE_ADMINISTRATOR, DIRECTORY_EDITOR, COMMUNICATIONS, FORUM_MEMBER, FORUM_SUPPORTER, TRANSLATOR, READER)

# What Wagtail's own migrations make, and our roles replace.
STOCK_GROUPS = ("Moderators", "Editors")
STOCK_WORKFLOW = "Moderators approval"


@dataclass(frozen=True)
class PageWorkflow:
    """Pages of this type, and those below, are approved by that role before they are public."""

    name: str
    page_type: str
    approver: Role
    task: str = "wagtailcore.GroupApprovalTask"


YOUTH_WORKFLOW = PageWorkflow("Youth pages", "youth.YouthHomePage", FORUM_SUPPORTER, task="youth.SupporterTask")
WORKFLOWS = (YOUTH_WORKFLOW,)
