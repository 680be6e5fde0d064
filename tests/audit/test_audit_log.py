"""The log: who signed in or was refused, who was given what; who reads it, and for how long it is kept."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, ModelLogEntry

from localoffer.audit.rules import masked, safe_cell
from localoffer.audit.services import NO_ROW, forget_old_entries, note
from localoffer.contact.models import Message
from localoffer.contact.services import forget_old_messages
from localoffer.people.models import User
from localoffer.people.services import places_logged
from tests.factories import UserFactory

PASSWORD = "a-long-password-for-tests"
LOG = "/admin/reports/audit-log/"


def may(user: User, *codenames: str) -> User:
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", *codenames]))
    return user


@pytest.fixture
def somebody(db: None) -> User:
    user = UserFactory(email="ari@example.org", display_name="Ari")
    user.set_password(PASSWORD)
    user.save()
    ModelLogEntry.objects.all().delete()
    return user


@pytest.fixture
def administrator(db: None) -> User:
    return UserFactory(email="sam@example.org", display_name="Sam", is_superuser=True)


def sign_in(email: str, password: str) -> None:
    Client().post("/account/login/", {"login": email, "password": password})


def entries(action: str) -> list[ModelLogEntry]:
    return list(ModelLogEntry.objects.filter(action=action).order_by("pk"))


def test_a_sign_in_is_logged_as_done_by_that_person(somebody: User) -> None:
    sign_in("ari@example.org", PASSWORD)
    [entry] = entries("audit.sign_in")
    assert (entry.user, entry.object_id, entry.message) == (somebody, str(somebody.pk), "Signed in")
    assert entries("audit.sign_in_failed") == []


def test_a_refused_sign_in_is_logged_with_the_account_and_done_by_nobody(somebody: User) -> None:
    sign_in(" ARI@example.org", "wrong-password")
    [entry] = entries("audit.sign_in_failed")
    assert (entry.user, entry.object_id) == (None, str(somebody.pk))
    assert entries("audit.sign_in") == []


def test_a_refused_sign_in_of_nobody_keeps_neither_address_nor_password(somebody: User) -> None:
    sign_in("stranger@example.com", "their-own-secret")
    [entry] = entries("audit.sign_in_failed")
    assert (entry.label, entry.object_id, entry.data) == ("No account: s…@example.com", NO_ROW, {})


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Stranger@Example.com ", "s…@example.com"),
        ("my secret password", "a name"),
        ("", "a name"),
        ("a@b@example.com", "a…@example.com"),
        ("x\n@example.com", "x…@example.com"),
    ],
    ids=["address", "password", "nothing", "two-ats", "new-line"],
)
def test_of_an_address_only_the_first_letter_and_the_host_are_kept(typed: str, kept: str) -> None:
    assert masked(typed) == kept


def test_groups_given_and_taken_are_logged_from_either_side(somebody: User) -> None:
    editors, readers = Group.objects.create(name="Editors of tests"), Group.objects.create(name="Readers of tests")
    somebody.groups.set([editors])
    somebody.groups.set([editors])  # nothing changes
    readers.user_set.add(somebody)
    somebody.groups.remove(editors)
    assert [entry.message for entry in entries("audit.groups")] == [
        "Groups given: Editors of tests",
        "Groups given: Readers of tests",
        "Groups taken: Editors of tests",
    ]
    assert {entry.object_id for entry in entries("audit.groups")} == {str(somebody.pk)}


def test_permissions_of_a_group_are_logged_by_name(db: None) -> None:
    group = Group.objects.create(name="Editors of tests")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    [entry] = entries("audit.permissions")
    assert (entry.label, entry.message) == ("Editors of tests", "Permissions given: access_admin")


def test_what_a_group_may_do_on_pages_and_collections_is_logged_when_its_form_is_saved(
    client: Client, administrator: User, home: Any
) -> None:
    group = Group.objects.create(name="Editors of tests")
    publish = Permission.objects.get(codename="publish_page")
    GroupPagePermission.objects.create(group=group, page=home, permission=publish)
    choose = Permission.objects.get(codename="choose_image")
    GroupCollectionPermission.objects.create(group=group, collection=Collection.get_first_root_node(), permission=choose)
    client.force_login(administrator)
    address = f"/admin/groups/edit/{group.pk}/"
    soup = BeautifulSoup(client.get(address).content, "html5lib")
    sent = {field["name"]: field.get("value", "") for field in soup.select("#w-editor-form input[name]:not([type=checkbox])")}
    sent |= {field["name"]: field.get("value", "on") for field in soup.select("#w-editor-form input[type=checkbox][checked]")}
    sent["image_permissions-0-collection"] = str(Collection.get_first_root_node().pk)
    assert client.post(address, sent).status_code == 302
    assert entries("people.places") == []  # nothing changed
    client.post(address, sent | {"page_permissions-0-permissions": ["change_page"]})
    assert [entry.message for entry in entries("people.places")] == [
        f"Permissions given on pages and collections: change_page (page “{home.title}”)",
        f"Permissions taken on pages and collections: publish_page (page “{home.title}”)",
    ]
    assert {(entry.user, entry.label) for entry in entries("people.places")} == {(administrator, "Editors of tests")}


def test_what_is_not_saved_is_not_logged_as_given(home: Any) -> None:
    group = Group.objects.create(name="Editors of tests")
    root, choose = Collection.get_first_root_node(), Permission.objects.get(codename="choose_image")
    GroupCollectionPermission.objects.create(group=group, collection=root, permission=choose)
    with pytest.raises(ZeroDivisionError), transaction.atomic(), places_logged(group):
        GroupCollectionPermission.objects.all().delete() and 1 / 0
    assert entries("people.places") == []
    with places_logged(group):
        GroupCollectionPermission.objects.all().delete()
    assert [entry.message for entry in entries("people.places")] == [
        "Permissions taken on pages and collections: choose_image (collection “Root”)"
    ]


def test_a_changed_account_is_logged_without_the_address_or_the_password(somebody: User) -> None:
    somebody.email, somebody.is_superuser = "new@example.org", True
    somebody.save()
    [entry] = entries("audit.account")
    assert set(entry.data["changed"].split(", ")) == {"e-mail address", "may do everything"}
    assert "new@" not in str(entry.data)


def test_a_password_hashed_anew_and_a_new_name_are_no_change_of_the_account(somebody: User) -> None:
    somebody.set_password("another-password-of-tests")
    somebody.save(update_fields=["password"])
    somebody.display_name = "Ari B"
    somebody.save()
    assert entries("audit.account") == []
    somebody.set_password("yet-another-password")
    somebody.save()
    assert [entry.data for entry in entries("audit.account")] == [{"changed": "password"}]


def test_the_log_is_for_those_with_the_permission(client: Client, somebody: User, home: Any) -> None:
    client.force_login(may(somebody, "manage_personal_data"))
    assert client.get(LOG).status_code == 403
    assert client.get(f"{LOG}results/").status_code == 403
    client.force_login(may(somebody, "view_audit_log"))
    assert client.get(LOG).status_code == 200


def test_the_log_can_be_filtered_and_exported_and_says_so(client: Client, administrator: User, somebody: User, home: Any) -> None:
    sign_in("stranger@example.com", "x")
    note(model=User, label="=1+1", action="audit.export_list")
    client.force_login(administrator)
    page = client.get(LOG, {"action": "audit.sign_in_failed"}).content.decode()
    assert "s…@example.com" in page
    assert "=1+1" not in page
    answer = client.get(LOG, {"action": "audit.export_list", "export": "csv"})
    rows = list(csv.DictReader(io.StringIO(b"".join(answer.streaming_content).decode())))
    assert {row["Name"] for row in rows} == {"'=1+1"}
    assert rows[0]["What was done"] == "List exported as a spreadsheet"
    assert ModelLogEntry.objects.get(action="audit.export_list", user=administrator).label == "Audit log"


def test_an_export_asks_the_same_number_of_questions_for_few_and_for_many(
    client: Client, administrator: User, home: Any, django_assert_max_num_queries: Any
) -> None:
    client.force_login(administrator)

    def exported() -> None:
        list(client.get(LOG, {"export": "csv"}).streaming_content)

    exported()
    with django_assert_max_num_queries(100) as few:
        exported()
    for number in range(100):
        note(model=User, label=str(number), action="audit.forget")
    with django_assert_max_num_queries(len(few.captured_queries)):
        exported()


@pytest.mark.parametrize(
    ("words", "cell"), [("=1", "'=1"), ("@a", "'@a"), ("1=1", "1=1"), ("", "")], ids=["formula", "at", "inside", "none"]
)
def test_a_cell_is_no_formula(words: str, cell: str) -> None:
    assert safe_cell(words) == cell


def test_entries_are_kept_for_the_set_time_and_no_longer(db: None, settings: Any) -> None:
    settings.AUDIT_DAYS = 100
    ModelLogEntry.objects.all().delete()
    now = timezone.now()
    for days in (100, 101):
        note(model=User, label=str(days), action="audit.forget")
        ModelLogEntry.objects.filter(label=str(days)).update(timestamp=now - timedelta(days=days))
    assert forget_old_entries(now) == "1 old entries of the log deleted"
    assert [entry.label for entry in ModelLogEntry.objects.all()] == ["100"]
    assert forget_old_entries(now) == ""


def test_deleting_a_message_by_hand_or_by_age_is_logged(client: Client, administrator: User, home: Any) -> None:
    old = Message.objects.create(kind="message", words="Hello", received_at=timezone.now() - timedelta(days=4000))
    new = Message.objects.create(kind="message", words="Hello", received_at=timezone.now())
    forget_old_messages(timezone.now())
    assert [entry.message for entry in entries("audit.forget")] == ["Deleted because the time for keeping was over: 1"]
    client.force_login(administrator)
    client.post(f"/admin/inbox/delete/{new.pk}/")
    assert [entry.label for entry in entries("wagtail.delete")] == [f"{new.reference}: Message"]
    assert not Message.objects.filter(pk__in=[old.pk, new.pk]).exists()


def test_taking_the_inbox_as_a_spreadsheet_is_logged(client: Client, administrator: User, home: Any) -> None:
    client.force_login(administrator)
    client.get("/admin/inbox/")
    assert entries("audit.export_list") == []
    client.get("/admin/inbox/", {"export": "csv"})
    [entry] = entries("audit.export_list")
    assert entry.user == administrator
