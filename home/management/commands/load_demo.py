from functools import partial
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone
from wagtail.models import Collection, Page
from wagtail.signal_handlers import disable_reference_index_auto_update

from home.demo import (
    booklets,
    chair,
    consents,
    easy_read,
    files,
    forum,
    frame,
    guide,
    heard,
    inbox,
    languages,
    measures,
    meetings,
    news,
    page_views,
    promises,
    school_year,
    seals,
    searches,
    services,
    statement,
    whats_on,
)
from home.demo.pages import Tree
from localoffer.pages.keeping import forget
from localoffer.people.services import set_up_roles
from localoffer.places.services import load_shipped
from localoffer.plainlanguage.models import GlossaryTerm
from localoffer.plainlanguage.services import link_glossary, load_glossary
from localoffer.search.index import rebuild
from localoffer.search.services import load_synonyms

EMPTY_SITE = 2  # the root, and Wagtail's own first page


class Command(BaseCommand):
    help = "Loads the demonstration: pages, services, seals, posts and accounts. Safe to run twice."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--force", action="store_true", help="also on a site that has other content")

    def handle(self, *args: Any, **options: Any) -> None:
        loaded_before = Collection.objects.filter(name=files.COLLECTION).exists()
        if not loaded_before and not options["force"] and Page.objects.count() > EMPTY_SITE:
            raise CommandError(
                "This site has other content, so nothing was changed. To add the demonstration to it all the same: "
                "manage.py load_demo --force"
            )
        with transaction.atomic():
            said = self.load() if loaded_before else self.load_at_once()
        self.stdout.write(said)

    def load_at_once(self) -> str:
        """What is used where is written once for all at the end: one by one it would be thousands of tasks, some of them for
        rows that are gone by their turn."""
        with disable_reference_index_auto_update():
            said = self.load()
        transaction.on_commit(partial(call_command, "rebuild_references_index", verbosity=0))
        return said

    def load(self) -> str:
        today = timezone.localdate()
        words_are_new = not GlossaryTerm.objects.exists()  # words that editors took out do not come back at each start
        if words_are_new:
            load_glossary()
        services.load_vocabularies()
        school_year.load_school_years(today)
        pictures, film = files.load_pictures(), files.load_film()
        home = frame.load_home()
        promises.load_themes()
        news.load_words()
        tree = Tree(home, pictures, film, today)
        directory = tree.grow()
        load_shipped()
        number = services.load_services(directory, today, pictures=pictures, page_id=tree.page_id)
        tree.measures = measures.load_measures()
        tree.fill()
        booklets.load_booklets()
        easy_read.load_editions(tree)
        whats_on.load_events(tree, today)
        meetings.load_meetings(tree, today)
        guide.load_guide(tree, today)
        frame.load_doors(home, tree)
        frame.load_details(tree)
        statement.load_statement(today)
        if words_are_new:
            link_glossary(tree.ids.get)
        languages.load_languages(tree, directory)
        set_up_roles()  # after the homes in other languages, which are the translators'
        people = frame.load_people()
        seals.load_seals(people["supporter"], today, pictures)
        consents.load_consents(people["supporter"], pictures, today)
        forum.load_forum(people, pictures, timezone.now())
        heard.load_heard(people["supporter"], people["admin"], timezone.now(), today)
        inbox.load_inbox(tree, people, timezone.now())
        promises.load_promises(people["communications"], today)
        chair.load_draft(people["communications"], timezone.now())
        load_synonyms()
        searches.load_searches(tree, today)
        page_views.load_page_views(today)
        found = rebuild()
        forget()
        return (
            f"The demonstration is there: {number} services, {found} pages that can be searched, {len(people)} accounts.\n"
            f"Sign in as {', '.join(user.email for user in people.values())}; password: {frame.demo_password()}"
        )
