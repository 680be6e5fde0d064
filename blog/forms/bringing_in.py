"""Bringing in a Word document, and what its pictures show."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from localoffer.media.models import CustomImage

from ..models import BoardBlogPage
from ..word import LARGEST, TOO_LARGE, Reading, WordRefused, read_text, read_word

LONGEST_TEXT = 200_000
ONE_OF_TWO = "Choose a Word file, or paste the text of the post."
NOT_BOTH = "Send a Word file or pasted text, not both: we cannot know which of the two counts."
UNSEEN = (
    "This text holds a character that cannot be shown (a “null character”). "
    "Paste it into Notepad first, copy it from there, and paste it here."
)


class PlainTextField(forms.CharField):
    """Text of any length up to its limit. A null character is refused in words that people know."""

    def to_python(self, value: Any) -> str:
        if "\x00" in str(value or ""):
            raise forms.ValidationError(UNSEEN)
        return super().to_python(value)


class BringInForm(forms.Form):
    """A Word file, or pasted text. After ``is_valid()``, ``reading`` is the post that it holds."""

    file = forms.FileField(
        label="Word file",
        required=False,
        help_text=f"Saved as “Word Document (.docx)”, at most {LARGEST // 1024 // 1024} MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
        error_messages={"empty": "This file is empty. Save it in Word again, and send that."},
    )
    text = PlainTextField(
        label="Or the text, pasted",
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Each line is a paragraph. A short line without a full stop becomes a heading.",
        error_messages={"max_length": f"This text is too long for a post: at most {LONGEST_TEXT:,} letters. Paste less of it."},
    )
    blog = forms.ModelChoiceField(BoardBlogPage.objects.none(), label="Blog", empty_label=None)

    reading: Reading

    def __init__(self, *args: Any, blogs: list[BoardBlogPage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["blog"].queryset = BoardBlogPage.objects.filter(pk__in=[blog.pk for blog in blogs])
        if len(blogs) == 1:
            del self.fields["blog"]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if self.errors:
            return said
        file, text = said.get("file"), said.get("text")
        if bool(file) == bool(text):
            raise forms.ValidationError(NOT_BOTH if file else ONE_OF_TWO)
        try:
            self.reading = self._read(file) if file else read_text(text)
        except WordRefused as refusal:
            for sentence in refusal.sentences:
                self.add_error("file" if file else "text", sentence)
        return said

    @staticmethod
    def _read(file: UploadedFile) -> Reading:
        if file.size > LARGEST:
            raise WordRefused(TOO_LARGE)
        return read_word(file.read())


class PictureAnswersForm(forms.ModelForm):
    """What a picture that came from Word shows, and whether there are people in it."""

    class Meta:
        model = CustomImage
        fields = ["description", "is_decorative", "shows_people"]
        widgets = {"description": forms.Textarea(attrs={"rows": 2}), "shows_people": forms.RadioSelect}
