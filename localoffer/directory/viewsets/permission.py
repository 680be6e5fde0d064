"""Who may work with listings. Wagtail only hides the menu: its flat lists open to everybody who knows their address."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from wagtail.models import Page
from wagtail.permissions import policy_registry

from ..models import DirectoryPage

logger = logging.getLogger(__name__)
REFUSAL = "You do not have the permission for this. Ask a site administrator."


View = Callable[..., HttpResponse]


def may_change(user: Any, model: type[Page]) -> bool:
    """True when the user may change a page of that type."""
    allowed = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
    return model.objects.filter(pk__in=allowed.order_by().values("pk")).exists()


def may_edit_listings(user: Any) -> bool:
    return may_change(user, DirectoryPage)


def only_for(allowed: Callable[[Any], bool]) -> Callable[[View], View]:
    """403 for everybody else. Wagtail would turn PermissionDenied into a redirect."""

    def guard(view: View) -> View:
        @wraps(view)
        def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not allowed(request.user):
                logger.warning("User %s was refused %s", request.user.pk, request.path)
                return HttpResponseForbidden(REFUSAL)
            return view(request, *args, **kwargs)

        return wrapper

    return guard


for_listing_editors = only_for(may_edit_listings)
