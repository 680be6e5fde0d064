"""Whole web addresses, for other sites and for paper. They are those of the site's first language, so that they last."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation


def address_of(name: str, *args: Any) -> str:
    with translation.override(settings.LANGUAGE_CODE):
        return f"{settings.SITE_URL}{reverse(f'seal:{name}', args=args)}"
