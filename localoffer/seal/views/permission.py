import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden

from ..services import SealRefused

logger = logging.getLogger(__name__)
View = Callable[..., HttpResponse]


def needs_permission(name: str) -> Callable[[View], View]:
    """403 for everybody without the permission, noted in the log. Wagtail would turn PermissionDenied into a redirect."""

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.has_perm(name):
                note_refused(request)
                return HttpResponseForbidden("You do not have the permission for this. Ask a site administrator.")
            return view(request, *args, **kwargs)

        return wrapper

    return decorate


def note_refused(request: HttpRequest) -> None:
    """Notes in the log that somebody asked for what they may not do."""
    logger.warning("User %s was refused %s", request.user.pk, request.path)


def show_refusal(form: Any, refusal: SealRefused) -> None:
    """Puts each sentence of a refusal beside its field; what belongs to no field stands above the form."""
    for field, sentence in refusal.problems.items():
        form.add_error(field if field in form.fields else None, sentence)
