"""Counting in the memory of this process, and writing it down now and then, so that a kept page costs no query."""

import logging
from collections import Counter
from datetime import date

from django.db import DatabaseError, IntegrityError, InterfaceError, transaction
from django.db.models import F

from .models import PageViews

AT_ONCE = 50  # looks, after which they are written down
SECONDS = 60  # after which they are written down too, at the next look
logger = logging.getLogger(__name__)


class Tally:
    """What this process has counted and not written yet."""

    def __init__(self) -> None:
        self.waiting: Counter[tuple[int, date]] = Counter()
        self.written_at = 0.0

    def note(self, page: int, day: date) -> None:
        self.waiting[page, day] += 1

    def is_due(self, clock: float) -> bool:
        """Whether to write now, by a clock in seconds. The first look of a process is written at once."""
        return bool(self.waiting) and (self.waiting.total() >= AT_ONCE or clock - self.written_at >= SECONDS)

    def write(self, clock: float) -> None:
        """Adds each count to its row. What cannot be written waits for the next time; raises nothing.

        Row by row, each at once: two processes never hold rows that the other waits for, and nothing is added twice.
        """
        self.written_at = clock
        taken, self.waiting = self.waiting, Counter()  # other threads go on counting
        for (page, day), number in list(taken.items()):
            try:
                add(page, day, number)
            except IntegrityError:
                pass  # the page was deleted meanwhile
            except (DatabaseError, InterfaceError) as error:
                logger.warning("Page views wait to be written (%s).", type(error).__name__)
                self.waiting.update(taken)
                return
            del taken[page, day]


def add(page: int, day: date, number: int) -> None:
    """Adds to the count of that page and day. Raises IntegrityError for a page that is not there."""
    row = PageViews.objects.filter(page_id=page, day=day)
    if not row.update(count=F("count") + number):
        with transaction.atomic():
            PageViews.objects.bulk_create([PageViews(page_id=page, day=day)], ignore_conflicts=True)
            row.update(count=F("count") + number)


tally = Tally()
