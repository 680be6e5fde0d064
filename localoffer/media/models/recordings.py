from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models
from wagtailmedia.models import AbstractMedia

from .consent import ShowsPeople


class CustomMedia(ShowsPeople, AbstractMedia):
    """A film or a sound recording on our own server, with captions and its words in writing."""

    captions = models.FileField(
        upload_to="captions",
        blank=True,
        validators=[FileExtensionValidator(["vtt"])],
        help_text="A WebVTT file (.vtt): the words and the sounds that matter, with their times.",
    )
    transcript = models.TextField(
        blank=True, help_text="All that is said and shown, in writing, for people who cannot see or hear it."
    )

    admin_form_fields = (
        "title",
        "file",
        "collection",
        "captions",
        "transcript",
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
        if errors:
            raise ValidationError(errors)

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
