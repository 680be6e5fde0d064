"""The letter for a new password, sent in the background."""

from urllib.parse import urljoin

from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django_tasks import task

from ..models import User


@task()
def send_reset_letter(email: str) -> None:
    """Sends a link that works once and for an hour, if somebody signs in here with that address and a password."""
    person = User.objects.filter(email=email, is_active=True).first()
    # Whoever signs in by their organisation has no password here, and must not get one: the organisation says who may.
    if person is None or not person.has_usable_password():
        return
    key = {"uidb36": user_pk_to_url_str(person), "key": default_token_generator.make_token(person)}
    with translation.override(settings.LANGUAGE_CODE):
        link = urljoin(settings.SITE_URL, reverse("account_reset_password_from_key", kwargs=key))
        words = render_to_string("account/email/new_password.txt", {"link": link, "person": person, "site": settings.SITE_URL})
        send_mail(gettext("A new password for the Local Offer"), words, None, [person.email])
