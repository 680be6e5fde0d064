"""The forum's advice to a service that did not get the seal yet: by e-mail to whoever asked for the visit, and to nobody else."""

from django.conf import settings
from django.core.mail import send_mail
from django_tasks import task

from ..models import Visit


@task()
def send_advice(visit_id: int) -> None:
    visit = Visit.objects.select_related("request").get(pk=visit_id)
    if visit.request and visit.request.email and visit.advice:
        send_mail(f"Your visit from the young people: {visit.listing_title}", advice_words(visit), None, [visit.request.email])


def advice_words(visit: Visit) -> str:
    return (
        f"Thank you for having us at “{visit.listing_title}”.\n\n"
        "We did not give you our seal this time. This is what we think would help:\n\n"
        f"{visit.advice}\n\n"
        "This is private. We tell nobody else. When you have changed something, ask us to come again:\n"
        f"{settings.SITE_URL}/seal/ask/\n"
    )
