"""What a page's template gets beside the page. The views of an app register it for the app's pages,
so that models import nothing that stands above them::

    @provides_context(DirectoryPage)
    def results(page, request): ...

What is registered for ``BasePage`` is for all pages.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

Provider = Callable[[Any, HttpRequest], dict[str, Any]]

_providers: dict[type, list[Provider]] = defaultdict(list)


def provides_context(model: type) -> Callable[[Provider], Provider]:
    def register(provider: Provider) -> Provider:
        _providers[model].append(provider)
        return provider

    return register


def context_for(page: Any, request: HttpRequest) -> dict[str, Any]:
    context: dict[str, Any] = {}
    for model in reversed(type(page).__mro__):  # what is registered for all pages first
        for provider in _providers.get(model, ()):
            context |= provider(page, request)
    return context
