from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from localoffer.pages.publishing import publish_due


class Command(BaseCommand):
    help = "Publishes and takes down what is due. One bad page never stops the others (unlike Wagtail's own)."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(publish_due(timezone.now()) or "Nothing is due.")
