"""The note about a translation on its page; the admin's page about one; and two of wagtail-localize's views, made safe."""

import logging
import tempfile
from typing import Any

import polib
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

from localoffer.pages.contexts import provides_context
from localoffer.pages.models import BasePage
from localoffer.readability.views import refused

from .finding import facts_of, translations, with_facts
from .rules import note
from .services import CannotBeChecked, mark_checked, public_words, take_back_check

logger = logging.getLogger(__name__)

MOST_BYTES = 2 * 1024 * 1024
# What polib raises over files that are no .po files; it uses OSError for its own errors.
NO_PO = (OSError, ValueError, LookupError, AttributeError, TypeError)
NO_FILE = "Choose a PO file first, then upload it."
TOO_BIG = "This file is too big for one page. Download the PO file of this page again, and fill in that one."
BROKEN = (
    "This is not a PO file that can be read, so nothing was changed. Download the PO file of this page again, fill it in with a "
    "program for translators, and save it as UTF-8."
)
OTHER_PAGE = (
    "This PO file was not made for this page and language, so nothing was changed. Download the PO file of this page, and fill "
    "in that one."
)
NO_ANSWER = "The translation service did not answer, so nothing was translated. Try again later, or translate by hand."


@provides_context(BasePage, and_below=True)
def language_note(page: Any, request: HttpRequest) -> dict[str, Any]:
    """One line about the translation whose words a page is shown in, in the language of the reader."""
    lent = getattr(page, "words_from", None)
    facts = facts_of(lent) if lent else None
    if facts is None:
        return {}
    with translation.override(getattr(request, "LANGUAGE_CODE", settings.LANGUAGE_CODE)):
        return {"language_note": note(facts)}


# --- The admin's page about a translation ---------------------------------------------------


def translation_for(request: HttpRequest, page_id: int) -> tuple[Page, bool]:
    """The translation of this number with its facts, and whether this person may edit or publish it. Raises Http404."""
    page = get_object_or_404(with_facts(translations()).select_related("locale"), pk=page_id)
    may = page.permissions_for_user(request.user)
    return page, may.can_edit() or may.can_publish()


@require_safe
def show_translation(request: HttpRequest, page_id: int) -> HttpResponse:
    """Who and what made it, and the button that says that somebody who speaks the language checked it."""
    page, is_allowed = translation_for(request, page_id)
    if not is_allowed:
        return refused(request)
    words = public_words(page=page, now=timezone.now()) if page.live else ""
    return render(
        request, "languages/translation.html", {"page": page, "words": words, "language": page.locale.get_display_name()}
    )


@require_POST
def mark(request: HttpRequest, page_id: int) -> HttpResponse:
    page, is_allowed = translation_for(request, page_id)
    if not is_allowed:
        return refused(request)
    if request.POST.get("confirmed") != "on":
        messages.error(
            request, "Tick the box to say that you speak the language and have read the whole page. Nothing was changed."
        )
        return redirect("languages_translation", page_id)
    try:
        mark_checked(page=page, words=request.POST.get("words", ""), user=request.user, now=timezone.now())
    except CannotBeChecked as problem:
        messages.error(request, str(problem))
    else:
        undo = messages.button(reverse("languages_translation", args=[page_id]), "Undo")
        messages.success(request, "Marked as checked by a speaker. This ends when the words of the page change.", buttons=[undo])
    return redirect("languages_translation", page_id)


@require_POST
def take_back(request: HttpRequest, page_id: int) -> HttpResponse:
    page, is_allowed = translation_for(request, page_id)
    if not is_allowed:
        return refused(request)
    if take_back_check(page=page, user=request.user):
        messages.success(request, "This page counts as not checked again.")
    else:
        messages.warning(request, "This page was not marked as checked, so nothing was changed.")
    return redirect("languages_translation", page_id)


# --- wagtail-localize ------------------------------------------------------------------------


@require_POST
def upload_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    """wagtail-localize's upload; a file that it would stumble over is answered with a sentence."""
    wanted = get_object_or_404(Translation, pk=translation_id)
    if problem := po_problem(request.FILES.get("file"), str(wanted.uuid)):
        messages.error(request, problem)
        return redirect(way_back(request))
    return edit_translation.upload_pofile(request, translation_id)


def po_problem(file: Any, uuid: str) -> str:
    """What is wrong with an uploaded .po file for that translation; "" when nothing is."""
    if not file:
        return NO_FILE
    if file.size > MOST_BYTES:
        return TOO_BIG
    content = file.read()
    file.seek(0)
    if b"\0" in content:
        return BROKEN
    with tempfile.NamedTemporaryFile(suffix=".po") as kept:
        kept.write(content)
        kept.flush()
        try:
            # Reading is lazy here and there, so the entries are read as well.
            po = polib.pofile(kept.name)
            entries = [(entry.msgid, entry.msgstr, entry.msgctxt) for entry in po]
        except NO_PO:
            return BROKEN
    if not po.metadata and not entries:
        return BROKEN
    return "" if po.metadata.get("X-WagtailLocalize-TranslationID") == uuid else OTHER_PAGE


@require_POST
def translate_by_machine(request: HttpRequest, translation_id: int) -> HttpResponse:
    """wagtail-localize's translating by machine; a provider that fails is answered with a sentence."""
    try:
        return edit_translation.machine_translate(request, translation_id)
    except Http404:
        raise
    except Exception:  # each provider has errors of its own, and none of them may cost an editor the page
        logger.exception("The machine translator failed over translation %s", translation_id)
        messages.error(request, NO_ANSWER)
        return redirect(way_back(request))


def way_back(request: HttpRequest) -> str:
    return get_valid_next_url_from_request(request) or reverse("wagtailadmin_home")
