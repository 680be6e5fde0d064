"""Uploaded pictures, films and captions. What rests on a consent is served only while the consent is live."""

import mimetypes
from pathlib import Path

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils._os import safe_join
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from whitenoise.responders import StaticFile

from ..models import CustomImage, CustomMedia, CustomRendition

# Documents are not here: Wagtail's own view serves them, and it asks who may read them. For films: the field of each folder.
PICTURES = "images"
FILMS = {"media": "file", "media_thumbnails": "thumbnail", "captions": "captions"}
ONE_DAY = 24 * 60 * 60
FOR_ALL = f"public, max-age={ONE_DAY}"
# Nobody between us and the reader keeps it, and the reader's browser asks each time: taken back is gone at once.
OF_PEOPLE = "private, no-cache"
FOR_STAFF = "private, no-store"


def serve_media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serves an uploaded picture, film or captions file. Films can be asked for in parts (Range).

    On a small machine nothing else is needed. A web server in front cannot do the same, since it does not know of
    consents. Raises Http404 for all other folders, for files that are not there, that no record stands for, or that
    show somebody without a live consent (staff who see consents still see those in the admin).
    """
    folder, _, name = path.partition("/")
    item = record_of(folder, path)
    if item is None:
        raise Http404
    if hasattr(default_storage, "part"):
        return from_bucket(path, request, keeping_of(item, request))
    try:
        # Joined to the folder, so that "images/../documents/a.pdf" leads out of it and is refused.
        file = Path(safe_join(Path(settings.MEDIA_ROOT) / folder, name))
    except (SuspiciousFileOperation, ValueError) as error:
        raise Http404 from error
    if not file.is_file():
        raise Http404
    headers = [("Content-Type", kind_of(file.name)), ("Cache-Control", keeping_of(item, request))]
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


def from_bucket(path: str, request: HttpRequest, keeping: str) -> HttpResponseBase:
    """The same from a bucket (MEDIA_URL). Who asks for a part if nothing has changed gets all of it, which is always right."""
    asked = "" if "If-Range" in request.headers else request.headers.get("Range", "")
    try:
        part = default_storage.part(path, asked)  # type: ignore[attr-defined]
    except FileNotFoundError as error:
        raise Http404 from error
    response = StreamingHttpResponse(part.pieces, status=part.status, headers=part.headers, content_type=kind_of(path))
    response["ETag"], response["Last-Modified"] = part.etag, http_date(part.changed_at.timestamp())
    response["Cache-Control"] = keeping
    request.META.pop("HTTP_ACCEPT_ENCODING", None)  # as for files of the folder
    changed_at = int(part.changed_at.timestamp())
    return get_conditional_response(request, etag=part.etag, last_modified=changed_at, response=response) or response


def kind_of(name: str) -> str:
    return "text/vtt; charset=utf-8" if name.endswith(".vtt") else mimetypes.guess_type(name)[0] or "application/octet-stream"


def record_of(folder: str, path: str) -> CustomImage | CustomMedia | None:
    """What the file belongs to; None for a file of nothing."""
    if "\x00" in path:
        return None
    if folder == PICTURES:
        rendition = CustomRendition.objects.select_related("image__consent").filter(file=path).first()
        return rendition.image if rendition else None
    if folder in FILMS:
        return CustomMedia.objects.filter(**{FILMS[folder]: path}).first()
    return None


def keeping_of(item: CustomImage | CustomMedia, request: HttpRequest) -> str:
    """Who may keep the file and for how long. Raises Http404 for who may not have it at all."""
    if item.may_be_shown(timezone.localdate()):
        return OF_PEOPLE if item.shows_people else FOR_ALL
    user = request.user
    if user.is_authenticated and item.consent_id is None and item.uploaded_by_user_id == user.pk:
        return FOR_STAFF  # who brought it sees it, until there is a consent, whose rules hold for them too
    if not (user.has_perm("media.view_consent") or user.has_perm("media.change_consent")):
        raise Http404
    return FOR_STAFF
