"""Whether pictures can be written in all the formats that pages ask for: at the start, rather than at each page with one."""

from typing import Any

from django.core.checks import CheckMessage, Error, register
from PIL import features


@register()
def avif_can_be_written(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    if features.check("avif"):
        return []
    return [
        Error(
            "Pillow was built without AVIF here, so pages could not show their pictures.",
            hint="Install it as it is shipped: pip install --require-hashes --only-binary pillow -r requirements/site.txt",
            id="localoffer.E007",
        )
    ]
