from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Site

from .frame import FrameData, frame_of
from .rules import colours_css

A_YEAR = 365 * 24 * 60 * 60


@require_safe
def colours(request: HttpRequest, key: str) -> HttpResponse:
    """The council's colours. Its address is new for each change, so it may be kept; one that is out of date may not."""
    site = Site.find_for_request(request)
    details = (frame_of(site) if site else FrameData()).details
    if not details.get("colour"):
        raise Http404
    answer = HttpResponse(colours_css(details["colour"], details["colour_dark"]), content_type="text/css; charset=utf-8")
    is_current = key == details["colours_key"]
    answer["Cache-Control"] = f"public, max-age={A_YEAR}, immutable" if is_current else "no-cache"
    return answer
