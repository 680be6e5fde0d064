"""The settings of signing in by the organisation: whole and right, or refused in plain words."""

from pathlib import Path

import pytest

from .test_production import start, values

GOOD = {
    "OIDC_ISSUER": "https://login.example.org/tenant/",
    "OIDC_CLIENT_ID": "site",
    "OIDC_CLIENT_SECRET": "secret",
    "OIDC_GROUPS": "web-team=Directory editors, CN=x=Readers",
}


def test_all_of_them_make_one_provider_and_allow_the_form_to_lead_there(tmp_path: Path) -> None:
    found = values(tmp_path, "OIDC_GROUPS", "SOCIALACCOUNT_PROVIDERS", "CONTENT_SECURITY_POLICY", "REQUIRE_SECOND_STEP", **GOOD)
    assert found["OIDC_GROUPS"] == {"web-team": "Directory editors", "CN=x": "Readers"}
    (app,) = found["SOCIALACCOUNT_PROVIDERS"]["openid_connect"]["APPS"]
    assert app["settings"]["server_url"] == "https://login.example.org/tenant"
    assert "https://login.example.org" in found["CONTENT_SECURITY_POLICY"]["DIRECTIVES"]["form-action"]
    assert found["REQUIRE_SECOND_STEP"] is True


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"OIDC_ISSUER": "http://login.example.org"}, "OIDC_ISSUER does not begin with https://"),
        ({"OIDC_CLIENT_ID": None}, "OIDC_CLIENT_ID is missing"),
        ({"OIDC_GROUPS": None}, "OIDC_GROUPS is missing"),
        ({"OIDC_GROUPS": "web-team"}, "not written as group=Role"),
        ({"OIDC_GROUPS": "web-team=Kings"}, "names the role “Kings”"),
        ({"SESSION_IDLE_MINUTES": "4"}, "SESSION_IDLE_MINUTES is “4”"),
    ],
    ids=["plain http", "no id", "no groups", "no role", "unknown role", "too short"],
)
def test_a_wrong_one_stops_the_start(tmp_path: Path, change: dict[str, str | None], said: str) -> None:
    run = start(tmp_path, **(GOOD | change))
    assert run.returncode != 0
    assert said in run.stderr
