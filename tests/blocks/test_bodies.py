"""The body of a page: going through it, its words, and what must be filled before publishing."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from wagtail import blocks

from home.blocks import DoorsBlock, InformationBlock
from localoffer.blocks.base import PublicBlock, headings, walk
from localoffer.blocks.checks import offered_blocks
from localoffer.blocks.streams import StoryBlock
from localoffer.blocks.words import words_of
from tests import factories

TODAY = date(2026, 11, 22)
TEXT = {"type": "text", "value": "<h2>Who can ask</h2><p>You &amp; yours.</p><ul><li>Now</li></ul>"}
STEPS = {
    "type": "steps",
    "value": {
        "title": "How to ask",
        "steps": [
            {"type": "item", "id": "a", "value": {"title": "Write", "text": "<p>A letter.</p>"}},
            {"title": "Wait", "text": "<p>Six weeks.</p>"},
        ],
    },
}
CONTACT = {
    "type": "contact",
    "value": {
        "name": "Advice (example)",
        "about": "Free",
        "phone": "01632 960123",
        "email": "a@example.org",
        "web": "",
        "hours": "",
    },
}


def body(*parts: dict[str, Any], block: blocks.StreamBlock | None = None) -> Any:
    return (block or StoryBlock()).to_python(list(parts))


def problems(*parts: dict[str, Any], today: date = TODAY) -> list[str]:
    return StoryBlock().publish_problems(body(*parts), today=today)


def walked(*parts: dict[str, Any]) -> list[Any]:
    return list(walk(StoryBlock(), list(parts)))


def test_going_through_a_body_meets_all_parts_in_reading_order() -> None:
    titles = [part.raw for part in walked(TEXT, STEPS) if part.block.name == "title"]
    assert titles == ["How to ask", "Write", "Wait"]


def test_each_part_knows_where_it_stands() -> None:
    assert {part.place for part in walked(TEXT, STEPS)[1:]} == {"Part 1 (Text)", "Part 2 (Steps)"}


@pytest.mark.parametrize("raw", [None, []])
def test_an_empty_body_has_no_parts(raw: Any) -> None:
    assert len(list(walk(StoryBlock(), raw))) == 1


def test_a_part_of_a_kind_that_is_gone_is_passed_over() -> None:
    assert len(walked({"type": "carousel", "value": {}}, CONTACT)) == len(walked(CONTACT))


def test_unfinished_parts_can_be_gone_through() -> None:
    assert [part.block.name for part in walked({"type": "steps", "value": None})][-1] == "steps"


def test_the_headings_are_those_that_readers_will_see() -> None:
    assert list(headings(walked(TEXT, STEPS, CONTACT))) == [(2, "Who can ask"), (2, "How to ask"), (3, "Write"), (3, "Wait")]


def test_the_words_of_a_body_are_plain_lines() -> None:
    assert words_of(body(TEXT, STEPS)).split("\n") == [
        "Who can ask",
        "You & yours.",
        "Now",
        "How to ask",
        "Write",
        "A letter.",
        "Wait",
        "Six weeks.",
    ]


def test_addresses_and_numbers_are_no_words() -> None:
    assert words_of(body(CONTACT)).split("\n") == ["Advice (example)", "Free"]


def test_a_finished_body_has_no_problems() -> None:
    assert problems(TEXT, STEPS, CONTACT) == []
    assert StoryBlock().publish_problems(None, today=TODAY) == []


def parts_inside(block: blocks.Block) -> Iterator[blocks.Block]:
    """The block and all blocks that can stand in it."""
    yield block
    children = list(getattr(block, "child_blocks", {}).values())
    if isinstance(block, blocks.ListBlock):
        children.append(block.child_block)
    for child in children:
        yield from parts_inside(child)


def structures() -> dict[str, PublicBlock]:
    """All structures that pages offer, those inside others too, by name."""
    found = {type(part): part for offered in offered_blocks() for part in parts_inside(offered) if isinstance(part, PublicBlock)}
    return {kind.__name__: part for kind, part in found.items()}


def test_the_structures_of_the_story_are_all_known() -> None:
    inside = {type(part).__name__ for part in parts_inside(StoryBlock()) if isinstance(part, PublicBlock)}
    assert {"CalloutBlock", "StepBlock", "FigureRowBlock", "ImageBlock", "LinkBlock"} <= inside <= set(structures())


@pytest.mark.parametrize("name", structures())
def test_whatever_a_form_asks_for_is_asked_for_by_the_gate_as_well(name: str) -> None:
    block = structures()[name]
    asked = {child for child, inner in block.child_blocks.items() if inner.required and not inner.get_default()}
    asked |= {child for child, inner in block.child_blocks.items() if isinstance(inner, blocks.ListBlock) and inner.meta.min_num}
    assert asked == set(block.needs)
    assert all(sentence.endswith(".") for sentence in block.needs.values())


@pytest.mark.parametrize("kind", [name for name, block in StoryBlock().child_blocks.items() if isinstance(block, PublicBlock)])
def test_an_empty_part_is_told_all_that_it_needs(kind: str) -> None:
    block = StoryBlock().child_blocks[kind]
    empty: dict[str, Any] = {
        name: [] if isinstance(inner, blocks.ListBlock) else None for name, inner in block.child_blocks.items()
    }
    told = problems({"type": kind, "value": empty})
    assert block.needs
    for sentence in block.needs.values():
        assert f"Part 1 ({block.label}): {sentence}" in told


def test_what_is_missing_deep_inside_is_told_with_its_part() -> None:
    row = {"label": "", "value": None, "note": ""}
    figures = {"title": "A", "says": "B", "unit": "percent", "rows": [row], "source": "C", "source_date": None}
    told = problems(CONTACT, {"type": "figures", "value": figures})
    assert told == ["Part 2 (Figures): Give each row its words.", "Part 2 (Figures): Give each row its figure."]


def test_a_figure_of_nought_is_a_figure() -> None:
    row = {"label": "Late", "value": "0", "note": ""}
    figures = {"title": "A", "says": "B", "unit": "percent", "rows": [row], "source": "C", "source_date": None}
    assert problems({"type": "figures", "value": figures}) == []


@pytest.mark.django_db
@pytest.mark.parametrize(("later", "told"), [(-1, False), (0, False), (1, True)])
@pytest.mark.parametrize("kind", ["image", "video"])
def test_a_picture_or_film_is_shown_up_to_the_last_day_of_its_consent(kind: str, later: int, told: bool) -> None:
    consent = factories.ConsentFactory(ends_on=TODAY)
    factory = factories.CustomImageFactory if kind == "image" else factories.CustomMediaFactory
    item = factory(shows_people=True, consent=consent)
    found = problems(CONTACT, {"type": kind, "value": {kind: item.pk}}, today=TODAY + timedelta(days=later))
    assert bool(found) is told
    if told:
        assert found[0].startswith("Part 2 (")
        assert "ended on 22 November 2026" in found[0]


@pytest.mark.django_db
def test_many_pictures_are_looked_up_at_once(django_assert_num_queries: Any) -> None:
    pictures = [factories.CustomImageFactory(shows_people=True) for _ in range(20)]
    parts = [{"type": "image", "value": {"image": picture.pk, "caption": ""}} for picture in pictures]
    for number in (1, 20):
        with django_assert_num_queries(1):
            assert len(problems(*parts[:number])) == number


def test_doors_stand_under_a_heading_of_the_page() -> None:
    door = {"type": "door", "value": {"title": "Health", "text": "", "page": None, "address": "/", "icon": ""}}
    assert DoorsBlock().publish_problems(body(door, block=DoorsBlock()), today=TODAY) == []
    door["value"]["title"] = ""
    assert "Part 1 (Door): Give each link a title." in DoorsBlock().publish_problems(body(door, block=DoorsBlock()), today=TODAY)


def test_pages_of_information_offer_services_and_the_newest_of_the_board_too() -> None:
    assert set(InformationBlock().child_blocks) == set(StoryBlock().child_blocks) | {"service_cards", "newest"}


@pytest.mark.parametrize("empty", ["", "<p></p>", "<p> </p>"])
def test_an_empty_text_part_is_named(empty: str) -> None:
    assert problems(TEXT, {"type": "text", "value": empty}) == ["Part 2 (Text): Write something, or remove this part."]


@pytest.mark.django_db
def test_a_picture_that_was_deleted_is_named() -> None:
    image = factories.CustomImageFactory()
    part = {"type": "image", "value": {"image": image.pk, "caption": ""}}
    assert problems(part) == []
    image.delete()
    assert problems(part) == ["Part 1 (Image): What was chosen here has been deleted. Choose another."]


@pytest.mark.django_db
def test_a_picture_without_consent_is_named_in_each_place() -> None:
    image = factories.CustomImageFactory(shows_people=True)
    part = {"type": "image", "value": {"image": image.pk, "caption": ""}}
    assert [sentence.split(":")[0] for sentence in problems(part, TEXT, part)] == ["Part 1 (Image)", "Part 3 (Image)"]
