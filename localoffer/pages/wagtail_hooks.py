import re
from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from wagtail import hooks
from wagtail.admin.widgets import BaseChooser
from wagtail.rich_text.feature_registry import FeatureRegistry

from .rich_text import PlainPageLinkHandler
from .viewsets import GatedPageViewSet, GatedPublishBulkAction


# Ours must be registered after Wagtail's own, which have order 0.
@hooks.register("register_admin_viewset", order=100)
def register_page_viewset() -> GatedPageViewSet:
    return GatedPageViewSet()


hooks.register("register_bulk_action", GatedPublishBulkAction, order=100)


@hooks.register("register_rich_text_features", order=100)
def register_page_links(features: FeatureRegistry) -> None:
    features.register_link_type(PlainPageLinkHandler)


@hooks.register("insert_global_admin_js")
def start_without_scripts_in_the_page() -> str:
    return format_html('<script src="{}"></script>', static("js/admin-start.js"))


def render_chooser(chooser: BaseChooser, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> str:
    """The chooser as Wagtail renders it, with what its script would start as data for admin-start.js."""
    id_ = (attrs or {})["id"]
    data = chooser.get_value_data(value)
    script = chooser.render_js_init(id_, name, data)
    started = STARTS.fullmatch(script)
    if not started:
        raise ValueError(f"{type(chooser).__name__} starts by a script that admin-start.js cannot start: {script}")
    return format_html(
        '{}<span hidden data-lo-start="{}" data-lo-start-args="{}"></span>',
        mark_safe(chooser.render_html(name, data, attrs)),  # noqa: S308  HTML of a template
        started["name"],
        f"[{started['args']}]",
    )


# Wagtail writes this script in Python, where no template can be overridden.
STARTS = re.compile(r"(new )?(?P<name>\w+)\((?P<args>.*)\);", re.DOTALL)
BaseChooser.render = render_chooser
