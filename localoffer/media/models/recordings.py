from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from wagtailmedia.models import ALLOWED_EXTENSIONS_THUMBNAIL, AbstractMedia, MediaQuerySet

from ..rules.pictures import UnreadablePicture
from ..rules.recordings import is_what_it_claims, says_where
from .consent import ShowsPeople
from .files import CleanPictureField, cleaned, is_new

NOT_THIS_KIND = "This is not a %(kind)s file, whatever its name says. Save it again as %(kind)s, and send that."
SAYS_WHERE = (
    "This file tells where it was made, so we did not keep it. Take the place out first, then send it again. "
    "iPhone: open it in Photos, tap Share, then Options, and switch Location off; then choose “Save to Files”. "
    "Android: open it in Google Photos, swipe up, and choose “Remove location”. "
    "For next time: switch off location in the settings of the camera."
)


class MediaManager(models.Manager.from_queryset(MediaQuerySet)):  # type: ignore[misc]
    """Recordings with their consents, since whoever shows one asks for it."""

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("consent", "signed__consent", "described__consent")


def other_version(name: str, what: str) -> models.ForeignKey:
    """The same film made for people who need it in another way: a film of its own in the library."""
    return models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        limit_choices_to={"type": "video"},
        verbose_name=name,
        help_text=f"Add it as a film first, then choose it here. {what}",
    )


class CustomMedia(ShowsPeople, AbstractMedia):
    """A film or a sound recording on our own server, with captions and its words in writing."""

    thumbnail = CleanPictureField(
        "still picture",
        upload_to="media_thumbnails",
        blank=True,
        validators=[FileExtensionValidator(ALLOWED_EXTENSIONS_THUMBNAIL)],
        help_text="Shown before the film plays.",
    )
    captions = models.FileField(
        upload_to="captions",
        blank=True,
        validators=[FileExtensionValidator(["vtt"])],
        help_text="A WebVTT file (.vtt): the words and the sounds that matter, with their times.",
    )
    transcript = models.TextField(
        blank=True, help_text="All that is said and shown, in writing, for people who cannot see or hear it."
    )

    signed = other_version("this film in British Sign Language", "A person signs all that is said.")
    described = other_version("this film with audio description", "A voice says what is seen, for people who cannot see it.")

    objects = MediaManager()

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "captions",
        "transcript",
        "signed",
        "described",
        "thumbnail",
        "duration",
        "width",
        "height",
        "shows_people",
        "consent",
        "tags",
    )

    class Meta:
        verbose_name = "film or recording"
        verbose_name_plural = "films and recordings"

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.type == "video" and not self.captions:
            errors["captions"] = "A film needs a captions file (.vtt), for people who cannot hear it."
        if not self.transcript.strip():
            errors["transcript"] = "Write down all that is said and shown."
        for name in ("signed", "described"):
            if self.pk and getattr(self, f"{name}_id") == self.pk:
                errors[name] = "This is the film itself. Choose the other version of it, or leave this empty."
        if is_new(self.file) and (sentence := self.file_problem()):
            errors["file"] = sentence
        if is_new(self.thumbnail):
            try:
                self.thumbnail.file = cleaned(self.thumbnail.file)
            except UnreadablePicture:
                errors["thumbnail"] = "We could not read this picture to its end. Save it again as JPEG or PNG, and send that."
        if errors:
            raise ValidationError(errors)

    def file_problem(self) -> str:
        """A sentence when the file is not what its name says, or tells where it was made; else ""."""
        extension = PurePath(self.file.name).suffix.lower().removeprefix(".")
        file = self.file.file
        try:
            if not is_what_it_claims(file, extension):
                return NOT_THIS_KIND % {"kind": extension.upper() or "film or sound"}
            return SAYS_WHERE if says_where(file, extension) else ""
        finally:
            file.seek(0)

    @property
    def agreement_needed(self) -> str:
        return "agrees_to_voice" if self.type == "audio" else super().agreement_needed

    @property
    def length_in_words(self) -> str:
        """The length as people say it, such as "30 seconds"; "" when it is not known."""
        seconds = round(self.duration or 0)
        if not seconds:
            return ""
        minutes, rest = divmod(seconds, 60)
        parts = [f"{minutes} minute{'s' if minutes > 1 else ''}"] if minutes else []
        parts += [f"{rest} second{'s' if rest > 1 else ''}"] if rest else []
        return " ".join(parts)
