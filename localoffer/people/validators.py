from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .rules import is_too_easy


class NotTooEasy:
    """Refuses long passwords that are on everybody's list: easy words, the name of the area, a piece repeated."""

    def validate(self, password: str, user: Any = None) -> None:
        if is_too_easy(password, [settings.AREA_NAME, settings.WAGTAIL_SITE_NAME]):
            raise ValidationError(
                _("Others would guess this password. Take four or five words that do not belong together."), code="too_easy"
            )

    def get_help_text(self) -> str:
        return _("Not made of easy words such as “password”, of the name of this place, or of one piece repeated.")
