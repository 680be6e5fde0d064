"""Two people edit one page at the same time: neither loses what he or she wrote."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import UserFactory

from .ground import draft, form_of, posted_body

pytestmark = pytest.mark.django_db


def editor(name: str) -> Client:
    client = Client()
    client.force_login(UserFactory(email=f"{name}@example.org", is_superuser=True))
    return client


def test_both_versions_are_in_the_history_and_an_old_one_is_never_saved_over_a_newer_by_itself(home: Any) -> None:
    page = draft(home)
    address = f"/admin/pages/{page.pk}/edit/"
    one, other = editor("one"), editor("other")
    forms = [posted_body([], form_of(client, address)) for client in (one, other)]

    assert one.post(address, forms[0] | {"title": "By one"}).status_code == 302
    by_itself = other.post(address, forms[1] | {"title": "By the other"}, headers={"accept": "application/json"})
    assert by_itself.status_code == 400
    assert by_itself.json()["error_code"] == "invalid_revision"
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title == "By one"

    assert other.post(address, forms[1] | {"title": "By the other"}).status_code == 302
    titles = [revision.as_object().title for revision in page.revisions.order_by("pk")]
    assert titles[-2:] == ["By one", "By the other"]
