"""What a page's template gets beside the page. The views of an app register it for the app's pages,
so that models import nothing that stands above them::

    @provides_context(DirectoryPage)
    def results(page, request): ...

    @provides_context(BasePage, and_below=True)
    def way_to_edition(page, request): ...    # for all types of pages below that one as well
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

Provider = Callable[[Any, HttpRequest], dict[str, Any]]

_providers: dict[type, list[Provider]] = defaultdict(list)
_general: list[tuple[type, Provider]] = []


def provides_context(model: type, *, and_below: bool = False) -> Callable[[Provider], Provider]:
    """For pages of that type; with ``and_below`` also for those of the types made from it."""

    def register(provider: Provider) -> Provider:
        if and_below:
            _general.append((model, provider))
        else:
            _providers[model].append(provider)
        return provider

    return register


def context_for(page: Any, request: HttpRequest) -> dict[str, Any]:
    context: dict[str, Any] = {}
    general = [provider for model, provider in _general if isinstance(page, model)]
    for provider in (*general, *_providers[type(page)]):
        context |= provider(page, request)
    return context
