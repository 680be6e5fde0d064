import mimetypes
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils._os import safe_join
from whitenoise.responders import StaticFile

# Documents are not here: Wagtail's own view serves them, and it asks who may read them.
PUBLIC_FOLDERS = {"images", "media", "media_thumbnails", "captions"}
ONE_DAY = 24 * 60 * 60


def serve_media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serves an uploaded picture, film or captions file. Films can be asked for in parts (Range).

    A web server in front may do the same; on a small machine nothing else is needed.
    Raises Http404 for all other folders and for files that are not there.
    """
    folder, _, name = path.partition("/")
    if folder not in PUBLIC_FOLDERS:
        raise Http404
    try:
        # Joined to the folder, so that "images/../documents/a.pdf" leads out of it and is refused.
        file = Path(safe_join(Path(settings.MEDIA_ROOT) / folder, name))
    except (SuspiciousFileOperation, ValueError) as error:
        raise Http404 from error
    if not file.is_file():
        raise Http404
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    headers = [
        ("Content-Type", "text/vtt; charset=utf-8" if file.suffix == ".vtt" else kind),
        ("Cache-Control", f"public, max-age={ONE_DAY}"),
    ]
    # Pictures and films are compressed already; and a part of a compressed film would not be the part asked for.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    answer = StaticFile(str(file), headers).get_response(request.method or "GET", request.META)
    if answer.file is None:
        response: HttpResponseBase = HttpResponse(status=answer.status)
    else:
        response = FileResponse(answer.file, status=answer.status)
        del response["Content-Type"]
    for header, value in answer.headers:
        response[header] = value
    return response
