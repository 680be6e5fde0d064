"""E-mail to supporters before the next visit of a seal is due: once for each seal."""

from datetime import date, datetime

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django_tasks import task

from .. import rules
from ..models import Award, SealSettings


def supporters() -> list[str]:
    """The addresses of those who decide for the forum, without the site's administrators."""
    may = Q(groups__permissions__codename="decide_seal", groups__permissions__content_type__app_label="seal")
    people = get_user_model().objects.filter(may, is_active=True).exclude(groups__name="Site administrators")
    return sorted(set(people.values_list("email", flat=True)))


def remind_of_reviews(now: datetime) -> int:
    """Has each seal told of whose next visit is due soon, and notes it, so that none is told of twice. Returns how many."""
    today, days = timezone.localdate(now), _remind_days()
    due = [
        award
        for award in Award.objects.current_on(today).filter(reminded_at=None)
        if rules.reminder_day(award.review_on, days) <= today
    ]
    told = 0
    for award in due:
        with transaction.atomic():
            if Award.objects.filter(pk=award.pk, reminded_at=None).update(reminded_at=now):
                send_reminder.enqueue(award.pk)
                told += 1
    return told


def _remind_days() -> int:
    found = SealSettings.objects.order_by("-site__is_default_site").values_list("remind_days", flat=True).first()
    return SealSettings().remind_days if found is None else found


@task()
def send_reminder(award_id: int) -> None:
    """Tells all supporters of one seal. It names the service and the day, and nobody."""
    award = Award.objects.get(pk=award_id)
    for address in supporters():
        send_mail(f"Time to visit again: {award.listing_title}", reminder_words(award), None, [address])


def reminder_words(award: Award) -> str:
    review, ends = (f"{day:%-d %B %Y}" for day in (award.review_on, award.ends_on))
    return (
        f"“{award.listing_title}” has the young people’s seal until {ends}.\n"
        f"The next visit is due from {review}. If nobody goes, the seal ends by itself on that last day.\n\n"
        f"Plan the visit: {settings.WAGTAILADMIN_BASE_URL}{reverse('seal_queue')}\n\n"
        "You get this e-mail once for each seal, because you look after the forum’s seal."
    )


def days_in_words(day: date, today: date) -> str:
    """How far a day is: "today", "in 3 days", "5 days ago"."""
    days = (day - today).days
    if days == 0:
        return "today"
    unit = "day" if abs(days) == 1 else "days"
    return f"in {days} {unit}" if days > 0 else f"{-days} {unit} ago"
