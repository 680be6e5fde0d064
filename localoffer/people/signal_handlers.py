from typing import Any

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from .rules import LAST_ACTION


@receiver(user_logged_in)
def note_the_first_action(request: HttpRequest, **more: Any) -> None:
    request.session[LAST_ACTION] = timezone.now().timestamp()
