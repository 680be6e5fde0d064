"""For the workers that tests kill: a queue in a database file of their own, and a mail server on this machine."""

import os
from datetime import timedelta

from localoffer.settings.test import *  # noqa: F403


class WithoutMigrations:
    """Tables straight from the models: the migrations of all apps take longer than the test."""

    def __contains__(self, app: str) -> bool:
        return True

    def __getitem__(self, app: str) -> None:
        return None


MIGRATION_MODULES = WithoutMigrations()
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": True, "QUEUES": QUEUES}}  # noqa: F405
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
EMAIL_HOST, EMAIL_PORT = "127.0.0.1", int(os.environ["EMAIL_PORT"])
ALERTS_IN_FLIGHT = timedelta(seconds=0.5)
