"""What the tests of the demonstration's loading share."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction
from wagtail.models import Collection, Page, Site

from localoffer.contact.models import Message
from localoffer.directory.models import Organisation
from localoffer.media.models import CustomImage, CustomMedia
from localoffer.people.models import User
from localoffer.seal.models import Award
from localoffer.search.models import SearchEntry

COUNTED = (Page, Organisation, Award, CustomImage, CustomMedia, User, SearchEntry, Collection, Site, Message)


def counts() -> dict[str, int]:
    found = {model.__name__: model.objects.count() for model in COUNTED}
    return found | Counter(page.specific_class.__name__ for page in Page.objects.all() if page.specific_class)


def load(**options: Any) -> str:
    said = StringIO()
    call_command("load_demo", stdout=said, **options)
    return said.getvalue()


@contextmanager
def loaded_demonstration(blocker: Any) -> Iterator[None]:
    """The demonstration, loaded once for several tests; afterwards all of it is taken back."""
    with blocker.unblock():
        outer = transaction.atomic()
        outer.__enter__()
        load()
        connection.check_constraints()  # or PostgreSQL checks all these rows again at the end of each test
        yield
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)
