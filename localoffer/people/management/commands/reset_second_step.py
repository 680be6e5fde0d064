from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from localoffer.people.services import NobodyThere, reset_second_step


class Command(BaseCommand):
    help = "Takes away somebody's second step of signing in, so that they can set up a new one. Be sure who asks for it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email", help="the e-mail address with which the person signs in")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            number = reset_second_step(options["email"])
        except NobodyThere:
            raise CommandError("Nobody signs in with that address. Look at Settings, Users in the admin.") from None
        self.stdout.write("Done. The next sign-in asks for a new second step." if number else "There was none.")
