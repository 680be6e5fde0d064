from typing import Any, NoReturn

from django.db import models

from ..querysets import NeverDeleted


class Kept(models.Model):
    """A record that stays: neither the admin nor code deletes it. The last is for whoever would do it by mistake."""

    class Meta:
        abstract = True

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise NeverDeleted
