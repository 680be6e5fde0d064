from django.db import models
from django.utils.translation import gettext_lazy as _


class HowOften(models.TextChoices):
    AT_ONCE = "at-once", _("As soon as there is something new")
    WEEKLY = "weekly", _("Once a week, on Friday morning")


class Letter(models.TextChoices):
    """What an e-mail is for."""

    CONFIRM = "confirm", "Please confirm"
    ALREADY = "already", "You get e-mails already"
    ALERT = "alert", "Something is new"


class DeliveryState(models.TextChoices):
    WAITING = "waiting", "Waiting"
    SENDING = "sending", "Being sent"
    SENT = "sent", "Sent"
    REFUSED = "refused", "Refused for good"
    GIVEN_UP = "given-up", "Given up"
