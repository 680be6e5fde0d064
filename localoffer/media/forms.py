from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from wagtail.admin.widgets import AdminDateInput
from wagtail.images.forms import BaseImageForm
from wagtailmedia.forms import BaseMediaForm

from .models.images import UNREADABLE
from .rules.pictures import UnreadablePicture, without_notes


class PictureForm(BaseImageForm):
    """Takes the camera's notes out of a picture as it comes in, before anything of it is stored.

    Uploading many at once keeps the file aside while its answers are written; it is the same file, so it is clean too.
    """

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            file.seek(0)
            try:
                clean = without_notes(file.read())
            except UnreadablePicture as error:
                raise forms.ValidationError(UNREADABLE, code="unreadable") from error
            file.seek(0)
            file.file.truncate()
            file.file.write(clean)
            file.size = len(clean)
            file.seek(0)
        return file


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
