"""Filtering and counting with sets of bits gives what reading the listings one by one gives."""

from random import Random
from typing import Any

import pytest

from localoffer.directory.facets import Facets, Selection, ages_between, members

COSTS, DAYS, FEATURES = ("yes", "no", "sometimes"), ("MO", "SA"), ("hoist", "lift", "loop")


def facts(**values: Any) -> dict[str, Any]:
    said = [name for name, given in values.items() if given]
    return {"values": values, "said": said, "access_said": values.get("access", [])}


def select(rows: list[dict[str, Any]], **chosen: Any) -> Selection:
    facets = Facets(enumerate(rows, start=100))
    options = {name: {value: (value,) for value in values} for name, values in chosen.items()}
    return facets.select(options, facets.everything)


def found(selection: Selection) -> list[int]:
    return list(members(selection.matching))


def test_values_of_a_filter_widen_and_filters_narrow_each_other() -> None:
    rows = [facts(cost=["yes"], day=["MO"]), facts(cost=["no"], day=["MO"]), facts(cost=["no"], day=["SA"]), facts()]
    assert found(select(rows, cost=["yes", "no"])) == [0, 1, 2]
    assert found(select(rows, cost=["no"], day=["MO"])) == [1]
    assert found(select(rows)) == [0, 1, 2, 3]


def test_a_place_must_have_all_of_the_access_features() -> None:
    rows = [facts(access=["hoist"]), facts(access=["hoist", "lift"]), facts(access=["lift"]), facts()]
    assert found(select(rows, access=["hoist", "lift"])) == [1]
    assert found(select(rows, access=["hoist"])) == [0, 1]


def test_a_listing_that_does_not_say_never_matches_and_is_counted_as_silent() -> None:
    rows = [facts(cost=["yes"]), facts(cost=["no"]), facts(), facts()]
    selection = select(rows, cost=["yes"])
    assert found(selection) == [0]
    assert selection.did_not_say("cost") == 2


def test_a_no_about_access_is_an_answer_and_not_silence() -> None:
    rows = [facts(access=["hoist"]), {"values": {}, "said": [], "access_said": ["hoist"]}, facts()]
    assert select(rows, access=["hoist"]).did_not_say("access") == 1


def test_silence_counts_only_among_what_matches_all_else() -> None:
    rows = [facts(cost=["yes"], day=["MO"]), facts(day=["MO"]), facts(day=["SA"])]
    assert select(rows, cost=["yes"], day=["MO"]).did_not_say("cost") == 1


def test_an_option_may_stand_for_several_values() -> None:
    facets = Facets([(1, facts(area=["county"])), (2, facts(area=["cherwell"])), (3, facts(area=["oxford"]))])
    selection = facets.select({"area": {"cherwell": ("cherwell", "county")}}, facets.everything)
    assert found(selection) == [0, 1]
    assert selection.counts("area", {"cherwell": ("cherwell", "county"), "oxford": ("oxford", "county")}) == {
        "cherwell": 2,
        "oxford": 2,
    }


def test_taking_one_option_away_leaves_the_others_of_its_filter_in_force() -> None:
    rows = [facts(cost=["yes"]), facts(cost=["no"]), facts(cost=["sometimes"])]
    selection = select(rows, cost=["yes", "no"])
    assert selection.dropping("cost", "yes") == 1
    assert select(rows, cost=["yes"]).dropping("cost", "yes") == 3


@pytest.mark.parametrize("seed", range(5))
def test_every_count_is_what_reading_one_by_one_would_count(seed: int) -> None:
    random = Random(seed)  # noqa: S311  nothing secret is made of it

    def some(values: tuple[str, ...]) -> list[str]:
        return random.sample(values, random.randint(0, len(values)))

    rows = [facts(cost=some(COSTS)[:1], day=some(DAYS), access=some(FEATURES)) for _ in range(70)]
    chosen = {"cost": ["yes", "no"], "day": ["MO"], "access": ["hoist"]}

    def matches(row: dict[str, Any], asked: dict[str, list[str]]) -> bool:
        values = row["values"]
        return all(
            set(wanted) <= set(values[name]) if name == "access" else bool(set(wanted) & set(values[name]))
            for name, wanted in asked.items()
            if wanted
        )

    selection = select(rows, **chosen)
    assert found(selection) == [number for number, row in enumerate(rows) if matches(row, chosen)]
    for name, values in (("cost", COSTS), ("day", DAYS)):
        counts = selection.counts(name, {value: (value,) for value in values})
        assert counts == {value: sum(matches(row, {**chosen, name: [value]}) for row in rows) for value in values}
    counts = selection.counts("access", {value: (value,) for value in FEATURES})
    assert counts == {value: sum(matches(row, {**chosen, "access": ["hoist", value]}) for row in rows) for value in FEATURES}


@pytest.mark.parametrize("number", [0, 1, 7, 8, 9, 64, 1000])
def test_a_set_gives_back_its_members_in_order(number: int) -> None:
    facets = Facets((page_id, facts()) for page_id in range(number))
    assert list(members(facets.everything)) == list(range(number))
    odd = [page_id for page_id in range(number) if page_id % 2]
    assert list(members(facets.bits([*odd, 5000]))) == odd


@pytest.mark.parametrize(
    ("lowest", "highest", "ages"),
    [
        (None, None, []),
        (5, 7, [5, 6, 7]),
        (None, 1, [0, 1]),
        (24, None, [24, 25]),
        (18, 99, [18, 19, 20, 21, 22, 23, 24, 25]),
        (26, 99, []),
        (0, 0, [0]),
    ],
)
def test_a_span_of_ages_covers_its_years_up_to_25_and_none_when_nobody_said(lowest: Any, highest: Any, ages: list[int]) -> None:
    assert list(ages_between(lowest, highest)) == ages
