from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from localoffer.contact.forms import PlainTextField
from localoffer.media.forms import PictureField
from localoffer.media.models import Consent

from .. import rules
from ..models import ForumPostPage
from ..posting.writing import NO_TITLE

TOO_LONG = _("It has %(show_value)s letters. Shorten it to %(limit_value)s.")
LARGEST_RECORDING = 100 * 1024 * 1024
ENDINGS = {rules.SOUND: ("mp3", "m4a"), rules.FILM: ("mp4", "webm")}


class ScreenForm(forms.Form):
    """A form of the members' screens: fields joined to their hints and errors, and a list of what is wrong."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            described = [f"{self[name].id_for_label}-hint"] if field.help_text else []
            if self.is_bound and name in self.errors:
                described.append(f"{self[name].id_for_label}-error")
                field.widget.attrs["aria-invalid"] = "true"
            if described:
                field.widget.attrs["aria-describedby"] = " ".join(described)

    @property
    def error_list(self) -> list[tuple[str, str]]:
        found = [("", str(sentence)) for sentence in self.non_field_errors()]
        for bound in self:
            found += [(bound.id_for_label, str(sentence)) for sentence in bound.errors]
        return found

    def refuse(self, problems: dict[str, str]) -> None:
        for name, sentence in problems.items():
            self.add_error(name if name in self.fields else None, sentence)


class PostForm(ScreenForm):
    """What a young person writes. All of it may be empty while they are at it."""

    title = PlainTextField(
        label=_("Title"),
        required=False,
        max_length=rules.TITLE_LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("A few words that say what it is about."),
        error_messages={"max_length": TOO_LONG},
    )
    words = PlainTextField(
        label=_("Your words"),
        required=False,
        max_length=rules.WORDS_LONGEST,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=_("Leave an empty line where a new part begins. Do not write full names or the name of your school."),
        error_messages={"max_length": TOO_LONG},
    )
    chosen_name = PlainTextField(
        label=_("The name under your post"),
        required=False,
        max_length=rules.NAME_LONGEST,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("A first name, or a name you make up. Not your full name."),
        error_messages={"max_length": TOO_LONG},
    )
    show_name = forms.BooleanField(label=_("Show this name"), required=False)

    @classmethod
    def of(cls, page: ForumPostPage) -> dict[str, Any]:
        """What the form begins with."""
        values = {name: getattr(page, name) for name in ("title", "words", "chosen_name", "show_name")}
        return values | {"title": "" if page.title == NO_TITLE else page.title}


class YoungPictureField(PictureField):
    """Wagtail writes its own words over those that a field is given; these are put back."""

    def __init__(self, *, help_text: Any, error_messages: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.help_text = help_text
        self.error_messages |= error_messages


class PictureForm(ScreenForm):
    """A picture that a young person brings."""

    file = YoungPictureField(
        label=_("Your picture"),
        widget=forms.FileInput,
        help_text=_("A JPG, PNG or WebP file. At most 10 MB."),
        error_messages={
            "required": _("Choose a picture first."),
            "invalid_image": _("This file is no picture that we can show. Choose a JPG or PNG file."),
            "invalid_image_extension": _("We can show JPG, PNG and WebP pictures. Choose one of these."),
            "invalid_image_known_format": _(
                "The end of the file’s name does not fit what is in it. Save it as JPG and try again."
            ),
            "file_too_large": _("This picture is too big. Choose one of less than 10 MB."),
            "file_too_large_unknown_size": _("This picture is too big. Choose one of less than 10 MB."),
            "file_too_many_pixels": _("This picture is too big. Make it smaller and try again."),
            "too_large": _("This picture is too big. Make it smaller and try again."),
        },
    )
    description = PlainTextField(
        label=_("What can we see in it?"),
        max_length=255,
        help_text=_("For people who cannot see the picture. One sentence is enough."),
        error_messages={"required": _("Say in one sentence what we can see."), "max_length": TOO_LONG},
    )
    shows_people = forms.TypedChoiceField(
        label=_("Can we see people who somebody could know?"),
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        help_text=_("If yes, a supporter asks each of them before we show it."),
        error_messages={"required": _("Choose yes or no.")},
    )


class RecordingForm(ScreenForm):
    """A voice or a film that a young person brings."""

    file = forms.FileField(
        label=_("Your voice or film"),
        widget=forms.FileInput(attrs={"accept": "audio/*,video/*"}),
        help_text=_("An MP3, M4A, MP4 or WebM file. At most 100 MB."),
        error_messages={"required": _("Choose a file first."), "empty": _("This file is empty. Choose another.")},
    )
    transcript = PlainTextField(
        label=_("What do we hear?"),
        required=False,
        max_length=rules.WORDS_LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Write down the words, for people who cannot hear it. Too hard? Leave it empty. A supporter helps."),
        error_messages={"max_length": TOO_LONG},
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > LARGEST_RECORDING:
            raise forms.ValidationError(_("This file is too big. Make it shorter than 100 MB."))
        start = file.read(16)
        file.seek(0)
        ending = file.name.rsplit(".", 1)[-1].lower()
        self.kind = rules.kind_of_recording(start)
        if ending == "m4a" and start[4:8] == b"ftyp":  # some telephones' recorders write the brand of a film
            self.kind = rules.SOUND
        if ending not in ENDINGS.get(self.kind, ()):
            raise forms.ValidationError(_("We cannot play this file. Choose an MP3, M4A, MP4 or WebM file."))
        return file


class ChangeForm(ScreenForm):
    words = PlainTextField(
        label=_("What would you like to change?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("You can also ask us to take your post down."),
        error_messages={"required": _("Write what you would like to change."), "max_length": TOO_LONG},
    )


class MessageForm(ScreenForm):
    """A supporter's message with a post that goes back."""

    message = PlainTextField(
        label="Your message to the young person",
        required=False,  # the service has the sentence
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Say what is good first. Then say what to change, one thing at a time, in short sentences.",
        error_messages={"max_length": TOO_LONG},
    )


class ConsentForm(ScreenForm):
    """Links a picture or recording of a post with the consent for it."""

    consent = forms.ModelChoiceField(
        label="Consent",
        queryset=Consent.objects.filter(withdrawn_on=None),
        empty_label="Choose a consent",
        error_messages={"required": "Choose a consent first.", "invalid_choice": "Choose a consent of the list."},
    )
