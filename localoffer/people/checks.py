from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register


@register()
def second_step_is_asked_for(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if settings.REQUIRE_SECOND_STEP or settings.DEMONSTRATION:
        return []
    return [
        Error(
            "REQUIRE_SECOND_STEP is off, so that a guessed password is enough to publish.",
            hint="Only a demonstration may do without. Take it out of your settings.",
            id="localoffer.E006",
        )
    ]
