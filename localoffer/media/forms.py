from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from wagtailmedia.forms import BaseMediaForm

from .models.images import UNREADABLE
from .rules.pictures import UnreadablePicture, size_of, without_notes

TOO_LARGE = _(
    "This picture is too large to unpack (%(width)s by %(height)s points). "
    "Make it smaller, at most %(side)s by %(side)s, and send that. If it moves, use fewer frames."
)


class PictureField(WagtailImageField):
    """A picture, without what the camera wrote into it, before anything of it is stored.

    Its size is read from its head first: Wagtail unpacks a picture before it asks how large it is, and a picture that
    breaks off makes it fail instead of refuse. Uploading many at once keeps the file aside while its answers are
    written; it is this same file, so it is clean too.
    """

    def to_python(self, data: Any) -> Any:
        if data in self.empty_values:
            return super().to_python(data)
        self.check_head(data)
        try:
            file = super().to_python(data)
            if file is not None:
                clean_in_place(file)
        except forms.ValidationError:
            raise
        except Exception as error:  # whatever Pillow and Willow say of broken bytes: there are many kinds
            raise forms.ValidationError(UNREADABLE, code="unreadable") from error
        return file

    def check_head(self, data: Any) -> None:
        """Refuses what would fill the memory when it is unpacked. What cannot be read is left to the checks after it."""
        try:
            width, height, frames = size_of(data)
        except UnreadablePicture:
            return
        finally:
            data.seek(0)
        if width * height * frames > self.max_image_pixels:
            side = int(self.max_image_pixels**0.5)
            sentence = self.error_messages.get("too_large", TOO_LARGE)
            raise forms.ValidationError(sentence, code="too_large", params={"width": width, "height": height, "side": side})


def clean_in_place(file: UploadedFile) -> None:
    """Writes the picture without its notes over the file that was sent."""
    file.seek(0)
    clean = without_notes(file.read())
    file.seek(0)
    file.file.truncate()
    file.file.write(clean)
    file.size = len(clean)
    file.seek(0)


class PictureForm(BaseImageForm):
    """Wagtail's form for a picture, with our field for the file."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if file := self.fields.get("file"):
            self.fields["file"] = PictureField(label=file.label, required=file.required, widget=file.widget)


class MediaForm(BaseMediaForm):
    class Meta(BaseMediaForm.Meta):
        widgets = {**BaseMediaForm.Meta.widgets, "captions": forms.ClearableFileInput}


class TakeBackForm(forms.Form):
    """When somebody took their consent back. Nothing else is asked: taking back is as easy as giving."""

    withdrawn_on = forms.DateField(
        label="Taken back on",
        widget=AdminDateInput,
        help_text="The day on which they told you. From that day it may not be shown.",
        error_messages={"required": "Give the day, such as 2026-03-27.", "invalid": "Write the day like this: 2026-03-27."},
    )
    withdrawn_note = forms.CharField(
        label="Note, if you want",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Who told you, and how. Private.",
    )
