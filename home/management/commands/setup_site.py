import getpass
import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from home.services import Answers, WrongAnswers, set_up_site

QUESTIONS = {
    "council": "Name of the council, such as Oxfordshire County Council",
    "telephone": "Telephone of the Local Offer team (empty: none)",
    "email": "E-mail address of the Local Offer team (empty: none)",
    "colour": "Colour of links and buttons, such as #0a544e (empty: ours)",
    "logo": "File of the logo, PNG or JPEG (empty: ours)",
    "languages": "Other languages, with spaces between: pl uk ar ur pt (empty: none)",
    "admin_email": "E-mail address of the first administrator (empty: none)",
}
WHAT_NEXT = (
    "Next: sign in at /admin/, write the drafts and publish them, and add services. `manage.py load_glossary`, `load_pictures` "
    "and `load_synonyms` bring in words and drawings that come with this site."
)


class Command(BaseCommand):
    help = "Makes a clean site for a council. Asks for what no option says. Changes nothing that is there; safe to run again."

    def add_arguments(self, parser: CommandParser) -> None:
        for name, question in QUESTIONS.items():
            more = {"nargs": "*"} if name == "languages" else {}
            parser.add_argument(f"--{name.replace('_', '-')}", help=question, **more)
        parser.add_argument(
            "--colour-dark", default="", help="the colour for dark grounds; left out: the nearest that can be read"
        )
        parser.add_argument("--no-input", action="store_false", dest="ask", help="ask nothing; the password is in ADMIN_PASSWORD")

    def handle(self, *args: Any, **options: Any) -> None:
        given = {name: options[name] for name in QUESTIONS}
        for name, question in QUESTIONS.items():
            if given[name] is None:
                given[name] = input(f"{question}: ").strip() if options["ask"] else ""
        if isinstance(given["languages"], str):
            given["languages"] = given["languages"].split()
        password = os.environ.get("ADMIN_PASSWORD", "")
        if given["admin_email"] and not password and options["ask"]:
            password = getpass.getpass("Password of the administrator, 15 letters or more: ")
        given["languages"] = tuple(given["languages"])
        try:
            said = set_up_site(Answers(**given, colour_dark=options["colour_dark"], admin_password=password))
        except WrongAnswers as wrong:
            raise CommandError(f"Nothing was changed.\n{wrong}") from wrong
        self.stdout.write("\n".join([*said, WHAT_NEXT]))
