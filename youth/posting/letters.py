"""E-mails that Wagtail's workflow does not send. They hold none of a young person's words."""

import logging
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.urls import reverse
from django.utils.translation import gettext as _

from localoffer.people.roles import FORUM_SUPPORTER

logger = logging.getLogger(__name__)


def tell_supporters_of_a_request(request: Any) -> None:
    """One letter to each supporter. When the post cannot be sent, the request still stands in the queue."""
    address = settings.WAGTAILADMIN_BASE_URL + reverse("forum_queue")
    words = _("A young person asks to change a post that is on the site.\n\nRead what they ask: %(address)s") % {
        "address": address
    }
    people = get_user_model().objects.filter(groups__name=FORUM_SUPPORTER.name, is_active=True)
    for person in people:
        try:
            send_mail(_("Somebody asks to change a post"), words, None, [person.email])
        except OSError:  # also what smtplib raises
            logger.exception("The request for a change could not be e-mailed")
