"""The house rules for pages, as Django system checks with a hint."""

from typing import Any

from django.core.checks import CheckMessage, Error, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail.models import get_page_models

from .models import BasePage


@register()
def check_pages(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """E001: says where it may stand. E002: describes itself to editors. E003: has its template."""
    errors: list[CheckMessage] = []
    for model in get_page_models():
        if not issubclass(model, BasePage):
            continue
        own = vars(model)
        if "parent_page_types" not in own or "subpage_types" not in own:
            errors.append(
                Error(
                    f"{model.__name__} does not say where it may stand.",
                    hint="Set parent_page_types and subpage_types ([] for a leaf).",
                    obj=model,
                    id="localoffer.E001",
                )
            )
        if not own.get("page_description"):
            errors.append(
                Error(
                    f"{model.__name__} has no page_description.",
                    hint="Write one sentence that tells an editor when to choose it.",
                    obj=model,
                    id="localoffer.E002",
                )
            )
        try:
            get_template(model.template)
        except TemplateDoesNotExist:
            errors.append(
                Error(
                    f"{model.__name__} has no template {model.template}.",
                    hint="Write it in templates/.",
                    obj=model,
                    id="localoffer.E003",
                )
            )
    return errors
