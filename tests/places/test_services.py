"""What we ship: right places, loaded once, and never over what editors changed. What is imported: summed up."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from django.core.management import call_command

from localoffer.places import services
from localoffer.places.choices import Source
from localoffer.places.finding import Choices, Located, locate, nearest_area
from localoffer.places.models import Place
from localoffer.places.rules import Position, Postcode, miles_between, postcode_of
from localoffer.places.services import SHIPPED, NothingToImport, PostcodeRow, load_shipped, replace_imported

pytestmark = pytest.mark.django_db
AREAS = {"cherwell", "oxford-city", "south-oxfordshire", "vale-of-white-horse", "west-oxfordshire"}


def shipped() -> list[dict[str, str]]:
    with SHIPPED.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def at(row: dict[str, str]) -> Position:
    return Position(float(row["latitude"]), float(row["longitude"]))


def facts() -> list[tuple]:
    return sorted(Place.objects.values_list("kind", "key", "area", "name", "latitude", "longitude", "inside", "source"))


def test_the_shipped_list_holds_the_county() -> None:
    kinds = Counter((row["kind"], row["inside"]) for row in shipped())
    assert kinds["town", "yes"] >= 15
    assert kinds["village", "yes"] >= 150
    districts = {row["name"] for row in shipped() if row["kind"] == "district" and row["inside"] == "yes"}
    assert {f"OX{n}" for n in (1, 2, 3, 4, 5, 7, 9, *range(10, 19), 20, *range(25, 30), 33, 39, 44, 49)} < districts


def test_each_shipped_place_inside_has_a_district_and_outside_has_none() -> None:
    for row in shipped():
        if row["kind"] != "district":
            assert row["area"] in (AREAS if row["inside"] == "yes" else {""}), row["name"]
        assert row["area"] in AREAS | {""}
        if row["kind"] == "district":
            assert postcode_of(row["name"]) == Postcode(row["name"])


def test_each_shipped_place_of_ours_lies_where_the_county_is() -> None:
    for row in shipped():
        if row["inside"] == "yes":
            latitude, longitude = at(row)
            assert 51.45 < latitude < 52.17, row["name"]
            assert -1.75 < longitude < -0.86, row["name"]


def test_each_place_of_ours_lies_near_the_middle_of_a_postcode_district() -> None:
    districts = [at(row) for row in shipped() if row["kind"] == "district"]
    for row in shipped():
        if row["kind"] != "district" and row["inside"] == "yes":
            assert min(miles_between(at(row), middle) for middle in districts) < 8, row["name"]


@pytest.mark.parametrize(
    ("here", "there", "miles"),
    [
        # Straight lines measured on a map.
        *(
            ("Oxford", "Abingdon", 5.8),
            ("Oxford", "Banbury", 21.6),
            ("Oxford", "Henley-on-Thames", 21.2),
            ("Abingdon", "Didcot", 4.6),
        ),
        *(("Witney", "Burford", 6.7), ("Bicester", "Banbury", 13.6), ("Wantage", "Faringdon", 8.3), ("Thame", "Chinnor", 4.1)),
        *(
            ("Carterton", "Bampton", 3.0),
            ("Wallingford", "Benson", 1.6),
            ("Chipping Norton", "Charlbury", 5.7),
            ("Grove", "Wantage", 1.5),
        ),
    ],
)
def test_neighbours_are_as_far_apart_as_on_the_map(here: str, there: str, miles: float) -> None:
    rows = {row["name"]: at(row) for row in shipped()}
    assert miles_between(rows[here], rows[there]) == pytest.approx(miles, abs=0.5)


def test_no_two_places_of_a_name_are_the_same_place() -> None:
    seen: dict[str, list[Position]] = {}
    for row in shipped():
        for other in seen.setdefault(row["name"], []):
            assert miles_between(at(row), other) > 3, row["name"]
        seen[row["name"]].append(at(row))


def test_loading_twice_changes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("load_places")
    before = facts()
    call_command("load_places")
    assert facts() == before
    assert len(before) == len(shipped())
    assert f"{len(before)} places are there." in capsys.readouterr().out


def test_the_second_time_only_reads(django_assert_num_queries: object) -> None:
    load_shipped()
    with django_assert_num_queries(3):  # type: ignore[operator]  # a savepoint and one question
        load_shipped()


def test_unconfigured_the_site_knows_its_places() -> None:
    load_shipped()
    assert isinstance(locate("OX14 3DR"), Located)
    assert isinstance(locate("Milton"), Choices)
    assert nearest_area(51.78, -1.49).name == "Witney"
    reading = locate("Reading")
    assert isinstance(reading, Located)
    assert not reading.inside


def test_a_shipped_place_is_put_right_and_an_edited_one_left_alone() -> None:
    load_shipped()
    Place.objects.filter(key="witney").update(latitude=1.0)
    Place.objects.filter(key="thame").update(latitude=1.0, source=Source.EDITED)
    Place.objects.filter(key="wantage").delete()
    load_shipped()
    assert Place.objects.get(key="witney").latitude == 51.785
    assert Place.objects.get(key="thame").latitude == 1.0
    assert Place.objects.get(key="wantage").source == Source.SHIPPED


def row(words: str, latitude: float = 51.67, longitude: float = -1.28, area: str = "vale-of-white-horse") -> PostcodeRow:
    postcode = postcode_of(words)
    assert postcode
    return PostcodeRow(postcode, Position(latitude, longitude), area)


def test_a_sector_and_a_district_stand_at_the_mean_of_their_postcodes() -> None:
    done = replace_imported(rows=[row("OX14 3AA", 51.60, -1.20), row("OX14 3AB", 51.62, -1.24), row("OX14 4AA", 51.70, -1.30)])
    assert (done.postcodes, done.sectors, done.districts) == (3, 2, 1)
    sector, district = Place.objects.get(name="OX14 3"), Place.objects.get(name="OX14")
    assert (sector.latitude, sector.longitude) == (51.61, -1.22)
    assert (district.latitude, district.longitude) == (51.64, pytest.approx(-1.24667, abs=1e-5))
    assert {place.source for place in Place.objects.all()} == {Source.IMPORTED}


@pytest.mark.parametrize(("ours", "of", "inside"), [(0, 10, False), (1, 11, False), (1, 10, True), (10, 10, True)])
def test_a_district_is_ours_when_a_tenth_of_its_postcodes_are(ours: int, of: int, inside: bool) -> None:
    letters = [first + second for first in "ABDE" for second in "ABDE"]
    replace_imported(rows=[row(f"OX14 3{letters[n]}", area="vale-of-white-horse" if n < ours else "") for n in range(of)])
    assert Place.objects.get(name="OX14").inside is inside


@pytest.mark.parametrize(("most", "area"), [(8, "vale-of-white-horse"), (7, "")])
def test_a_district_is_of_one_area_when_four_fifths_of_its_postcodes_are(most: int, area: str) -> None:
    letters = [first + second for first in "ABDE" for second in "ABDE"]
    replace_imported(rows=[row(f"OX14 3{letters[n]}", area="vale-of-white-horse" if n < most else "cherwell") for n in range(10)])
    assert Place.objects.get(name="OX14").area == area


def test_an_import_replaces_the_one_before_and_touches_nothing_else() -> None:
    load_shipped()
    before = facts()
    replace_imported(rows=[row("OX14 3AA"), row("OX14 3AB")])
    replace_imported(rows=[row("OX14 4AA")])
    assert set(Place.objects.imported().values_list("name", flat=True)) == {"OX14 4AA", "OX14 4", "OX14"}
    assert [fact for fact in facts() if fact[-1] != Source.IMPORTED] == before


def test_an_import_that_breaks_off_or_is_empty_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "AT_ONCE", 1)
    replace_imported(rows=[row("OX14 3AA")])
    before = facts()

    def breaking() -> object:
        yield row("OX14 4AA")
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="disk"):
        replace_imported(rows=breaking())
    assert facts() == before
    with pytest.raises(NothingToImport, match="left to keep"):
        replace_imported(rows=[])
    assert facts() == before


def test_the_number_of_queries_does_not_grow_with_the_rows_of_a_chunk(django_assert_num_queries: object) -> None:
    for rows in ([row("OX14 3AA")], [row(f"OX14 3A{letter}") for letter in "ABDEFGHJ"]):
        with django_assert_num_queries(5):  # type: ignore[operator]  # savepoint, delete, postcodes, sums, release
            replace_imported(rows=rows)


def test_the_shipped_file_is_inside_the_package() -> None:
    assert SHIPPED.is_relative_to(Path(services.__file__).parent)
