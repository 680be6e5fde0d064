"""The editors' list of services: who may open it, its filters, its search, its export; bulk actions from it."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from localoffer.directory.models import ServiceContact, ServicePage, ServicePlace
from localoffer.directory.viewsets.export import as_text
from localoffer.people.roles import DIRECTORY_EDITOR, ROLES, SITE_ADMINISTRATOR
from tests.factories import AwardFactory, OrganisationFactory, TopicFactory

pytestmark = pytest.mark.django_db
LIST = "/admin/services/"


@pytest.fixture
def editor(site_tree: Any, person: Any) -> Any:
    return person(DIRECTORY_EDITOR)


@pytest.fixture
def admin(editor: Any, client: Client) -> Client:
    client.force_login(editor)
    return client


def titles(admin: Client, query: str = "") -> list[str]:
    answer = admin.get(f"{LIST}{query}")
    assert answer.status_code == 200
    return [page.title for page in answer.context["object_list"]]


# --- Who ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
@pytest.mark.parametrize("name", ["index", "index_results", "doubles", "choose_parent"])
def test_only_those_who_may_change_listings_open_the_list(
    site_tree: Any, person: Any, client: Client, role: Any, name: str
) -> None:
    client.force_login(person(role))
    status = client.get(reverse(f"services:{name}")).status_code
    if role in (SITE_ADMINISTRATOR, DIRECTORY_EDITOR):
        assert status in (200, 302)
    else:
        assert status == 403


def test_the_menu_shows_the_list_to_editors_only(site_tree: Any, person: Any, client: Client) -> None:
    for role, shown in ((DIRECTORY_EDITOR, True), (ROLES[-1], False)):
        client.force_login(person(role))
        assert (f'"{LIST}"' in client.get(reverse("wagtailadmin_home")).content.decode()) is shown


# --- What it shows -----------------------------------------------------------------------------


def test_the_list_says_what_editors_want_to_know_of_a_listing(admin: Client, listing: Any) -> None:
    topics = [TopicFactory(name="Clubs", order=1), TopicFactory(name="Sport", order=2)]
    page = listing("Kick On", topics=topics, organisation=OrganisationFactory(name="Lantern"), free="yes")
    day = timezone.localdate()
    AwardFactory(listing=page, given_on=day, ends_on=day + timedelta(days=9))
    html, percent = admin.get(LIST).content.decode(), ServicePage.objects.get(pk=page.pk).completeness
    for words in ("Kick On", "Lantern", "Clubs and 1 more", "Open", "Never", f"{percent}%", "Missing"):
        assert words in html


def test_the_list_costs_the_same_queries_for_one_and_for_many(
    admin: Client, listing: Any, django_assert_max_num_queries: Any
) -> None:
    def queries() -> int:
        with django_assert_max_num_queries(200) as asked:
            admin.get(LIST)
        return len(asked)

    listing("One", topics=[TopicFactory()])
    admin.get(LIST)
    few = queries()
    for number in range(8):
        listing(f"Club {number}", topics=[TopicFactory()], organisation=OrganisationFactory())
    assert queries() == few


def test_copies_and_other_pages_are_not_in_the_list(admin: Client, listing: Any, directory: Any) -> None:
    page = listing("Club")
    page.create_alias(parent=directory, update_slug="club-copy")
    assert titles(admin) == ["Club"]


@pytest.fixture
def three(listing: Any) -> dict[str, Any]:
    """Three listings that differ in all that can be filtered by."""
    day = timezone.localdate()
    parent = TopicFactory()
    topics = [parent, TopicFactory(parent=parent), TopicFactory()]
    organisations = [OrganisationFactory(name=name) for name in ("Lantern", "Harbour", "Meadow")]
    a = listing("Anna", topics=[topics[0]], organisation=organisations[0], last_checked=day - timedelta(days=400))
    b = listing(
        "Berta", topics=topics[1:], organisation=organisations[1], last_checked=day - timedelta(days=200), status="closed"
    )
    c = listing("Carl", organisation=organisations[2], for_young_people="Come in.", last_checked=day, live=False)
    AwardFactory(listing=a, given_on=day, ends_on=day + timedelta(days=9))
    AwardFactory(listing=b, given_on=day - timedelta(days=9), ends_on=day - timedelta(days=1))
    for page, percent in ((a, 49), (b, 50), (c, 80)):
        ServicePage.objects.filter(pk=page.pk).update(completeness=percent)
    return {"topics": topics, "organisations": organisations, "pages": [a, b, c]}


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("", ["Anna", "Berta", "Carl"]),
        ("?topics={topics[0].pk}", ["Anna", "Berta"]),
        ("?topics={topics[1].pk}&topics={topics[2].pk}", ["Berta"]),
        ("?organisation={organisations[2].pk}", ["Carl"]),
        ("?state=live", ["Anna", "Berta"]),
        ("?state=draft", ["Carl"]),
        ("?state=changed", []),
        ("?status=closed", ["Berta"]),
        ("?checked=stale", ["Anna"]),
        ("?checked=ageing", ["Berta"]),
        ("?checked=fresh", ["Carl"]),
        ("?checked=never", []),
        ("?complete=low", ["Anna"]),
        ("?complete=middle", ["Berta"]),
        ("?complete=high", ["Carl"]),
        ("?seal=yes", ["Anna"]),
        ("?seal=no", ["Berta", "Carl"]),
        ("?for_you=missing", ["Anna", "Berta"]),
        ("?for_you=there", ["Carl"]),
        ("?q=lantern", ["Anna"]),
        ("?q=ber%20harb", ["Berta"]),
        ("?q=ber%20lantern", []),
        ("?q=a&seal=yes&topics={topics[0].pk}&for_you=missing", ["Anna"]),
        ("?ordering=-completeness", ["Carl", "Berta", "Anna"]),
        ("?ordering=-organisation__name", ["Carl", "Anna", "Berta"]),
        ("?ordering=last_checked", ["Anna", "Berta", "Carl"]),
    ],
)
def test_the_list_filters_searches_and_sorts(admin: Client, three: dict[str, Any], query: str, wanted: list[str]) -> None:
    assert titles(admin, query.format(**three)) == wanted


@pytest.mark.parametrize(
    "query",
    [
        "?q=%00",
        "?q=%F0%9F%8E%88%3Cb%3E",
        f"?q={'x' * 2000}",
        "?topics=9999999&topics=x&topics=-1",
        "?organisation=99999999999999999999",
        "?status=x&checked=x&complete=x&seal=x&for_you=x&state=x",
        "?ordering=ord",
        "?ordering=password",
        "?p=99999&p=-1",
        "?export=pdf",
    ],
)
def test_the_list_stands_whatever_is_asked(admin: Client, listing: Any, query: str) -> None:
    listing()
    assert admin.get(f"{LIST}{query}").status_code in (200, 404)
    assert admin.get(f"{LIST}results/{query}").status_code in (200, 404)


def test_the_explorer_never_shows_all_services_on_one_page(admin: Client, listing: Any, directory: Any) -> None:
    for number in range(51):
        listing(f"Club {number:02}")
    answer = admin.get(reverse("wagtailadmin_explore", args=[directory.pk]), {"ordering": "ord"})
    assert len(answer.context["object_list"]) == 50
    assert f'/pages/{directory.pk}/?ordering=ord"' not in answer.content.decode()


# --- Export ------------------------------------------------------------------------------------


def test_the_export_holds_what_the_list_shows_and_no_home_address(admin: Client, listing: Any) -> None:
    place = ServicePlace(town="Abingdon", address="3 Mill Lane", postcode="OX14 3EX", is_home=True)
    hall = ServicePlace(name="Abbey Hall", town="Abingdon", postcode="OX14 3JD")
    page = listing("Childminder", places=[place, hall])
    page.contacts = [ServiceContact(phone="01632 960123", email="club@example.org")]
    page.save_revision().publish()
    listing("Other")
    answer = admin.get(f"{LIST}?q=childminder&export=csv")
    rows = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert [row["Service"] for row in rows] == ["Childminder"]
    assert rows[0]["Where"] == "Abingdon OX14; Abbey Hall, Abingdon, OX14 3JD"
    assert (rows[0]["Telephone"], rows[0]["E-mail"]) == ("01632 960123", "club@example.org")
    sheet = load_workbook(io.BytesIO(b"".join(admin.get(f"{LIST}?export=xlsx").streaming_content))).active
    assert [row[0].value for row in sheet.iter_rows()] == ["Service", "Childminder", "Other"]
    assert "Mill Lane" not in str([[cell.value for cell in row] for row in sheet.iter_rows()])


@pytest.mark.parametrize(
    ("text", "cell"), [("=1+1", "'=1+1"), ("@SUM", "'@SUM"), ("+44 1632 960123", "+44 1632 960123"), ("Club", "Club")]
)
def test_a_spreadsheet_runs_nothing_of_what_was_written(text: str, cell: str) -> None:
    assert as_text(text) == cell


# --- Many at once ------------------------------------------------------------------------------


def bulk(action: str, *pages: Any, more: str = "") -> str:
    ids = "&".join(f"id={page.pk}" for page in pages) or "id=all"
    return f"/admin/bulk/directory/servicepage/{action}/?{ids}{more}&next={LIST}"


@pytest.mark.parametrize("action", ["directory-topics", "directory-status", "publish", "unpublish"])
def test_each_action_opens(admin: Client, listing: Any, action: str) -> None:
    answer = admin.get(bulk(action, listing("Kick On")))
    assert answer.status_code == 200
    assert "Kick On" in answer.content.decode()


def test_topics_of_many_are_changed_from_the_list(admin: Client, listing: Any) -> None:
    sport, pages = TopicFactory(), [listing("One"), listing("Two")]
    answer = admin.post(bulk("directory-topics", *pages), {"add": [sport.pk]}, follow=True)
    assert "2 services changed and published." in answer.content.decode()
    assert all(list(ServicePage.objects.get(pk=page.pk).topics.all()) == [sport] for page in pages)


def test_what_was_left_is_said_with_the_reason(admin: Client, listing: Any) -> None:
    sport = TopicFactory()
    page = listing("One", topics=[sport])
    said = admin.post(bulk("directory-topics", page), {"add": [sport.pk]}, follow=True).content.decode()
    assert "Left as they were:" in said
    assert "“One”: It is so already." in said


def test_a_change_that_lacks_something_is_asked_again(admin: Client, listing: Any) -> None:
    page = listing()
    assert "Choose at least one topic" in admin.post(bulk("directory-topics", page), {}).content.decode()
    said = admin.post(bulk("directory-status", page), {"status": "temporarily_closed"}).content.decode()
    assert "Say why they are closed for now" in said


def test_all_means_what_the_filters_show(admin: Client, three: dict[str, Any]) -> None:
    sport = TopicFactory()
    admin.post(bulk("directory-topics", more="&seal=yes"), {"add": [sport.pk]})
    assert [page.title for page in ServicePage.objects.filter(topics=sport)] == ["Anna"]


def test_two_hundred_at_once_are_enough(admin: Client, listing: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("localoffer.directory.viewsets.bulk.MOST_AT_ONCE", 1)
    sport = TopicFactory()
    said = admin.post(bulk("directory-topics", listing("One"), listing("Two")), {"add": [sport.pk]}).content.decode()
    assert "Choose at most 1 at once." in said
    assert not ServicePage.objects.filter(topics=sport).exists()


@pytest.mark.parametrize("role", [role for role in ROLES if role not in (SITE_ADMINISTRATOR, DIRECTORY_EDITOR)])
def test_nobody_else_changes_listings_by_hand_written_addresses(
    site_tree: Any, person: Any, client: Client, listing: Any, role: Any
) -> None:
    sport, page = TopicFactory(), listing()
    client.force_login(person(role))
    client.post(bulk("directory-topics", page), {"add": [sport.pk]})
    client.post(bulk("directory-status", page), {"status": "closed"})
    client.post(bulk("unpublish", page))
    page.refresh_from_db()
    assert (page.live, page.status, list(page.topics.all())) == (True, "open", [])
