"""Writing the e-mails: plain text and HTML, in the reader's language, with the links that stop them."""

from email.utils import formataddr, parseaddr
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Site

from localoffer.navigation.frame import FrameData, frame_of
from localoffer.pages.finding import has_home

from .. import rules
from ..choices import HowOften, Letter
from ..models import Delivery, Subscription
from ..registry import all_subjects
from .tokens import CONFIRM, MANAGE, token_of

LONGEST_WORDS = 400


def whole_address(address: str) -> str:
    return urljoin(f"{settings.SITE_URL}/", address)


class Writer:
    """Writes many e-mails; what stands in all of them is read once."""

    def __init__(self) -> None:
        self._homes: dict[str, bool] = {}

    @cached_property
    def _site(self) -> Site | None:
        return Site.objects.filter(is_default_site=True).select_related("root_page").first()

    @cached_property
    def _details(self) -> dict[str, str]:
        return (frame_of(self._site) if self._site else FrameData()).details

    @cached_property
    def _labels(self) -> dict[str, Any]:
        return {subject.key: subject.label for subject in all_subjects()}

    @property
    def site_name(self) -> str:
        return rules.one_line(self._details.get("site_name") or settings.WAGTAIL_SITE_NAME, 60)

    def _language(self, chosen: str) -> str:
        """The reader's language while the site has pages in it: links to others would lead nowhere."""
        if chosen not in self._homes:
            known = chosen in dict(settings.LANGUAGES)
            self._homes[chosen] = known and self._site is not None and has_home(self._site, chosen)
        return chosen if self._homes[chosen] else settings.LANGUAGE_CODE

    def write(self, delivery: Delivery) -> EmailMultiAlternatives:
        reader = delivery.subscription
        language = self._language(reader.language)
        with translation.override(language):
            context = self._context(delivery, reader, language)
            subject = rules.one_line(self._subject(delivery, context))
            message = EmailMultiAlternatives(
                subject=subject,
                body=render_to_string(f"alerts/email/{delivery.letter}.txt", context).strip() + "\n",
                from_email=self._sender(),
                to=[reader.address],
                headers=self._headers(delivery, reader),
            )
            html = render_to_string(f"alerts/email/{delivery.letter}.html", context | {"subject": subject})
            message.attach_alternative(html, "text/html")
        return message

    def _context(self, delivery: Delivery, reader: Subscription, language: str) -> dict[str, Any]:
        items = rules.items_for(delivery.mailing.items, reader.subjects, language) if delivery.mailing else []
        return {
            "site_name": self.site_name,
            "details": self._details,
            "demonstration": settings.DEMONSTRATION,
            "language": "en-GB" if language == "en-gb" else language,
            "right_to_left": translation.get_language_bidi(),
            "subjects": [str(self._labels[key]) for key in reader.subjects if key in self._labels],
            "how_often": HowOften(reader.how_often).label,
            "is_weekly": delivery.mailing is not None and delivery.mailing.how_often == HowOften.WEEKLY,
            "items": [self._item(item) for item in items],
            "home": whole_address(reverse("wagtail_serve", args=[""])),
            "confirm": whole_address(reverse("alerts:confirm", args=[token_of(CONFIRM, reader.request_key)])),
            "mine": whole_address(reverse("alerts:mine", args=[token_of(MANAGE, reader.key)])),
            "stop": whole_address(reverse("alerts:stop", args=[token_of(MANAGE, reader.key)])),
        }

    def _item(self, item: dict[str, str]) -> dict[str, str]:
        return {
            "title": rules.one_line(item["title"], 200),
            "words": rules.one_line(item["words"], LONGEST_WORDS),
            "address": whole_address(item["address"]),
            "subject": str(self._labels.get(item["subject"], "")),
        }

    def _subject(self, delivery: Delivery, context: dict[str, Any]) -> str:
        if delivery.letter == Letter.CONFIRM:
            return _("Please confirm: e-mails from %(site)s") % {"site": self.site_name}
        if delivery.letter == Letter.ALREADY:
            return _("You get e-mails from %(site)s already") % {"site": self.site_name}
        items = context["items"]
        if len(items) == 1:
            return f"{self.site_name}: {items[0]['title']}"
        count = ngettext("%(number)s new thing", "%(number)s new things", len(items)) % {"number": len(items)}
        return f"{self.site_name}: {count}"

    def _sender(self) -> str:
        name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
        return formataddr((name or self.site_name, address))

    def _headers(self, delivery: Delivery, reader: Subscription) -> dict[str, str]:
        headers = {
            "Message-ID": delivery.message_id,
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
        }
        if delivery.letter == Letter.ALERT:
            # Without a language in it: it must work even when the site gives that language up.
            with translation.override(settings.LANGUAGE_CODE):
                stop = whole_address(reverse("alerts:stop", args=[token_of(MANAGE, reader.key)]))
            headers |= {
                "List-Id": f"<alerts.{urlsplit(settings.SITE_URL).hostname}>",
                "List-Unsubscribe": f"<{stop}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            }
        return headers
