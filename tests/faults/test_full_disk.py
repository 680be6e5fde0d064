"""The disk for uploads is full: whoever uploads is told, and no half of a file stays."""

from pathlib import Path

import pytest

from tests.faults.conftest import Postgres
from tests.faults.site import environment, serving

pytestmark = pytest.mark.slow
ADD = "/admin/documents/add/"
KILOBYTE, MEGABYTE = 1024, 1024 * 1024


@pytest.mark.parametrize(
    "size", [pytest.param(2 * MEGABYTE, id="held in memory"), pytest.param(4 * MEGABYTE, id="held in a temporary file")]
)
def test_what_does_not_fit_is_refused_with_words_and_leaves_nothing_behind(
    size: int, postgres: Postgres, tmp_path: Path, small_disk: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "media").symlink_to(small_disk)
    with serving(environment(data, DATABASE_URL=postgres.address), workers=1) as site:
        site.sign_in()
        [[before]] = postgres.ask("SELECT count(*) FROM media_customdocument")
        answer = site.post(ADD, {"title": "A long one"}, files={"file": ("long.txt", b"words " * (size // 6))})
        assert answer.status_code == 507
        assert "There is no room left to keep what you sent" in answer.text
        assert [file for file in small_disk.rglob("*") if file.is_file()] == []
        assert postgres.ask("SELECT count(*) FROM media_customdocument") == [(before,)]

        answer = site.post(ADD, {"title": "A short one"}, files={"file": ("short.txt", b"words " * KILOBYTE)})
        assert answer.status_code == 302
        assert [file.stat().st_size for file in small_disk.rglob("*") if file.is_file()] == [6 * KILOBYTE]
        assert postgres.ask("SELECT count(*) FROM media_customdocument") == [(before + 1,)]
