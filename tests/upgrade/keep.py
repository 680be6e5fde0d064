"""Keeps a small database of the code's present schema, so that later versions are tested with an upgrade from it.

python -m tests.upgrade.keep 0.1.0
"""

import lzma
import os
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

FOLDER = Path(__file__).parent / "kept"


def main(version: str) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "localoffer.settings.test")
    with tempfile.TemporaryDirectory(prefix="localoffer-kept-") as data:
        os.environ["DATA_DIR"] = data

        import django

        django.setup()

        from django.core.management import call_command
        from django.db import connection

        from tests.upgrade.rows import plant

        call_command("migrate", verbosity=0)
        plant()
        connection.close()
        with closing(sqlite3.connect(Path(data) / "db.sqlite3")) as database:
            database.execute("PRAGMA journal_mode=DELETE")
            database.execute("VACUUM")
        FOLDER.mkdir(exist_ok=True)
        file = FOLDER / f"{version}.sqlite3.xz"
        file.write_bytes(lzma.compress((Path(data) / "db.sqlite3").read_bytes(), preset=9))
        print(f"{file}: {file.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main(sys.argv[1])
