"""A parent who does not know what to look for answers a few questions: without scripts, by keyboard, on a small telephone."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import NARROW, WIDE
from .moving import enter, follow, tab_to
from .test_staff_publish import act, said

GUIDE = "/what-could-help/"
PATIENCE = 60_000  # milliseconds
WALK = [
    ("Who is it for?", "My child, or a child I look after"),
    ("How old is your child?", "5 to 11"),
    ("What is hardest now?", "Sleep"),
]


def at(page: Page, path: str) -> None:
    expect(page).to_have_url(re.compile(rf"{GUIDE}{re.escape(f'?a={path}') if path else ''}(#main)?$"))


@pytest.mark.parametrize(
    ("size", "scripts"), [(WIDE, True), (WIDE, False), (NARROW, False)], ids=["wide", "without scripts", "narrow"]
)
def test_a_parent_walks_to_what_could_help_and_on_to_services(visit: Any, size: tuple[int, int], scripts: bool) -> None:
    page = visit(GUIDE, size=size, scripts=scripts)
    for number, (question, answer) in enumerate(WALK, start=1):
        group = page.get_by_role("group", name=question)
        expect(page.get_by_text(f"Question {number}", exact=True)).to_be_visible()
        assert page.title().startswith(f"{question} – What could help?")
        group.get_by_label(answer, exact=True).check()
        follow(page.get_by_role("button", name="Next"))
    at(page, "1.2.4")
    expect(page.get_by_role("heading", level=1)).to_have_text("Help with sleep")
    assert page.locator(".service-name").count() >= 2
    expect(page.get_by_role("region", name="Talk to someone").get_by_role("link", name=re.compile("^Call"))).to_be_visible()
    for question, answer in WALK:
        expect(page.get_by_role("region", name="Your answers")).to_contain_text(question)
        expect(page.get_by_role("region", name="Your answers")).to_contain_text(answer)
    follow(page.get_by_role("link", name="All services for sleep"))
    expect(page).to_have_url(re.compile(r"/find-a-service/\?need=sleep&age=5-11"))
    expect(page.get_by_role("link", name="Remove filter: 5 to 11")).to_be_visible()
    assert page.complaints == []
    assert page.context.cookies() == []


def test_back_leads_to_the_question_before_by_link_and_by_the_browser(visit: Any) -> None:
    page = visit(GUIDE, scripts=False)
    for _, answer in WALK:
        page.get_by_label(answer, exact=True).check()
        follow(page.get_by_role("button", name="Next"))
    follow(page.get_by_role("link", name="Back", exact=True))
    at(page, "1.2")
    follow(page.get_by_role("link", name="Back", exact=True))
    at(page, "1")
    page.go_back()
    at(page, "1.2")
    page.go_back()
    at(page, "1.2.4")
    page.go_back()
    at(page, "1.2")
    follow(page.get_by_role("link", name="Change your answer to “Who is it for?”"))
    at(page, "")
    expect(page.get_by_role("link", name="Back", exact=True)).to_have_count(0)


def test_the_browsers_back_button_comes_from_a_page_to_its_question(visit: Any) -> None:
    page = visit(f"{GUIDE}?a=2", scripts=False)
    page.get_by_label("Things to do", exact=True).check()
    follow(page.get_by_role("button", name="Next"))
    expect(page).to_have_url(re.compile(r"/young-people/things-to-do/"))
    page.go_back()
    at(page, "2")


def test_the_keyboard_alone_is_enough(visit: Any) -> None:
    page = visit(GUIDE)
    tab_to(page, page.get_by_label(WALK[0][1], exact=True))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label(WALK[0][1], exact=True)).to_be_checked()
    tab_to(page, page.get_by_role("button", name="Next"))
    enter(page)
    tab_to(page, page.get_by_label("Under 5", exact=True))
    page.keyboard.press("ArrowDown")
    enter(page)  # sends the form from an answer too
    at(page, "1.2")
    expect(page.get_by_role("group", name="What is hardest now?")).to_be_visible()


def test_no_answer_keeps_the_question_and_says_what_to_do(visit: Any) -> None:
    page = visit(f"{GUIDE}?a=1", size=NARROW, scripts=False)
    follow(page.get_by_role("button", name="Next"))
    assert page.title().startswith("Error: How old is your child?")
    expect(page.get_by_role("alert")).to_be_in_viewport()
    page.get_by_role("alert").get_by_role("link").click()
    expect(page.get_by_label("Under 5", exact=True)).to_be_in_viewport()
    page.get_by_label("Under 5", exact=True).check()
    follow(page.get_by_role("button", name="Next"))
    at(page, "1.1")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
def test_answers_are_big_enough_for_thumbs_and_can_be_chosen_anywhere_on_them(visit: Any, size: tuple[int, int]) -> None:
    page = visit(f"{GUIDE}?a=1.2", size=size)
    labels = page.locator("label.choice")
    for label in labels.all():
        assert label.bounding_box()["height"] >= 44
    box = labels.nth(1).bounding_box()
    labels.nth(1).click(position={"x": box["width"] - 8, "y": box["height"] - 8})
    expect(labels.nth(1).get_by_role("radio")).to_be_checked()


def test_an_answer_brings_the_next_question_to_the_top_of_a_small_screen(visit: Any) -> None:
    page = visit(GUIDE, size=NARROW, scripts=False)
    page.get_by_label(WALK[0][1], exact=True).check()
    follow(page.get_by_role("button", name="Next"))
    expect(page.get_by_role("heading", level=1, name=WALK[1][0])).to_be_in_viewport()


def test_whoever_is_in_danger_sees_the_numbers_first(visit: Any) -> None:
    page = visit(f"{GUIDE}?a=2.3", size=NARROW)
    panel = page.get_by_role("complementary", name="Need help right now?")
    expect(panel.get_by_role("link", name="999")).to_have_attribute("href", "tel:999")


def test_an_editor_is_told_which_answer_leads_nowhere_and_publishes_once_it_is_put_right(sign_in: Any) -> None:
    page = sign_in("editor")
    page.set_default_timeout(PATIENCE)  # the editor of a whole guide is a big page
    page.goto(f"/admin/pages/{number_of_the_guide(page)}/edit/")
    expect(page.get_by_text("Visitors start at the first question")).to_be_visible()
    name = page.locator("input[name='questions-0-value-answers-0-value-leads_to']")
    expect(name).to_have_value("age")

    name.fill("aeg")
    act(page, "Publish")
    expect(page.get_by_text("which is not there. Did you mean “age”?").first).to_be_visible(timeout=PATIENCE)

    expect(name).to_have_value("aeg")  # the editor is built by scripts: what is typed before that would be lost
    name.fill("age")
    act(page, "Publish")
    expect(said(page)).to_contain_text("has been published", timeout=PATIENCE)
    page.goto(GUIDE)
    expect(page.get_by_role("group", name=WALK[0][0])).to_be_visible()


@pytest.mark.slow
def test_an_editor_previews_each_part(sign_in: Any) -> None:
    page = sign_in("editor")
    page.set_default_timeout(PATIENCE)  # the editor of a whole guide is a big page
    page.goto(f"/admin/pages/{number_of_the_guide(page)}/edit/")
    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("iframe[title=Preview]").last
    expect(preview.get_by_role("heading", level=1)).to_have_text("What could help?", timeout=PATIENCE)
    page.get_by_label("Preview mode").select_option("sleep")
    expect(preview.get_by_role("heading", level=1)).to_have_text("Help with sleep", timeout=PATIENCE)


def number_of_the_guide(page: Page) -> str:
    """The guide's number, from its own link to the form for problems."""
    page.goto(f"{GUIDE}?a=1.2.4")
    return page.locator("a[href*='/contact/problem/']").first.get_attribute("href").strip("/").split("/")[-1]
