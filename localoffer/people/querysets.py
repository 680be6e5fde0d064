"""Records that nobody may delete, whatever the role: neither in the admin nor in code."""

from typing import NoReturn

from django.db import models


class NeverDeleted(Exception):
    """The record is kept for good; it may be ended, with a reason, but it stays."""

    def __init__(self) -> None:
        super().__init__("These records are never deleted. End the record instead, and say why.")


class KeptQuerySet(models.QuerySet):
    def delete(self) -> NoReturn:
        raise NeverDeleted
