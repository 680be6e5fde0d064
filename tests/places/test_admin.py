"""Editors search, add and put right places; sectors and postcodes are the import's."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from localoffer.people.roles import DIRECTORY_EDITOR, READER
from localoffer.places.choices import Kind, Source
from localoffer.places.models import Place

pytestmark = pytest.mark.django_db
GOOD = {
    "name": "Milton",
    "kind": Kind.VILLAGE.value,
    "latitude": "51.628",
    "longitude": "-1.302",
    "area": "vale-of-white-horse",
    "inside": "on",
}


@pytest.fixture
def editor(site_tree: dict[str, Any], person: Callable[..., Any], client: Client) -> Client:
    client.force_login(person(DIRECTORY_EDITOR))
    return client


def test_the_list_can_be_searched_and_holds_no_single_postcodes(editor: Client, place: Callable[..., Place]) -> None:
    place("Abingdon", Kind.TOWN)
    place("OX28", Kind.DISTRICT)
    place("OX44 7", Kind.SECTOR)
    place("OX44 7XX", Kind.POSTCODE)
    everything = editor.get(reverse("places:index")).content.decode()
    assert "Abingdon" in everything
    assert "OX44" not in everything
    searched = editor.get(reverse("places:index"), {"q": "abing"}).content.decode()
    assert "Abingdon" in searched
    assert "OX28<" not in re.sub(r"\s", "", searched)
    assert "OX28<" in re.sub(r"\s", "", everything)


def test_a_place_is_added_with_its_key(editor: Client) -> None:
    response = editor.post(reverse("places:add"), GOOD | {"name": "King’s Sutton"})
    assert response.status_code == 302
    place = Place.objects.get()
    assert (place.key, place.source, place.inside) == ("kings sutton", Source.EDITED, True)


def test_a_shipped_place_that_is_put_right_is_the_editors_from_then_on(editor: Client, place: Callable[..., Place]) -> None:
    row = place("Milton", area="vale-of-white-horse")
    response = editor.post(reverse("places:edit", args=[row.pk]), GOOD)
    assert response.status_code == 302
    row.refresh_from_db()
    assert (row.latitude, row.source) == (51.628, Source.EDITED)


def test_a_district_is_kept_as_a_postcode_is_written(editor: Client) -> None:
    editor.post(reverse("places:add"), GOOD | {"name": "ox 14", "kind": Kind.DISTRICT.value})
    place = Place.objects.get()
    assert (place.name, place.key) == ("OX14", "ox14")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": "OX14 3DR", "kind": Kind.DISTRICT.value}, "This is no postcode district"),
        ({"name": "Milton", "kind": Kind.DISTRICT.value}, "This is no postcode district"),
        ({"name": "!!"}, "A name needs at least one letter"),
        ({"name": "MILTON", "area": "cherwell"}, "This place is there already"),
        ({"name": ""}, "This field is required"),
        ({"kind": Kind.POSTCODE.value}, "Select a valid choice"),
        ({"latitude": "48.9"}, "greater than or equal to 49"),
        ({"latitude": "61.1"}, "less than or equal to 61"),
        ({"longitude": "2.1"}, "less than or equal to 2"),
        ({"longitude": "-9.1"}, "greater than or equal to -9"),
        ({"latitude": "nan"}, "Enter a number"),
        ({"area": "South Oxfordshire"}, "valid “slug”"),
    ],
)
def test_a_wrong_place_is_refused_with_the_reason(
    editor: Client, place: Callable[..., Place], changes: dict[str, Any], said: str
) -> None:
    place("Milton", area="cherwell")
    response = editor.post(reverse("places:add"), GOOD | changes)
    assert response.status_code == 200
    assert said in response.content.decode()
    assert Place.objects.count() == 1


def test_the_same_name_in_another_district_is_another_place(editor: Client, place: Callable[..., Place]) -> None:
    place("Milton", area="cherwell")
    assert editor.post(reverse("places:add"), GOOD).status_code == 302
    assert Place.objects.filter(key="milton").count() == 2


def test_a_reader_sees_and_changes_nothing(site_tree: dict[str, Any], person: Callable[..., Any], client: Client) -> None:
    client.force_login(person(READER))
    assert client.get(reverse("places:index")).status_code == 200
    assert client.post(reverse("places:add"), GOOD).status_code == 302
    assert not Place.objects.exists()


def test_a_place_saved_in_code_has_its_key_too(db: None) -> None:
    place = Place.objects.create(name="OX14 3", kind=Kind.SECTOR, latitude=51.6, longitude=-1.2)
    assert place.key == "ox14-3"
    assert str(place) == "OX14 3"
