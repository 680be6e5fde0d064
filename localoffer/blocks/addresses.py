"""What an editor may write as the address of a link."""

import re

from django.core.exceptions import ValidationError

SAFE = re.compile(r"(?:/(?!/)|#|https?://|mailto:|tel:)\S*", re.IGNORECASE)
HINT = "Such as /contact/comment/ or https://example.org"


def check_address(value: str) -> None:
    """Raises ValidationError for anything but a path of this site, an anchor, a web, e-mail or telephone address.

    "javascript:" would run in the reader's browser, and "//elsewhere" leads away without saying so.
    """
    if not SAFE.fullmatch(value):
        raise ValidationError("Write an address that begins with /, https://, mailto: or tel:, without spaces.")
