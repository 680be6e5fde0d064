"""What a test does in other processes: a database with readers to write to, and workers that can be killed.

python -m tests.alerts.worker prepare 300
python -m tests.alerts.worker work
"""

import sys
from datetime import timedelta

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

from localoffer.alerts.models import Choice, Delivery, Looked, Subscription  # noqa: E402
from localoffer.alerts.registry import Item, Source, Subject, Words, register  # noqa: E402
from localoffer.alerts.services import keep_sending, tell_of_new  # noqa: E402

ITEM = Item(("tests",), "one", Words("The board met", "It made a plan.", "/board/one/"))


def prepare(number: int) -> None:
    """So many confirmed readers, and something new to tell them: the e-mails wait, and none is sent."""
    call_command("migrate", run_syncdb=True, verbosity=0)
    now = timezone.now()
    fields = {"how_often": "at-once", "language": "en-gb", "asked_at": now, "confirmed_at": now}
    readers = [Subscription(address=f"reader-{one}@example.org", **fields) for one in range(number)]
    readers = Subscription.objects.bulk_create(readers, batch_size=500)
    Choice.objects.bulk_create([Choice(subscription=reader, subject="tests") for reader in readers], batch_size=500)
    register(Source("tests", subjects=lambda: [Subject("tests", "Tests")], items=lambda since, until: [ITEM]))
    Looked.objects.create(how_often="at-once", until=now - timedelta(hours=1))
    print(tell_of_new(now))
    assert Delivery.objects.unfinished().count() == number


def work() -> None:
    """What the scheduled work does each minute: has what waits sent, and empties the queue."""
    while Delivery.objects.unfinished().exists():
        keep_sending(timezone.now())
        call_command("db_worker", batch=True, interval=0.05, startup_delay=False, reload=False, verbosity=0)


if __name__ == "__main__":
    prepare(int(sys.argv[2])) if sys.argv[1] == "prepare" else work()
