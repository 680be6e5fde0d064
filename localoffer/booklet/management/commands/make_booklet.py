from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.template.loader import render_to_string
from django.utils import timezone
from wagtail.models import Site

from localoffer.accessibility.models import StatementSettings
from localoffer.booklet.finding import contents_of
from localoffer.booklet.models import Booklet
from localoffer.directory.models import AgeStage, Area, Topic
from localoffer.navigation.frame import FrameData, frame_of

TERMS = {"area": Area, "topic": Topic, "ages": AgeStage}


class Command(BaseCommand):
    help = "Writes a booklet for printing, one file of HTML that needs nothing else, from what the directory holds now."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--booklet", metavar="SLUG", help="one that editors have made; or say what is in it by the others")
        for name in TERMS:
            parser.add_argument(f"--{name}", metavar="SLUG", help="without it: all")
        parser.add_argument("--title", default="Services", help="what stands on the front")
        parser.add_argument("--to", metavar="FILE", required=True, type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        booklet = self.booklet(options)
        site = Site.objects.filter(is_default_site=True).first()
        contents = contents_of(booklet, timezone.localdate())
        context = {
            "contents": contents,
            "frame": frame_of(site) if site else FrameData(),
            "organisation": StatementSettings.for_site(site).organisation if site else "",
            "style": Path(str(finders.find("css/booklet.css"))).read_text(),
        }
        try:
            options["to"].write_text(render_to_string("booklet/file.html", context))
        except OSError as problem:
            raise CommandError(f"The booklet was not written: {problem.strerror}: {options['to']}") from problem
        self.stdout.write(f"{options['to']}: {contents.shown} of {contents.total} services.")

    def booklet(self, options: dict[str, Any]) -> Booklet:
        if slug := options["booklet"]:
            found = Booklet.objects.with_terms().filter(slug=slug).first()
            if found is None:
                raise CommandError(f"There is no booklet “{slug}”. There are: {_named(Booklet.objects.all())}.")
            return found
        return Booklet(title=options["title"], **{name: self.term(name, options[name]) for name in TERMS})

    def term(self, name: str, slug: str | None) -> Any:
        known = TERMS[name].objects.in_use()
        found = known.filter(slug=slug).first() if slug else None
        if slug and found is None:
            raise CommandError(f"There is no {name} “{slug}”. There are: {_named(known)}.")
        return found


def _named(rows: Any) -> str:
    return ", ".join(rows.values_list("slug", flat=True)) or "none yet"
