"""What a typed place means, and distances that are true to their rounding."""

import math
import re

import pytest

from localoffer.places import rules
from localoffer.places.choices import COUNTRY_OF, POSTCODE_AREAS, TOWN_OF
from localoffer.places.rules import Position, Postcode, postcode_of

FULL = Postcode("OX14", "OX14 3", "OX14 3DR")


@pytest.mark.parametrize(
    "typed",
    [
        "OX14 3DR",
        "ox14 3dr",
        "ox143dr",
        " oX14  3Dr ",
        "OX1 43DR",
        "OX 14 3DR",
        "ox14.3dr",
        "OX14-3DR",
        "OX14\u00a03DR",
        "0X14 3DR",
        "OX14 3DR,",
        "Ox l4 3dr",
    ],
)
def test_a_full_postcode_is_read_in_any_case_and_spacing(typed: str) -> None:
    assert postcode_of(typed) == FULL


@pytest.mark.parametrize(
    "typed", ["Bury Street, Abingdon OX14 3DR", "ox14 3dr Abingdon", "Café, OX143DR", "12 High St, OX14 3DR, UK"]
)
def test_a_full_postcode_is_found_in_an_address(typed: str) -> None:
    assert postcode_of(typed) == FULL


@pytest.mark.parametrize(
    ("typed", "district", "sector"),
    [
        ("OX14", "OX14", ""),
        ("ox4", "OX4", ""),
        ("OX 14", "OX14", ""),
        ("OX1 4", "OX1", "OX1 4"),
        ("OX14 3", "OX14", "OX14 3"),
        ("ox143", "OX14", "OX14 3"),
        ("OX14 3D", "OX14", "OX14 3"),
        ("OX100", "OX10", "OX10 0"),
        ("OX14 3OR", "OX14", "OX14 3"),  # no postcode ends in OR
        ("W1A 1", "W1A", "W1A 1"),
        ("EC1A", "EC1A", ""),
        ("B1", "B1", ""),
        ("SL0", "SL0", ""),
        ("Abingdon OX14", "OX14", ""),
        ("near OX14 3", "OX14", "OX14 3"),
    ],
)
def test_the_beginning_of_a_postcode_is_read(typed: str, district: str, sector: str) -> None:
    assert postcode_of(typed) == Postcode(district, sector)


@pytest.mark.parametrize(
    ("typed", "meant"), [("0X4", "OX4"), ("OX1O", "OX10"), ("OXI4", "OX14"), ("oxl", ""), ("0X4 IAB", "OX4"), ("5N7", "")]
)
def test_a_slip_is_put_right_only_where_one_postcode_can_be_meant(typed: str, meant: str) -> None:
    found = postcode_of(typed)
    assert (found.district if found else "") == meant


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "OX", "Oxo", "3DR", "Abingdon", "12 High Street", "ZZ14 3DR", "OX141 3DR", "X1", "A"),
        *("😀", "'; DROP TABLE places; --", "<b>OX14</b>x", "1" * 10, "0" * 80, "OX14 3DR" * 300, "O" * 79, "\x00", "٣٤"),
    ],
)
def test_what_is_no_postcode_is_none(typed: str) -> None:
    assert postcode_of(typed) is None


def test_the_longest_text_is_still_read_and_one_letter_more_is_not() -> None:
    assert postcode_of("x" * 71 + " OX14 3DR") == FULL
    assert postcode_of("x" * 72 + " OX14 3DR") is None


def test_a_postcode_has_a_key_for_each_part_and_a_sector_is_never_taken_for_a_district() -> None:
    assert FULL.keys == ("ox14", "ox14-3", "ox143dr")
    assert Postcode("OX1", "OX1 4").keys == ("ox1", "ox1-4")
    assert Postcode("OX14").keys == ("ox14",)
    assert FULL.letters == "OX"


@pytest.mark.parametrize(
    ("typed", "half"),
    [
        ("OX", True),
        (" ox ", True),
        ("3DR", True),
        ("9aa", True),
        ("B", True),
        ("QQ", False),
        ("3OR", False),
        ("OX14", False),
        ("Oxford", False),
        ("", False),
    ],
)
def test_half_a_postcode_is_only_its_letters_or_only_its_end(typed: str, half: bool) -> None:
    assert rules.is_half_a_postcode(typed) is half


def test_each_postcode_area_is_somewhere_and_no_area_is_in_two_places() -> None:
    assert len(POSTCODE_AREAS) == 124
    assert not set(COUNTRY_OF) & set(TOWN_OF)
    assert all(rules.country_of(letters) for letters in POSTCODE_AREAS)


@pytest.mark.parametrize(
    ("letters", "where"),
    [
        ("EH", "Scotland"),
        ("CF", "Wales"),
        ("BT", "Northern Ireland"),
        ("LE", "the Leicester area"),
        ("SW", "London"),
        ("QQ", ""),
        ("", ""),
    ],
)
def test_the_letters_of_a_postcode_say_the_part_of_the_country(letters: str, where: str) -> None:
    assert rules.country_of(letters) == where


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("  Henley-on-Thames ", "henley on thames"),
        ("King's Sutton", "kings sutton"),
        ("King’s Sutton", "kings sutton"),
        ("St. Helen & Saint Giles", "st helen and st giles"),
        ("Café Ŷ", "cafe y"),
        ("STRASSE Straße", "strasse strasse"),
        ("under_score", "under score"),
        ("😀 !?", ""),
        ("", ""),
    ],
)
def test_names_are_folded_for_looking_up(name: str, key: str) -> None:
    assert rules.folded(name) == key


@pytest.mark.parametrize(
    ("typed", "first", "also"),
    [
        ("Abingdon", "abingdon", "abingdon"),
        ("Abingdon-on-Thames", "abingdon on thames", "abingdon"),
        ("Abingdon, Oxfordshire", "abingdon oxfordshire", "abingdon"),
        ("Milton Oxfordshire", "milton oxfordshire", "milton"),
        ("Milton, near Abingdon", "milton near abingdon", "milton"),
    ],
)
def test_a_name_is_looked_for_without_its_trimmings_too(typed: str, first: str, also: str) -> None:
    keys = rules.names_meant(typed, "Oxfordshire")
    assert keys[0] == first
    assert also in keys


def test_the_county_alone_is_a_name_too_and_nothing_gives_no_key() -> None:
    assert rules.names_meant("Oxfordshire", "Oxfordshire") == ["oxfordshire"]
    assert rules.names_meant("😀", "Oxfordshire") == []
    assert rules.names_meant("Abingdon", "") == ["abingdon"]


@pytest.mark.parametrize("text", ["Abingdon", "King's Sutton", "Milton (Cherwell)", "Stow-on-the-Wold", "Абингдон", "x" * 80])
def test_a_name_may_have_what_names_have(text: str) -> None:
    assert rules.could_be_a_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "😀",
        "12345",
        "<script>alert(1)</script>",
        "'; DROP TABLE x; --",
        "a=b",
        "{{ 7 }}",
        "x" * 81,
        "a\x00b",
        "",
        "£$%",
        "a@b",
        "x--y",
    ],
)
def test_markup_code_and_what_has_no_letter_is_no_name(text: str) -> None:
    assert not rules.could_be_a_name(text)


def test_an_area_is_said_from_its_slug() -> None:
    assert rules.area_in_words("vale-of-white-horse") == "Vale of White Horse"
    assert rules.area_in_words("cherwell") == "Cherwell"
    assert rules.area_in_words("") == ""


@pytest.mark.parametrize(
    ("given", "rounded"),
    [((51.674999, -1.284999), (51.67, -1.28)), ((51.675001, -1.285001), (51.68, -1.29)), ((-0.001, 0.001), (0.0, 0.0))],
)
def test_a_position_is_rounded_to_two_decimals(given: tuple[float, float], rounded: tuple[float, float]) -> None:
    found = rules.rounded(Position(*given))
    assert found == rounded
    assert "-0.0" not in str(found).replace("-0.0,", "")
    assert math.copysign(1, found.latitude) == 1 or found.latitude != 0


def test_a_rounded_position_is_never_half_a_mile_from_the_true_one() -> None:
    worst = max(
        rules.miles_between(
            Position(51.67 + a / 1000, -1.28 + o / 1000), rules.rounded(Position(51.67 + a / 1000, -1.28 + o / 1000))
        )
        for a in range(10)
        for o in range(10)
    )
    assert 0.3 < worst < 0.5


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("51.67,-1.28", (51.67, -1.28)),
        ("51.67123456,-1.2799", (51.67, -1.28)),
        ("51,-1", (51, -1)),
        ("90,180", (90, 180)),
        ("-90,-180", (-90, -180)),
    ],
)
def test_a_position_parameter_is_read_and_rounded(text: str, position: tuple[float, float]) -> None:
    assert rules.position_of(text) == position


@pytest.mark.parametrize(
    "text",
    [
        *("", ",", "51.67", "51.67,", "51.67,-1.28,3", "nan,nan", "inf,-1", "NaN,1", "1e5,1", "51.67, -1.28", "+51,1", "９,１"),
        *(
            "90.01,0",
            "-91,0",
            "0,180.01",
            "0,-181",
            "999,0",
            "0x1,1",
            "51.67,-1.28\n",
            "\x00,1",
            "5" * 2000 + ",1",
            "<b>,1",
            "1_0,1",
        ),
    ],
)
def test_what_is_no_position_on_earth_is_refused(text: str) -> None:
    assert rules.position_of(text) is None


def test_a_position_and_its_parameter_are_each_others_reverse() -> None:
    assert rules.position_in_figures(Position(51.67123, -1.28)) == "51.67,-1.28"
    assert rules.position_in_figures(Position(51.7, -0.001)) == "51.70,0.00"
    assert rules.position_of(rules.position_in_figures(Position(51.7, -0.001))) == (51.7, 0)


@pytest.mark.parametrize(
    ("here", "there", "miles"),
    [
        ((51.5, -1.0), (51.5, -1.0), 0),
        ((51.0, -1.0), (52.0, -1.0), 69.09),  # a degree of the meridian on the mean sphere
        ((51.752, -1.258), (51.507, -0.128), 51.4),  # Oxford to London
        ((0, 0), (0, 180), 12437),  # half around the Earth
    ],
)
def test_the_distance_is_the_one_on_the_sphere(here: tuple[float, float], there: tuple[float, float], miles: float) -> None:
    assert rules.miles_between(Position(*here), Position(*there)) == pytest.approx(miles, rel=0.002, abs=0.001)


@pytest.mark.parametrize(
    ("miles", "words"),
    [
        *((0, "less than half a mile"), (0.499, "less than half a mile"), (0.5, "half a mile"), (0.549, "half a mile")),
        *((0.551, "0.6 miles"), (0.949, "0.9 miles"), (0.951, "1 mile"), (1.049, "1 mile"), (1.051, "1.1 miles")),
        *((1.95, "2 miles"), (2.14, "2.1 miles"), (2.151, "2.2 miles"), (9.94, "9.9 miles"), (9.951, "10 miles")),
        *((10.4, "10 miles"), (10.6, "11 miles"), (12.2, "12 miles"), (12437, "12437 miles")),
    ],
)
def test_a_distance_is_true_to_its_rounding(miles: float, words: str) -> None:
    assert rules.miles_in_words(miles) == words


@pytest.mark.parametrize(
    ("miles", "words"),
    [
        (0, "less than a mile"),
        (0.49, "less than a mile"),
        (0.5, "about 1 mile"),
        (1.49, "about 1 mile"),
        (1.5, "about 2 miles"),
        (2.1, "about 2 miles"),
        (11.6, "about 12 miles"),
    ],
)
def test_a_distance_from_a_rounded_position_says_about_and_no_tenths(miles: float, words: str) -> None:
    assert rules.miles_in_words(miles, about=True) == words


@pytest.mark.parametrize("miles", [m / 100 for m in range(50, 1500, 7)])
def test_the_figure_that_is_said_is_within_its_rounding(miles: float) -> None:
    words = rules.miles_in_words(miles)
    said = 0.5 if words == "half a mile" else float(re.match(r"[\d.]+", words)[0])
    assert abs(said - miles) <= (0.5 if miles >= 9.95 or said == 10 else 0.0501)


def test_a_box_holds_all_that_is_near() -> None:
    here = Position(51.67, -1.28)
    box = rules.box_around(here, 5)
    for turn in range(0, 360, 15):
        there = Position(
            here.latitude + 4.99 / 69.1 * math.sin(math.radians(turn)),
            here.longitude + 4.99 / (69.1 * math.cos(math.radians(51.67))) * math.cos(math.radians(turn)),
        )
        assert rules.miles_between(here, there) < 5.05
        assert box.south < there.latitude < box.north
        assert box.west < there.longitude < box.east
    assert rules.miles_between(here, Position(box.north, here.longitude)) < 5.2
    assert rules.miles_between(here, Position(here.latitude, box.west)) < 5.2


def test_a_box_at_the_pole_is_a_box() -> None:
    assert rules.box_around(Position(90, 0), 1).east < 360


def test_the_radii_run_from_half_a_mile_to_twenty() -> None:
    assert rules.RADII == (0.5, 1, 2, 3, 5, 10, 20)


def test_the_grid_is_computed_as_in_the_example_of_the_ordnance_survey() -> None:
    """ "A guide to coordinate systems in Great Britain", annexe C: E 651409.903, N 313177.270."""
    found = rules.airy_of_grid(651409.903, 313177.270)
    assert found.latitude == pytest.approx(52 + 39 / 60 + 27.2531 / 3600, abs=1e-8)
    assert found.longitude == pytest.approx(1 + 43 / 60 + 4.5177 / 3600, abs=1e-8)


@pytest.mark.parametrize(
    ("easting", "northing", "latitude", "longitude"),
    [
        # The same point on WGS84 by the seven parameters: 52°39′28.723″N, 1°42′57.787″E.
        (651409.903, 313177.270, 52.657979, 1.716052),
        # Grid references of churches and bridges, to a minute of a map: Magdalen Bridge, Oxford; Land's End.
        (452150, 206100, 51.7512, -1.2461),
        (134200, 25100, 50.0658, -5.7146),
    ],
)
def test_a_position_on_the_grid_is_where_maps_have_it(easting: float, northing: float, latitude: float, longitude: float) -> None:
    found = rules.position_of_grid(easting, northing)
    assert rules.miles_between(found, Position(latitude, longitude)) < 0.1
