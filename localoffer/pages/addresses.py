"""Addresses and the language that they begin with. Pure functions over strings.

The English address is the bare one, "/contact/"; in Polish it is "/pl/contact/".
"""

import re
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest

# What has no language: these addresses never get one in front.
OUTSIDE = frozenset(
    {
        "account",
        "admin",
        "documents",
        "media",
        "static",
        "healthz",
        "readyz",
        "favicon.ico",
        "robots.txt",
        "sitemap.xml",
        ".well-known",
    }
)
TAG = re.compile(r"<(?:a|form)\s[^>]*>")
ADDRESS = re.compile(r'(?<=\s)(href|action)="(/[^"]*)"')


class Crumb(NamedTuple):
    """A page above another one: what it is called, where it is, the language of its title ("" for English readers)."""

    title: str
    address: str
    lang: str = ""


def other_languages() -> tuple[str, ...]:
    """The codes that an address can begin with: all languages but English."""
    return tuple(code for code, _ in settings.LANGUAGES if code != settings.LANGUAGE_CODE)


def language_of(request: HttpRequest) -> str:
    """The reader's language. Not the active one: what a page without a translation shows is made under English."""
    return getattr(request, "LANGUAGE_CODE", "") or settings.LANGUAGE_CODE


def first_part(address: str) -> str:
    """ "contact" for "/contact/?q=a"; "" for the home page."""
    return re.split(r"[/?#]", address.lstrip("/"), maxsplit=1)[0]


def split(address: str) -> tuple[str, str]:
    """The language that the address begins with, "" for English; and the address without it.

    What is left begins with one slash only: "/pl//example.org/" without its language must not lead to another site.
    """
    code = first_part(address)
    if code not in other_languages():
        return "", "/" + address.lstrip("/")
    return code, "/" + address.lstrip("/").removeprefix(code).lstrip("/")


def in_language(address: str, code: str) -> str:
    """The same address in that language, whichever it is in now. One outside of all languages stays as it is."""
    bare = split(address)[1]
    if code == settings.LANGUAGE_CODE or first_part(bare) in OUTSIDE:
        return bare
    return f"/{code}{bare}"


def kept_in_language(address: str, code: str) -> str:
    """For a link on a page in that language: one that names no language gets it, so that its reader stays there."""
    if address.startswith("//") or split(address)[0]:
        return address
    return in_language(address, code)


def links_in_language(html: str, code: str) -> str:
    """The same page, with the links and forms that name no language kept in that one.

    A link with ``hreflang`` says itself which language it leads to.
    """

    def keep(match: re.Match[str]) -> str:
        return f'{match[1]}="{kept_in_language(match[2], code)}"'

    def tag(match: re.Match[str]) -> str:
        return match[0] if " hreflang=" in match[0] else ADDRESS.sub(keep, match[0])

    return TAG.sub(tag, html)


def html_language(code: str) -> str:
    """The code as HTML wants it: "en-GB" for "en-gb"."""
    language, _, country = code.partition("-")
    return f"{language}-{country.upper()}" if country else language
