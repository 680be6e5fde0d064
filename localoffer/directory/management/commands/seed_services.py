from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from tqdm import tqdm

from localoffer.directory.models import DirectoryPage
from localoffer.directory.seeding import Words, seed_services
from localoffer.directory.services import count_completeness

MOST = 100_000


class Command(BaseCommand):
    help = "Makes N made-up services, believable and marked “(example)”, to try the site at a county's or a country's size."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("number", type=int, help="how many services to add")
        parser.add_argument("--seed", type=int, default=1, help="another number makes other services (default 1)")

    def handle(self, *args: Any, **options: Any) -> None:
        number = options["number"]
        if not 0 < number <= MOST:
            raise CommandError(f"Write how many services to make: a number from 1 to {MOST}, such as 1000.")
        directory = DirectoryPage.objects.filter(alias_of=None).order_by("pk").first()
        if directory is None:
            raise CommandError("There is no directory page to put services below. Make one, or load the demonstration first.")
        words = Words.read()
        if not words.topics:
            raise CommandError("There are no topics yet. Add some under Directory, or load the demonstration first.")
        now = timezone.now()
        with tqdm(total=number, unit=" services", disable=None, file=self.stderr._out, leave=False) as bar:
            seed_services(
                directory=directory,
                words=words,
                number=number,
                seed=options["seed"],
                now=now,
                made=bar.update,
            )
        count_completeness(now)
        self.stdout.write(f"{number} services added below “{directory.title}”. They can be searched now.")
