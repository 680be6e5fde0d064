import re
from collections.abc import Callable
from uuid import uuid4

from django.http import HttpRequest, HttpResponse

from localoffer.settings.logs import request_id

HEADER = "X-Request-ID"
# Letters and figures only: whatever else somebody sends does not get into the log.
FROM_OUTSIDE = re.compile(r"[A-Za-z0-9-]{8,64}")


class RequestIdMiddleware:
    """Gives each request an id, that of the proxy in front if it sent one, for the log and for the answer.

    It stands first, so that every line of the log and every answer has it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get(HEADER, "")
        id_here = given if FROM_OUTSIDE.fullmatch(given) else uuid4().hex
        token = request_id.set(id_here)
        try:
            response = self.get_response(request)
        finally:
            request_id.reset(token)
        response.headers[HEADER] = id_here
        return response
