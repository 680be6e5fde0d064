from pathlib import PurePath

from django.core.exceptions import ValidationError
from wagtail.documents.models import AbstractDocument, Document

from ..rules.documents import MOST, is_what_it_says

TOO_LARGE = "This document is larger than %(most)s MB. Make it smaller, or split it, and send that."
SOMETHING_ELSE = "This file is something else, whatever its name says. Save it again as a document, and send that."


class CustomDocument(AbstractDocument):
    """A file to download; a page says what is in it."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"
        verbose_name_plural = "documents"

    def clean(self) -> None:
        """Refuses a new file that is too large, or is not what its name says; Wagtail has looked at the name only."""
        super().clean()
        if not self.file or self.file._committed:
            return
        if self.file.size > MOST:
            raise ValidationError({"file": ValidationError(TOO_LARGE, params={"most": MOST // 1024**2})})
        if not is_what_it_says(self.file.file, PurePath(self.file.name).suffix.lower().removeprefix(".")):
            raise ValidationError({"file": SOMETHING_ELSE})
