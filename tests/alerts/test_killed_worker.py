"""A worker is killed in the middle of sending, twice. Everybody gets the e-mail; what comes twice is known for the same."""

import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

from tests.alerts.sink import Sink

ROOT = Path(__file__).resolve().parents[2]
READERS = 300
KILLED_AT = (70, 190)


def run(*words: str, sink: Sink, data: Path) -> subprocess.Popen:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {
        "DJANGO_SETTINGS_MODULE": "tests.alerts.worker_settings",
        "DATA_DIR": str(data),
        "EMAIL_PORT": str(sink.port),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "tests.alerts.worker", *words],
        cwd=ROOT,
        env=environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
    )


def test_a_worker_that_is_killed_loses_no_e_mail_and_repeats_at_most_the_one_in_flight(tmp_path: Path) -> None:
    with Sink() as sink:
        assert run("prepare", str(READERS), sink=sink, data=tmp_path).wait(timeout=60) == 0
        assert sink.taken == []
        for number in KILLED_AT:
            sink.silent_at = number
            worker = run("work", sink=sink, data=tmp_path)
            sink.wait_for(number)
            os.killpg(worker.pid, signal.SIGKILL)
            worker.wait(timeout=10)
            assert len(sink.taken) == number
        assert run("work", sink=sink, data=tmp_path).wait(timeout=60) == 0

    times = Counter(letter.to for letter in sink.taken)
    assert set(times) == {f"reader-{number}@example.org" for number in range(READERS)}
    # The server had taken an e-mail each time, and the worker could not know it.
    assert sorted(times.values(), reverse=True)[: len(KILLED_AT) + 1] == [2, 2, 1]
    assert len({letter.message_id for letter in sink.taken}) == READERS
    for address, number in times.items():
        if number > 1:
            assert len({letter.message_id for letter in sink.letters_to(address)}) == 1
