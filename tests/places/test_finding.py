"""From what a family types to a position: found, to be chosen, or not found with the reason. Two queries at most."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings

from localoffer.places.choices import Kind, Reason, Source
from localoffer.places.finding import Choices, Located, NotFound, locate, nearest_area, place_by_id
from localoffer.places.models import Place

pytestmark = pytest.mark.django_db
MakePlace = Callable[..., Place]


@pytest.fixture(autouse=True)
def in_oxfordshire(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "AREA_NAME", "Oxfordshire")


@pytest.fixture
def county(place: MakePlace) -> dict[str, Place]:
    rows = [
        place("Abingdon", Kind.TOWN, 51.670, -1.283, area="vale-of-white-horse"),
        place("Banbury", Kind.TOWN, 52.061, -1.336, area="cherwell"),
        place("Henley-on-Thames", Kind.TOWN, 51.536, -0.903, area="south-oxfordshire"),
        place("Reading", Kind.TOWN, 51.455, -0.971, inside=False),
        place("OX14", Kind.DISTRICT, 51.668, -1.277, area="vale-of-white-horse"),
        place("OX1", Kind.DISTRICT, 51.745, -1.261),
        place("RG1", Kind.DISTRICT, 51.451, -0.970, inside=False),
    ]
    return {row.name: row for row in rows}


@pytest.fixture
def miltons(county: dict[str, Place], place: MakePlace) -> tuple[Place, Place]:
    return (
        place("Milton", latitude=51.628, longitude=-1.302, area="vale-of-white-horse"),
        place("Milton", latitude=52.009, longitude=-1.349, area="cherwell"),
    )


@pytest.mark.parametrize(
    "typed", ["Abingdon", " abingdon ", "ABINGDON", "Abingdon-on-Thames", "Abingdon, Oxfordshire", "abingdon\x00"]
)
def test_a_town_is_found_by_its_name_however_it_is_written(county: dict[str, Place], typed: str) -> None:
    found = locate(typed)
    assert found == Located(
        words="Abingdon",
        latitude=51.67,
        longitude=-1.283,
        area="vale-of-white-horse",
        inside=True,
        known_by=Kind.TOWN,
        id=county["Abingdon"].pk,
    )


def test_a_name_may_be_left_short_when_only_one_goes_on_so(county: dict[str, Place], place: MakePlace) -> None:
    found = locate("henley")
    assert isinstance(found, Located)
    assert found.words == "Henley-on-Thames"
    place("Henley Common", area="south-oxfordshire")
    assert isinstance(locate("henley"), Choices)
    assert isinstance(locate("hen"), NotFound)


def test_a_place_outside_is_found_and_says_so(county: dict[str, Place]) -> None:
    for typed in ("Reading", "RG1"):
        found = locate(typed)
        assert isinstance(found, Located)
        assert found.inside is False


def test_a_district_stands_at_a_rounded_position(county: dict[str, Place]) -> None:
    found = locate("ox14")
    assert isinstance(found, Located)
    assert (found.words, found.latitude, found.longitude, found.in_figures) == ("OX14", 51.67, -1.28, "51.67,-1.28")
    assert found.approximate
    assert not found.is_rough
    assert not found.is_full_postcode


def test_a_full_postcode_comes_back_as_its_sector_and_a_rounded_position(county: dict[str, Place], place: MakePlace) -> None:
    place("OX14 3", Kind.SECTOR, 51.6659, -1.2754, area="vale-of-white-horse")
    place("OX14 3DR", Kind.POSTCODE, 51.66149, -1.29123, area="vale-of-white-horse")
    found = locate("ox143dr")
    assert isinstance(found, Located)
    assert (found.words, found.in_figures, found.known_by) == ("OX14 3", "51.66,-1.29", Kind.POSTCODE)
    assert found.is_full_postcode
    assert found.approximate
    assert not found.is_rough
    assert found.id is None
    assert "3DR" not in repr(found).upper()


def test_a_postcode_that_is_not_there_falls_back_to_its_sector_then_its_district_and_says_so(
    county: dict[str, Place], place: MakePlace
) -> None:
    at_district = locate("OX14 3DR")
    place("OX14 3", Kind.SECTOR, 51.6659, -1.2754, area="vale-of-white-horse")
    at_sector = locate("OX14 3DR")
    for found, words, kind in ((at_district, "OX14", Kind.DISTRICT), (at_sector, "OX14 3", Kind.SECTOR)):
        assert isinstance(found, Located)
        assert (found.words, found.known_by, found.is_rough, found.is_full_postcode) == (words, kind, True, True)


def test_a_sector_falls_back_to_its_district_and_an_exact_answer_is_not_rough(county: dict[str, Place], place: MakePlace) -> None:
    rough = locate("OX14 3")
    assert isinstance(rough, Located)
    assert (rough.words, rough.is_rough) == ("OX14", True)
    place("OX14 3", Kind.SECTOR)
    exact = locate("OX14 3")
    assert isinstance(exact, Located)
    assert (exact.words, exact.is_rough) == ("OX14 3", False)


def test_ox1_4_is_not_ox14(county: dict[str, Place]) -> None:
    found = locate("OX1 4")
    assert isinstance(found, Located)
    assert found.words == "OX1"


def test_of_two_rows_of_one_district_the_later_source_counts(county: dict[str, Place], place: MakePlace) -> None:
    place("OX14", Kind.DISTRICT, 51.70, -1.30, source=Source.IMPORTED)
    imported = locate("OX14")
    place("OX14", Kind.DISTRICT, 51.60, -1.20, source=Source.EDITED)
    edited = locate("OX14")
    assert isinstance(imported, Located)
    assert isinstance(edited, Located)
    assert (imported.in_figures, edited.in_figures) == ("51.70,-1.30", "51.60,-1.20")


def test_two_places_of_a_name_are_told_apart_to_choose_from(miltons: tuple[Place, Place]) -> None:
    found = locate("milton")
    assert isinstance(found, Choices)
    assert [(choice.id, choice.words) for choice in found.places] == [
        (miltons[0].pk, "Milton, near Abingdon (Vale of White Horse)"),
        (miltons[1].pk, "Milton, near Banbury (Cherwell)"),
    ]


def test_places_outside_stand_last_in_a_choice(miltons: tuple[Place, Place], place: MakePlace) -> None:
    place("Milton", latitude=51.40, longitude=-1.0, inside=False)
    found = locate("milton")
    assert isinstance(found, Choices)
    assert [choice.inside for choice in found.places] == [True, True, False]
    assert found.places[-1].words == "Milton, near Reading"


def test_a_choice_far_from_every_town_has_its_district_alone(place: MakePlace) -> None:
    place("Aston", latitude=51.7, longitude=-1.5, area="west-oxfordshire")
    place("Aston", latitude=52.0, longitude=-1.0, area="")
    found = locate("Aston")
    assert isinstance(found, Choices)
    assert [choice.words for choice in found.places] == ["Aston", "Aston, West Oxfordshire"]


def test_a_chosen_place_is_found_by_its_number(miltons: tuple[Place, Place]) -> None:
    found = place_by_id(miltons[1].pk)
    assert found is not None
    assert (found.words, found.area) == ("Milton", "cherwell")


def test_numbers_that_are_gone_absurd_or_of_postcodes_give_nothing(county: dict[str, Place], place: MakePlace) -> None:
    hidden = [place("OX14 3DR", Kind.POSTCODE).pk, place("OX14 3", Kind.SECTOR).pk]
    for number in (*hidden, 0, -1, 10**9, 2**63, 10**40):
        assert place_by_id(number) is None
    assert place_by_id(county["OX14"].pk) is not None


@pytest.mark.parametrize(
    ("typed", "reason", "where"),
    [
        ("", Reason.EMPTY, ""),
        (" \n\x00 ", Reason.EMPTY, ""),
        ("Xyzzyville", Reason.UNKNOWN_PLACE, ""),
        ("12 High Street", Reason.UNKNOWN_PLACE, ""),
        ("OX", Reason.HALF_POSTCODE, "the Oxford area"),
        ("eh", Reason.HALF_POSTCODE, "Scotland"),
        ("3DR", Reason.HALF_POSTCODE, ""),
        ("OX99 9ZZ", Reason.UNKNOWN_POSTCODE, "the Oxford area"),
        ("OX99", Reason.UNKNOWN_POSTCODE, "the Oxford area"),
        ("EH1 1YZ", Reason.ELSEWHERE, "Scotland"),
        ("CF10", Reason.ELSEWHERE, "Wales"),
        ("BT1 5GS", Reason.ELSEWHERE, "Northern Ireland"),
        ("LE1", Reason.ELSEWHERE, "the Leicester area"),
        ("SW1A 1AA", Reason.ELSEWHERE, "London"),
        ("😀😀", Reason.NOT_A_PLACE, ""),
        ("12345", Reason.NOT_A_PLACE, ""),
        ("'; DROP TABLE places_place; --", Reason.NOT_A_PLACE, ""),
        ("<script>alert('x')</script>", Reason.NOT_A_PLACE, ""),
        ("x" * 2000, Reason.NOT_A_PLACE, ""),
        ("OX14 3DR" * 250, Reason.NOT_A_PLACE, ""),
    ],
)
def test_what_leads_nowhere_says_why(county: dict[str, Place], typed: str, reason: Reason, where: str) -> None:
    found = locate(typed)
    assert isinstance(found, NotFound)
    assert (found.reason, found.where) == (reason, where)


def test_letters_with_districts_of_ours_are_ours_and_with_districts_outside_are_not(county: dict[str, Place]) -> None:
    assert locate("RG45") == NotFound(Reason.ELSEWHERE, "RG45", "the Reading area")
    Place.objects.filter(name="RG1").update(inside=True)
    assert locate("RG45") == NotFound(Reason.UNKNOWN_POSTCODE, "RG45", "the Reading area")


def test_a_letter_is_not_taken_for_the_beginning_of_other_letters(county: dict[str, Place], place: MakePlace) -> None:
    place("SN7", Kind.DISTRICT)
    found = locate("S1")
    assert isinstance(found, NotFound)
    assert found.reason == Reason.ELSEWHERE


@pytest.mark.parametrize("typed", ["OX99 9ZZ", "12 Mill Lane, Oxford ox99 9zz", "EH1 1YZ"])
def test_an_unknown_full_postcode_is_forgotten_too(county: dict[str, Place], typed: str) -> None:
    found = locate(typed)
    assert isinstance(found, NotFound)
    assert found.words in ("OX99", "EH1")


def test_a_misspelt_name_is_answered_with_the_names_most_like_it(county: dict[str, Place]) -> None:
    found = locate("Abbingdon")
    assert isinstance(found, NotFound)
    assert [(choice.id, choice.words) for choice in found.suggestions] == [
        (county["Abingdon"].pk, "Abingdon, Vale of White Horse")
    ]
    assert locate("Qwertz") == NotFound(Reason.UNKNOWN_PLACE, "Qwertz")


def test_a_name_of_three_suggestions_gets_no_fourth(place: MakePlace) -> None:
    for number, name in enumerate(("Great Aston A", "Great Aston B", "Great Aston C", "Great Aston D")):
        place(name, latitude=51 + number / 10)
    found = locate("Great Aston E")
    assert isinstance(found, NotFound)
    assert len(found.suggestions) == 3


def test_no_answer_takes_more_than_two_queries(
    miltons: tuple[Place, Place], django_assert_max_num_queries: Any, django_assert_num_queries: Any
) -> None:
    for typed in ("milton", "Abingdon", "Abbingdon", "OX", "OX14 3DR", "OX99 9ZZ", "EH1"):
        with django_assert_max_num_queries(2):
            locate(typed)
    for typed in ("", "😀", "x" * 2000):
        with django_assert_num_queries(0):
            locate(typed)
    with django_assert_num_queries(1):
        nearest_area(51.67, -1.28)
    with django_assert_num_queries(1):
        place_by_id(1)


def test_a_position_belongs_to_the_nearest_place_with_a_name(miltons: tuple[Place, Place]) -> None:
    near = nearest_area(51.63, -1.30)
    assert (near.name, near.area, near.inside) == ("Milton", "vale-of-white-horse", True)
    away = nearest_area(51.46, -0.98)
    assert (away.name, away.area, away.inside) == ("Reading", "", False)


def test_a_postcode_district_counts_only_where_no_place_is_near(place: MakePlace) -> None:
    place("OX14", Kind.DISTRICT, 51.668, -1.277, area="vale-of-white-horse")
    assert nearest_area(51.668, -1.277).name == "OX14"
    place("Reading", Kind.TOWN, 51.60, -1.20, inside=False)
    assert nearest_area(51.668, -1.277).name == "Reading"


@pytest.mark.parametrize(("latitude", "longitude"), [(55.95, -3.19), (0, 0), (90, 180), (-90, -180)])
def test_far_from_all_places_is_nowhere_and_outside(county: dict[str, Place], latitude: float, longitude: float) -> None:
    near = nearest_area(latitude, longitude)
    assert (near.name, near.area, near.inside) == ("", "", False)


def test_with_an_empty_table_nothing_is_found_and_nothing_breaks() -> None:
    assert locate("Abingdon") == NotFound(Reason.UNKNOWN_PLACE, "Abingdon")
    assert locate("OX14 3DR") == NotFound(Reason.ELSEWHERE, "OX14", "the Oxford area")
    assert nearest_area(51.67, -1.28).inside is False
