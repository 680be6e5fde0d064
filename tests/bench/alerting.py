"""Sends an alert to 10,000 readers, over a mail server on this machine; the worker is killed twice on the way.

python -m tests.bench.alerting [10000]
"""

import os
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.alerts.sink import Sink
from tests.alerts.test_killed_worker import run


def main(number: int) -> None:
    with Sink() as sink, tempfile.TemporaryDirectory(prefix="localoffer-bench-") as folder:
        data = Path(folder)
        began = time.monotonic()
        run("prepare", str(number), sink=sink, data=data).wait()
        print(f"A database, {number} readers and their e-mails laid out: {time.monotonic() - began:.1f} s")
        sending = 0.0
        for share in (0.3, 0.7, None):
            sink.silent_at = int(number * share) if share else 0
            worker = run("work", sink=sink, data=data)
            before = len(sink.taken)
            sink.wait_for(before + 1, seconds=60)
            began = time.monotonic()
            if share:
                sink.wait_for(sink.silent_at, seconds=3600)
                os.killpg(worker.pid, signal.SIGKILL)
            worker.wait()
            took = time.monotonic() - began
            sending += took
            print(f"{len(sink.taken) - before} e-mails in {took:.1f} s{', then killed' if share else ''}")
        times = Counter(letter.to for letter in sink.taken)
        twice = sum(count - 1 for count in times.values())
        ids = len({letter.message_id for letter in sink.taken})
        print(f"{len(times)} readers got it, {twice} e-mails came twice, {ids} Message-IDs.")
        print(f"{len(sink.taken) / sending:.0f} e-mails a second")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
