"""Where a family is: what can help it there, how near it is, and what is said about that."""

from typing import Any

import pytest

from localoffer.directory.reach import Where, nearest_miles, rank, reaches, why_here

DIDCOT = Where("Didcot", 51.607, -1.24, "south-oxfordshire", "South Oxfordshire")
READING = Where("Reading", 51.455, -0.97, "", "", inside=False)
ABINGDON = [51.671, -1.283]  # 4.8 miles from Didcot
BANBURY = [52.061, -1.336]


def facts(*places: list[Any], **how: Any) -> dict[str, Any]:
    reach = {
        "comes_to_you": False,
        "online": False,
        "by_phone": False,
        "serves": "unknown",
        "out_of_county": "unknown",
        "areas": [],
    }
    return {"at": list(places), "reach": reach | how}


def why(described: dict[str, Any], where: Where = DIDCOT, names: tuple[str, ...] = ()) -> str:
    return why_here(described, where, nearest_miles(described, where), county="Oxfordshire", area_names=list(names))


def test_the_nearest_of_several_places_counts() -> None:
    assert nearest_miles(facts(BANBURY, ABINGDON), DIDCOT) == pytest.approx(4.8, abs=0.1)
    assert nearest_miles(facts(), DIDCOT) is None


@pytest.mark.parametrize(
    ("how", "here", "there"),
    [
        ({"online": True}, True, True),
        ({"by_phone": True}, True, True),
        ({"comes_to_you": True, "serves": "areas", "areas": ["cherwell"]}, True, False),
        ({"serves": "county"}, True, False),
        ({"serves": "beyond"}, True, False),
        ({"serves": "areas", "areas": ["south-oxfordshire"]}, False, False),
        ({}, False, False),
        ({"serves": "county", "out_of_county": "yes"}, True, True),
        ({"serves": "county", "out_of_county": "no"}, True, False),
    ],
)
def test_what_needs_no_journey_is_never_hidden_and_outside_only_what_takes_those_from_outside(
    how: dict[str, Any], here: bool, there: bool
) -> None:
    assert reaches(facts(**how), DIDCOT) is here
    assert reaches(facts(**how), READING) is there


@pytest.mark.parametrize(
    ("described", "names", "expected"),
    [
        (facts(ABINGDON), (), "4.8 miles away"),
        (facts([*ABINGDON, True]), (), "About 5 miles away"),
        (facts(comes_to_you=True, serves="areas", areas=["south-oxfordshire"]), (), "Comes to your home in South Oxfordshire"),
        (facts(comes_to_you=True, serves="areas", areas=["cherwell"]), ("Cherwell",), "Comes to homes in Cherwell"),
        (facts(comes_to_you=True), (), "Comes to people’s homes: ask if they come to yours"),
        (facts(online=True), (), "Online"),
        (facts(serves="county"), (), "For all of Oxfordshire"),
        (facts(online=True, by_phone=True, serves="county"), (), "Online; by telephone; for all of Oxfordshire"),
        (facts(BANBURY, serves="beyond"), (), "32 miles away; outside the county: takes Oxfordshire children"),
        (facts(ABINGDON, serves="areas", areas=["cherwell"]), ("Cherwell",), "4.8 miles away; only for Cherwell"),
    ],
)
def test_each_result_says_why_it_is_here(described: dict[str, Any], names: tuple[str, ...], expected: str) -> None:
    assert why(described, names=names) == expected


def test_from_outside_it_is_said_who_takes_children_from_there() -> None:
    assert why(facts(ABINGDON, out_of_county="yes"), READING) == "20 miles away; takes children from other counties"
    assert why(facts(ABINGDON, serves="county"), READING) == "20 miles away; ask if they take children from there"


def test_a_rounded_position_makes_every_distance_a_rough_one() -> None:
    rough = Where(**{**vars(DIDCOT), "about": True})
    assert why(facts(ABINGDON), rough) == "About 5 miles away"


def test_near_comes_first_then_what_comes_home_then_what_is_far_and_last_what_serves_others() -> None:
    near, far = facts(ABINGDON), facts(BANBURY)
    home, county = facts(comes_to_you=True, serves="county"), facts(serves="county")
    others = facts(ABINGDON, serves="areas", areas=["cherwell"])
    services = [county, others, far, home, near]
    ordered = sorted(services, key=lambda one: rank(one, DIDCOT, nearest_miles(one, DIDCOT)))
    assert ordered == [near, home, far, county, others]


def test_what_comes_home_is_as_near_as_five_miles_or_nearer() -> None:
    from_afar, from_here = facts(BANBURY, online=True), facts([51.607, -1.24], online=True)
    assert rank(from_afar, DIDCOT, nearest_miles(from_afar, DIDCOT)) == (0, 5.0)
    assert rank(from_here, DIDCOT, nearest_miles(from_here, DIDCOT)) == (0, 0.0)


@pytest.mark.parametrize(("within", "group"), [(None, 0), (5, 0), (3, 2)])
def test_a_place_beyond_the_radius_stands_after_all_that_is_near(within: Any, group: int) -> None:
    assert rank(facts(ABINGDON, serves="county"), DIDCOT, 4.8, within) == (group, 4.8)
