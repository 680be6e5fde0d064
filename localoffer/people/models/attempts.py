from django.db import models


class Attempt(models.Model):
    """One try at something that is limited, such as signing in or sending a form.

    Who tried is kept only as a keyed hash that changes each day, and only for a day.
    """

    purpose = models.CharField(max_length=40)
    who = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["purpose", "who", "at"])]

    def __str__(self) -> str:
        return f"{self.purpose} at {self.at:%H:%M}"
