"""The setting of the machine translator, checked at the start, rather than when somebody presses its button."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from wagtail_localize.machine_translators import get_machine_translator


@register()
def check_machine_translator(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    try:
        get_machine_translator()
    except Exception as error:  # whatever a provider's own code raises over its options
        name = settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR.get("CLASS")
        return [
            Error(
                f"The machine translator {name} cannot be used: {error!r}.",
                hint="See MACHINE_TRANSLATOR and MACHINE_TRANSLATOR_OPTIONS in docs/settings.md; leave both out for none.",
                id="localoffer.E006",
            )
        ]
    return []
