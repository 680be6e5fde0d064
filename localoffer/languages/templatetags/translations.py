from typing import Any

from django import template

from ..finding import facts_of
from ..rules import Facts

register = template.Library()


@register.simple_tag
def translation_facts(page: Any) -> Facts | None:
    """Who and what made the translation, for the line in its editor; None for what is no page."""
    return facts_of(page.pk) if hasattr(page, "translation_key") and hasattr(page, "url_path") else None
