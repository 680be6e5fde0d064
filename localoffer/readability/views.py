"""The helper's answers: findings while somebody writes, and a plain page about the saved draft. Nothing here saves."""

import logging
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST
from wagtail.models import Page

from .measuring import check_page, is_read, saved_draft

logger = logging.getLogger(__name__)
REFUSAL = "You do not have the permission for this. Ask a site administrator."
NOT_WHOLE = "The form is not whole yet, so nothing was checked."
# What Wagtail's fields raise over a form that its scripts have not built, or that somebody made up.
HALF_TYPED = (AttributeError, LookupError, RecursionError, TypeError, ValueError, ValidationError)


def refused(request: HttpRequest) -> HttpResponse:
    logger.warning("User %s was refused %s", request.user.pk, request.path)
    return HttpResponseForbidden(REFUSAL)


def show_draft(request: HttpRequest, page_id: int) -> HttpResponse:
    """What the helper says of the draft that was saved last; works without scripts."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        return refused(request)
    draft = saved_draft(page)
    return render(request, "readability/draft.html", {"page": draft, **findings_of(draft)})


@require_POST
def check_saved(request: HttpRequest, page_id: int) -> HttpResponse:
    """What the helper says of a page as it stands in its form."""
    page = get_object_or_404(Page, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        return refused(request)
    return answer(request, saved_draft(page), page.get_parent())


@require_POST
def check_new(request: HttpRequest, app_label: str, model_name: str, parent_id: int) -> HttpResponse:
    """The same for a page that was never saved."""
    parent = get_object_or_404(Page, pk=parent_id).specific
    try:
        model = ContentType.objects.get_by_natural_key(app_label, model_name).model_class()
    except ContentType.DoesNotExist as error:
        raise Http404 from error
    if not (model and issubclass(model, Page)):
        raise Http404
    may_add = parent.permissions_for_user(request.user).can_add_subpage()
    if not may_add or model not in parent.creatable_subpage_models() or not model.can_create_at(parent):
        return refused(request)
    page = model(owner=request.user, locale=parent.locale)
    page.depth = parent.depth + 1
    page.path = parent.get_last_child()._inc_path() if parent.numchild else page._get_path(parent.path, page.depth, 1)
    return answer(request, page, parent)


def answer(request: HttpRequest, page: Any, parent: Page) -> HttpResponse:
    """The findings as a piece of HTML; 400 for a form that cannot be read, and then the editor keeps the last ones."""
    try:
        page = typed(request, page, parent.specific)
    except HALF_TYPED as error:
        logger.info("The helper could not read a form: %r", error)
        return HttpResponse(NOT_WHOLE, status=400, content_type="text/plain")
    return render(request, "readability/findings.html", {"page": page, **findings_of(page)})


def typed(request: HttpRequest, page: Any, parent: Page) -> Any:
    """The page with what was typed, not saved. A field with a mistake keeps what it had."""
    form_class = page.get_edit_handler().get_form_class()
    form = form_class(request.POST, instance=page, parent_page=parent, for_user=request.user)
    form.defer_required_fields()
    try:
        form.is_valid()
    finally:
        form.restore_required_fields()
    return getattr(form, "as_typed", form.instance)


def findings_of(page: Any) -> dict[str, Any]:
    return {"checked": check_page(page)} if is_read(page) else {"checked": None}
