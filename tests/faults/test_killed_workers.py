"""Workers are killed while people write to us. What we said thank you for is there, once."""

import random
import time
from collections import Counter
from threading import Event, Thread

import psutil
import pytest
import requests

from tests.faults.conftest import Postgres
from tests.faults.reading import written
from tests.faults.site import TOKEN, WebSite, environment, serving

pytestmark = pytest.mark.slow
WRITERS = 6
SECONDS = 8
EVERY = 0.5  # seconds, after which the next worker is killed


class Writer(Thread):
    """Somebody who sends one message after the other, each once, and notes which were taken."""

    def __init__(self, number: int, site: WebSite, done: Event) -> None:
        super().__init__()
        self.number, self.site, self.done = number, site, done
        self.sent: list[str] = []
        self.taken: list[str] = []
        form = requests.get(f"{site.address}/contact/", timeout=30)
        self.cookies, self.token = form.cookies, TOKEN.findall(form.text)[0]

    def run(self) -> None:
        while not self.done.is_set():
            words = f"Message {self.number}-{len(self.sent)} of a person"
            self.sent.append(words)
            try:
                answer = requests.post(
                    f"{self.site.address}/contact/",
                    data={"csrfmiddlewaretoken": self.token, "words": words, "name": "", "email": "", "trap": ""},
                    headers={"X-Forwarded-For": f"10.{self.number}.{len(self.sent) // 250}.{len(self.sent) % 250}"},
                    cookies=self.cookies,
                    allow_redirects=False,
                    timeout=30,
                )
            except requests.RequestException:
                time.sleep(0.05)
                continue
            if answer.status_code == 303:
                self.taken.append(words)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_nothing_that_was_acknowledged_is_lost_and_nothing_is_stored_twice(kind: str, request: pytest.FixtureRequest) -> None:
    data = request.getfixturevalue("sqlite_data")
    postgres: Postgres = request.getfixturevalue("postgres")
    told = environment(data) if kind == "sqlite" else environment(data, DATABASE_URL=postgres.address)
    with serving(told, workers=3) as site:
        done = Event()
        writers = [Writer(number, site, done) for number in range(WRITERS)]
        for writer in writers:
            writer.start()
        killed, until = 0, time.monotonic() + SECONDS
        while time.monotonic() < until:
            time.sleep(EVERY)
            if workers := site.workers():
                killed += kill(random.choice(workers))  # noqa: S311  any of them
        done.set()
        for writer in writers:
            writer.join(timeout=60)
        assert site.get("/").status_code == 200

    stored = Counter(words for words in written(kind, data, postgres) if words.startswith("Message "))
    sent = {words for writer in writers for words in writer.sent}
    taken = {words for writer in writers for words in writer.taken}
    assert killed > SECONDS
    assert len(taken) > WRITERS, "most were taken, or nothing is shown by this"
    assert taken - set(stored) == set(), "acknowledged, and lost"
    assert {words for words, times in stored.items() if times > 1} == set(), "stored twice"
    assert set(stored) <= sent


def kill(worker: psutil.Process) -> int:
    try:
        worker.kill()
    except psutil.NoSuchProcess:
        return 0
    return 1
