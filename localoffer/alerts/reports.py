"""How many are told of what, and how far the e-mails are. Numbers only: nobody reads addresses in the admin."""

import logging
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import render

from .choices import HowOften
from .models import Mailing, Subscription
from .registry import all_subjects

logger = logging.getLogger(__name__)
PAGE_SIZE = 30


def alerts_report(request: HttpRequest) -> HttpResponse:
    if not request.user.has_perm("alerts.view_mailing"):
        logger.warning("User %s was refused %s", request.user.pk, request.path)
        return HttpResponseForbidden("You do not have the permission for this. Ask a site administrator.")
    counts = Subscription.objects.counts()
    subjects = [{"label": subject.label, "numbers": numbers(counts.get(subject.key, {}))} for subject in all_subjects()]
    mailings = Paginator(Mailing.objects.with_numbers().order_by("-made_at", "-pk"), PAGE_SIZE).get_page(request.GET.get("p"))
    confirmed = Subscription.objects.confirmed().count()
    return render(
        request,
        "alerts/admin/report.html",
        {
            "subjects": subjects,
            "confirmed": confirmed,
            "unconfirmed": Subscription.objects.count() - confirmed,
            "mailings": mailings,
            "rows": [row_of(mailing) for mailing in mailings],
        },
    )


def numbers(found: dict[str, int]) -> list[int]:
    return [found.get(HowOften.AT_ONCE, 0), found.get(HowOften.WEEKLY, 0)]


def row_of(mailing: Any) -> dict[str, Any]:
    """The numbers of its deliveries, or those that stayed when the deliveries were forgotten."""
    is_old = mailing.sent is not None
    return {
        "made_at": mailing.made_at,
        "how_often": "Weekly" if mailing.how_often == HowOften.WEEKLY else "At once",
        "titles": [item["own"]["title"] for item in mailing.items],
        "sent": mailing.sent if is_old else mailing.now_sent,
        "waiting": 0 if is_old else mailing.now_waiting,
        "not_sent": mailing.not_sent if is_old else mailing.now_not_sent,
    }
