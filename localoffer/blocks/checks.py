"""The house rules for blocks, as Django system checks with a hint."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import get_page_models

WANTED = ("icon", "template", "preview_value", "description")


def offered_blocks() -> Iterator[blocks.Block]:
    """Each block that a page of ours offers in its body, once."""
    seen = set()
    for model in get_page_models():
        for field in model._meta.get_fields():
            if isinstance(field, StreamField):
                for block in field.stream_block.child_blocks.values():
                    if type(block) not in seen:
                        seen.add(type(block))
                        yield block


@register()
def check_blocks(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """E004: icon, preview, description. E005: the template is there."""
    errors: list[CheckMessage] = []
    for block in offered_blocks():
        name = type(block).__name__
        missing = [wanted for wanted in WANTED if not getattr(block.meta, wanted, None)]
        if missing:
            errors.append(
                Error(f"{name} has no {', '.join(missing)}.", hint="Add it to its Meta.", obj=name, id="localoffer.E004")
            )
            continue
        try:
            get_template(block.meta.template)
        except TemplateDoesNotExist:
            errors.append(
                Error(f"{name} has no template {block.meta.template}.", hint="Write it.", obj=name, id="localoffer.E005")
            )
    return errors
