"""Two web servers that share a PostgreSQL and a Redis, and no folder: what one publishes, the other shows."""

from pathlib import Path

import pytest

from tests.faults.conftest import Postgres, Redis
from tests.faults.site import environment, serving

pytestmark = pytest.mark.slow
DRAFT = "/money/written-last/"


def test_what_is_published_on_one_machine_shows_on_the_other_at_once(postgres: Postgres, redis: Redis, tmp_path: Path) -> None:
    shared = {"DATABASE_URL": postgres.address, "CACHE_URL": redis.address}
    [[page]] = postgres.ask("SELECT id FROM wagtailcore_page WHERE slug = 'written-last'")
    with serving(environment(tmp_path / "one", **shared)) as one, serving(environment(tmp_path / "other", **shared)) as other:
        one.sign_in()
        assert one.staff.get(f"{other.address}/admin/", allow_redirects=False, timeout=30).status_code == 200, "signed in on both"
        assert other.get(DRAFT).status_code == 404
        kept = [other.get("/money/") for _ in range(2)]
        assert "ETag" in kept[1].headers, "the other one answers from its copies"
        assert "Written last" not in kept[1].text

        publish = f"/admin/bulk/wagtailcore/page/publish/?id={page}&next=/admin/"
        assert one.post(publish, {}).status_code == 302
        assert other.get(DRAFT).status_code == 200
        assert "Written last" in other.get("/money/").text

        assert one.post(f"/admin/pages/{page}/unpublish/", {}).status_code == 302
        assert other.get(DRAFT).status_code == 404
        assert "Written last" not in other.get("/money/").text


def test_pages_answer_and_are_published_while_redis_is_gone(postgres: Postgres, redis: Redis, tmp_path: Path) -> None:
    [[page]] = postgres.ask("SELECT id FROM wagtailcore_page WHERE slug = 'written-last'")
    with serving(environment(tmp_path / "one", DATABASE_URL=postgres.address, CACHE_URL=redis.address)) as site:
        site.sign_in()
        assert site.get("/").status_code == 200
        redis.stop()
        assert [site.get("/").status_code for _ in range(4)] == [200] * 4
        assert site.post(f"/admin/bulk/wagtailcore/page/publish/?id={page}&next=/admin/", {}).status_code == 302
        assert site.get(DRAFT).status_code == 200
        redis.start()
        assert site.post(f"/admin/pages/{page}/unpublish/", {}).status_code == 302
        assert site.get(DRAFT).status_code == 404
