"""Settings from the environment: what is taken, what is refused."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from localoffer.settings import environment


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch):
    """Sets NAME, or takes it away for None."""

    def give(value: str | None) -> None:
        if value is None:
            monkeypatch.delenv("NAME", raising=False)
        else:
            monkeypatch.setenv("NAME", value)

    return give


@pytest.mark.parametrize(("value", "read"), [("a", "a"), ("  a ", "a"), (None, "b"), ("", "b"), ("  ", "b")])
def test_a_text_that_is_missing_or_blank_is_its_default(given, value: str | None, read: str) -> None:
    given(value)
    assert environment.text("NAME", "x", default="b") == read


@pytest.mark.parametrize("length", [49, 50])
def test_a_secret_needs_fifty_characters(given, length: int) -> None:
    given("k" * length)
    if length < 50:
        with pytest.raises(ImproperlyConfigured, match="has 49 characters; it needs 50"):
            environment.secret("NAME", "x")
    else:
        assert environment.secret("NAME", "x") == "k" * 50


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("yes", True),
        ("TRUE", True),
        ("1", True),
        ("on", True),
        ("no", False),
        ("0", False),
        ("Off", False),
        ("", False),
        (None, True),
    ],
)
def test_yes_and_no_are_read_in_several_ways(given, value: str | None, read: bool) -> None:
    given(value)
    assert environment.yes_or_no("NAME", default=True) is read


@pytest.mark.parametrize(("value", "read"), [(None, 25), ("", 25), ("1", 1), (" 587 ", 587)])
def test_a_number_is_whole_and_not_below_its_lowest(given, value: str | None, read: int) -> None:
    given(value)
    assert environment.number("NAME", default=25, lowest=1) == read


@pytest.mark.parametrize("value", ["0", "-1", "2.5", "many", "²"])
def test_other_numbers_are_refused(given, value: str) -> None:
    given(value)
    with pytest.raises(ImproperlyConfigured, match=r"NAME.*whole number of 1 or more.*NAME=25"):
        environment.number("NAME", default=25, lowest=1)


@pytest.mark.parametrize(("value", "read"), [(None, ["x"]), (" , ", ["x"]), ("a,b", ["a", "b"]), (" a , ,b,", ["a", "b"])])
def test_names_are_separated_by_commas(given, value: str | None, read: list[str]) -> None:
    given(value)
    assert environment.names("NAME", ["x"]) == read


@pytest.mark.parametrize(("value", "read"), [(None, "plain"), ("", "plain"), ("JSON", "json"), (" plain ", "plain")])
def test_one_of_a_few_words_is_read_in_any_case(given, value: str | None, read: str) -> None:
    given(value)
    assert environment.one_of("NAME", ("plain", "json")) == read


def test_another_word_is_refused_with_those_that_may_be(given) -> None:
    given("xml")
    with pytest.raises(ImproperlyConfigured, match="plain, json"):
        environment.one_of("NAME", ("plain", "json"))


@pytest.mark.parametrize("value", ["mailto:security@example.org", "https://example.org/report", "tel:+441632960100"])
def test_a_contact_is_a_whole_address(given, value: str) -> None:
    given(value)
    assert environment.contact("NAME", "mailto:a@example.org", default="x") == value


@pytest.mark.parametrize("value", ["security@example.org", "http://example.org", "mailto:security", "https://a b"])
def test_other_contacts_are_refused(given, value: str) -> None:
    given(value)
    with pytest.raises(ImproperlyConfigured, match=r"NAME=mailto:a@example\.org"):
        environment.contact("NAME", "mailto:a@example.org", default="x")


def test_a_bucket_is_read_from_one_address(monkeypatch: pytest.MonkeyPatch) -> None:
    assert environment.bucket("A", "example") == {}
    monkeypatch.setenv("A", "s3://key:sec%2Fret@store.example.org:9000/uploads/site")
    assert environment.bucket("A", "example") == {
        "access_key": "key",
        "secret_key": "sec/ret",
        "endpoint_url": "https://store.example.org:9000",
        "bucket_name": "uploads",
        "location": "site",
    }
    monkeypatch.setenv("A", "s3+http://key:secret@localhost/uploads")
    assert environment.bucket("A", "example")["endpoint_url"] == "http://localhost"


ZONE = "0123456789abcdef" * 2


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (None, {}),
        (" ", {}),
        ("http://127.0.0.1:6081", {"address": "http://127.0.0.1:6081"}),
        ("https://cache.example.org/", {"address": "https://cache.example.org"}),
        (f"cloudflare://hush-HUSH_1@{ZONE}", {"token": "hush-HUSH_1", "zone": ZONE}),
    ],
    ids=["unset", "blank", "http", "https", "cloudflare"],
)
def test_a_cdn_is_a_web_address_or_a_zone_of_cloudflare(given, value: str | None, read: dict[str, str]) -> None:
    given(value)
    assert environment.cdn("NAME", "https://cache.example.org:6081") == read


@pytest.mark.parametrize(
    "value",
    [
        "hush-hush",
        "https://hush-hush@cache.example.org",
        "https://cache.example.org/hush-hush",
        f"cloudflare://{ZONE}",
        f"cloudflare://hush hush@{ZONE}",
        "cloudflare://hush-hush@zone",
        f"fastly://hush-hush@{ZONE}",
    ],
)
def test_another_address_of_a_cdn_is_refused_and_not_shown(given, value: str) -> None:
    given(value)
    with pytest.raises(ImproperlyConfigured, match="NAME is neither a web address without a path nor cloudflare://") as refused:
        environment.cdn("NAME", "https://cache.example.org:6081")
    assert [secret for secret in ("hush", ZONE) if secret in str(refused.value)] == []
