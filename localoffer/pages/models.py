"""What every page of the site shares. There is no concrete page here."""

import copy
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.blocks import StreamBlockValidationError
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from localoffer.readability.choices import PageKind

from . import rules
from .addresses import Crumb, in_language
from .contexts import context_for
from .querysets import is_left_alone, restrictions_on

Problems = dict[str, list[str]]
HOME_DEPTH = 2
LOCKED_TEMPLATE = "wagtailcore/password_required.html"


class PublishingForm(WagtailAdminPageForm):
    """Shows the publishing gate's sentences beside their fields; drafts may be unfinished."""

    def is_valid(self) -> bool:
        """The gate is asked here: while the fields are cleaned, the rows below the page are still those of before."""
        valid = super().is_valid()
        if self.is_bound and not self.is_deferred_validation and not hasattr(self, "gated"):
            self.gated = True
            self.ask_the_gate()
        return valid and not self.errors

    def ask_the_gate(self) -> None:
        streams = {field.name for field in self.instance.stream_fields()}
        wrong = (set(self.errors) - streams) | {name for name, rows in self.formsets.items() if not rows.is_valid()}
        page = self.as_typed
        problems = page.publish_problems()
        for field, sentences in (page.person_problems(self.for_user) if self.for_user else {}).items():
            problems[field] = [*problems.get(field, []), *sentences]
        for field, sentences in problems.items():
            if field in wrong:
                continue
            if field in self.fields and field in streams:
                # Wagtail shows only the first error of a body; this one holds all its sentences.
                self.add_error(field, StreamBlockValidationError(non_block_errors=sentences))
                continue
            for sentence in sentences:
                self.add_error(field if field in self.fields else None, sentence)

    @cached_property
    def as_typed(self) -> Any:
        """The page with all that stands in the form, its rows included, not saved, beside the one that the form will save."""
        page = copy.copy(self.instance)
        if not self.is_bound:
            return page
        typed = {
            name: [
                form.instance
                for form in formset.forms
                if form not in formset.deleted_forms and (form.instance.pk or form.has_changed())
            ]
            for name, formset in self.formsets.items()
            if name != "comments" and formset.is_valid()
        }
        for field in page._meta.many_to_many:
            if isinstance(field, ParentalManyToManyField) and field.name in self.cleaned_data:
                typed[field.name] = list(self.cleaned_data[field.name])
        page._cluster_related_objects = {**getattr(self.instance, "_cluster_related_objects", {}), **typed}
        return page


class BasePage(Page):
    """A page with a summary, somebody who answers for it, and a date to look at it again.

    The publishing gate is here, in the model: Wagtail runs ``full_clean()`` with no exclusions
    on every road to publishing (form, workflow, bulk action, schedule, code), and not for drafts.
    StreamField values are not validated there, and the deferral of their own checks is shared
    between threads, so ``publish_problems`` reads the raw values.
    """

    summary = models.TextField(
        blank=True,
        max_length=rules.SUMMARY_LONGEST,
        help_text="One or two plain sentences. Shown under the title, in lists and in search.",
    )
    content_owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="who answers for this page",
    )
    review_date = models.DateField("look at it again on", null=True, blank=True)
    leave_quickly = models.BooleanField(
        "offer “leave this page quickly”",
        default=False,
        help_text="For pages about violence, abuse, and worries that somebody at home should not see. "
        "A button, and pressing Shift three times, lead to a harmless site at once.",
    )

    # Whether hard words are explained here: not where there are only lists.
    explains_terms: ClassVar[bool] = True
    prints_large_itself: ClassVar[bool] = False  # ?print=large is then the page's own

    # Whether the page is mostly our own words, such as a search: it is in the reader's language with no translation of its own.
    is_interface: ClassVar[bool] = False

    # While it is served (finding): the numbers of the live page and its translations by language; the translation whose words
    # were laid over it, and their language; whether it is shown in English to somebody who reads another language; and,
    # in a list, the language of its words.
    family: Mapping[str, int] = MappingProxyType({})
    words_from: int | None = None
    lent_names: frozenset[str] = frozenset()  # of the fields that have the translation's words
    read_in: str = ""
    is_in_english: bool = False
    lang: str = ""

    # What is read with the page in one query when it is served (names for select_related).
    read_with: ClassVar[tuple[str, ...]] = ()
    # What the plain-language helper reads, in reading order (localoffer.readability.measuring).
    reading_kind: ClassVar[str] = PageKind.OTHER
    reading_fields: ClassVar[tuple[str, ...]] = ("title", "summary")
    reading_rows: ClassVar[dict[str, str]] = {}

    override_translatable_fields = [SynchronizedField("slug", overridable=False)]
    base_form_class = PublishingForm
    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")], heading="For search engines"
        ),
    ]
    settings_panels = [
        MultiFieldPanel([FieldPanel("content_owner"), FieldPanel("review_date")], heading="Keeping it true"),
        MultiFieldPanel([FieldPanel("leave_quickly")], heading="Keeping readers safe"),
        PublishingPanel(),
    ]
    search_fields = [*Page.search_fields, index.SearchField("summary")]

    class Meta:
        abstract = True

    # --- The publishing gate -------------------------------------------------------------

    def publish_problems(self) -> Problems:
        """What stands in the way of publishing: sentences by field name. Empty when nothing does."""
        problems: Problems = {}
        if sentence := rules.summary_problem(self.summary):
            problems["summary"] = [sentence]
        for field in self.stream_fields():
            if found := field.stream_block.publish_problems(getattr(self, field.name), today=timezone.localdate()):
                problems[field.name] = found
        if is_left_alone(self):
            problems["title"] = [rules.NO_ENGLISH_PAGE]
        return problems

    def full_clean(self, exclude: Any = None, **kwargs: Any) -> None:
        """Raises ValidationError with the gate's sentences whenever the whole page is validated."""
        super().full_clean(exclude=exclude, **kwargs)
        if exclude is None and (problems := self.publish_problems()):
            raise ValidationError(problems)

    def person_problems(self, user: Any) -> Problems:
        """What stands in the way when this very person publishes it, such as two steps by two people."""
        return {}

    def publish(self, revision: Any, user: Any = None, *args: Any, **kwargs: Any) -> Any:
        """Raises ValidationError where this person may not publish what the revision holds."""
        if user is not None and (problems := revision.as_object().person_problems(user)):
            raise ValidationError(problems)
        return super().publish(revision, user, *args, **kwargs)

    @classmethod
    def stream_fields(cls) -> Iterator[StreamField]:
        return (field for field in cls._meta.get_fields() if isinstance(field, StreamField))

    # --- What every template needs -------------------------------------------------------

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["structured_data"] = self.structured_data(request)
        return context | context_for(self, request)

    def get_view_restrictions(self) -> Any:
        """The passwords and sign-ins that guard this page or a page above it; for a copy, those of its source.

        The same as Wagtail's, in one query where there are none, as nearly always.
        """
        paths = [self.path[:length] for length in range(self.steplen, len(self.path) + 1, self.steplen)]
        found = restrictions_on(paths)
        theirs = PageViewRestriction.objects
        return theirs.filter(pk__in=[one.pk for one in found]) if found else theirs.none()

    def get_url_parts(self, request: HttpRequest | None = None) -> Any:
        """Wagtail's, and while it says the words of a translation, in the language of those."""
        parts = super().get_url_parts(request)
        if self.read_in and parts and parts[2]:
            return (*parts[:2], in_language(parts[2], self.read_in))
        return parts

    def serve_password_required_response(self, request: HttpRequest, form: Any, action_url: str) -> TemplateResponse:
        """Asks for the password and says nothing of the page: not its title, not its summary."""
        return TemplateResponse(request, LOCKED_TEMPLATE, {"form": form, "action_url": action_url})

    @property
    def made_in(self) -> str:
        """The language in which our own words stand beside the page's; "" for the reader's."""
        return settings.LANGUAGE_CODE if self.is_in_english else ""

    def own_crumbs(self) -> list[Crumb]:
        """What follows on the pages above this one on the way to what it shows."""
        return []

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        """This page in the words of schema.org, for search engines."""
        return {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "name": self.title,
            "description": self.description_for_engines,
            "url": self.get_full_url(request),
            "inLanguage": get_language() or settings.LANGUAGE_CODE,
        }

    @property
    def description_for_engines(self) -> str:
        return str(self.search_description or self.summary)  # marks of English words are for elements only


class PicturePage(BasePage):
    """A page with a picture at its top."""

    picture = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="picture at the top",
    )

    read_with = ("picture__consent",)
    content_panels = [*BasePage.content_panels, FieldPanel("picture")]

    class Meta:
        abstract = True

    def publish_problems(self) -> Problems:
        problems = super().publish_problems()
        if self.picture and (sentence := self.picture.why_not_shown(timezone.localdate())):
            problems["picture"] = [sentence]
        return problems
