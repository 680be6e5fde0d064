"""Uploads in a bucket of an S3-compatible store, for several machines. Nobody but the site reads the bucket.

Backups lie in one in the same way (localoffer.upkeep.bucket)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from boto3.exceptions import Boto3Error
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

PIECE = 256 * 1024
PATIENCE = {"connect_timeout": 3, "read_timeout": 10, "retries": {"max_attempts": 2}}
NOT_THERE, BEYOND_THE_END = (403, 404), 416


@dataclass(frozen=True)
class Part:
    """A file of the bucket, or what was asked for of it."""

    status: int
    headers: dict[str, str]
    etag: str
    changed_at: datetime
    pieces: Iterator[bytes]


class FilesInBucket(S3Storage):
    """Files are private in the bucket, and their addresses are the site's own: it asks for consent at each look."""

    failures = (BotoCoreError, Boto3Error, ClientError)  # when it does not answer, or does not let us

    def __init__(self, **options: Any) -> None:
        config = Config(s3={"addressing_style": "path"}, signature_version="s3v4", **PATIENCE)
        super().__init__(default_acl=None, file_overwrite=False, client_config=config, **options)

    def url(self, name: str, *args: Any, **kwargs: Any) -> str:
        return f"{settings.MEDIA_URL}{filepath_to_uri(name)}"

    def part(self, name: str, asked: str) -> Part:
        """The file, or the part that a header "Range" asks for. Raises FileNotFoundError when there is no such file."""
        key = self._normalize_name(name)
        try:
            found = self.bucket.Object(key).get(**({"Range": asked} if asked else {}))
        except ClientError as error:
            status = error.response.get("ResponseMetadata", {}).get("HTTPStatusCode")
            if status in NOT_THERE:
                raise FileNotFoundError(name) from error
            if status == BEYOND_THE_END:
                return self.part(name, "")
            raise
        headers = {"Content-Length": str(found["ContentLength"]), "Accept-Ranges": "bytes"}
        is_part = bool(asked and found.get("ContentRange"))
        if is_part:
            headers["Content-Range"] = found["ContentRange"]
        return Part(206 if is_part else 200, headers, found["ETag"], found["LastModified"], pieces_of(found["Body"]))


def pieces_of(body: Any) -> Iterator[bytes]:
    try:
        yield from body.iter_chunks(PIECE)
    finally:
        body.close()
