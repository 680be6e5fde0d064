from django.http import HttpRequest, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .finding import suggestions

KEPT_FOR = 5 * 60  # seconds


@require_safe
@cache_control(public=True, max_age=KEPT_FOR)
def suggest(request: HttpRequest) -> JsonResponse:
    """What to offer while somebody types ``q``: {"suggestions": [{"words": …, "kind": "topic" | "words" | "title"}]}."""
    found = suggestions(request.GET.get("q", ""), language=get_language() or "")
    response = JsonResponse({"suggestions": [vars(suggestion) for suggestion in found]})
    response["X-Robots-Tag"] = "noindex"
    return response
