"""A member of the forum writes, a supporter sends it back, the member mends it, and it is public."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from .conftest import NARROW, WIDE
from .faults import faults
from .moving import enter, follow, tab_to
from .test_every_page import CLIPPED, SPACE, TOO_WIDE

LOOKS = ((WIDE, "light", "none"), (NARROW, "light", "none"), (NARROW, "dark", "none"), (WIDE, "light", "active"))


def check_screen(page: Page) -> None:
    """Nothing that axe finds, nothing that scrolls sideways, wide and narrow, light, dark and in forced colours."""
    for size, scheme, forced in (
        (WIDE, "light", "none"),
        (NARROW, "light", "none"),
        (NARROW, "dark", "none"),
        (WIDE, "light", "active"),
    ):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme=scheme, forced_colors=forced, reduced_motion="reduce")
        page.evaluate("document.getAnimations().forEach((motion) => motion.finish())")
        assert faults(page) == [], (page.url, size, scheme, forced)
        if size == NARROW:
            assert page.evaluate(TOO_WIDE) == [], page.url
            assert page.evaluate(CLIPPED) == [], page.url
    page.emulate_media(color_scheme="light", forced_colors="none")


def go_on(button: Locator) -> None:
    """Presses a button. The script may first finish a save that is on its way."""
    with button.page.expect_navigation():
        button.click()


def test_a_member_writes_a_supporter_sends_it_back_and_in_the_end_it_is_public(visit: Any, sign_in: Any) -> None:
    title, address = "My seat at the canal", "/young-people/our-posts/my-seat-at-the-canal/"
    member = sign_in("member")
    expect(member.get_by_role("heading", level=1)).to_have_text("Hello Ari")
    follow(member.get_by_role("link", name="Write a new post"))
    member.get_by_role("textbox", name="Title").fill(title)
    member.get_by_role("textbox", name="Your words").fill("I sit at the canal.\n\nRobin Fielding comes too.")
    expect(member.get_by_role("status")).to_contain_text(re.compile(r"Saved at \d\d:\d\d"))
    expect(member.get_by_text("“Robin Fielding” looks like a full name. A first name is enough.")).to_be_visible()
    expect(member).to_have_url(re.compile(r"/write/$"))
    member.reload()
    expect(member.get_by_role("textbox", name="Title")).to_have_value(title)

    go_on(member.get_by_role("button", name="Choose a picture"))
    member.get_by_role("searchbox", name="What do you look for?").fill("swim")
    follow(member.get_by_role("button", name="Find"))
    member.locator("input[name=picture]").first.check()
    follow(member.get_by_role("button", name="Use this picture"))
    expect(member.locator(".write-chosen img")).to_be_visible()
    go_on(member.get_by_role("button", name="Next: see how it looks"))
    preview = member.frame_locator("iframe")
    expect(preview.get_by_role("heading", level=1)).to_have_text(title)
    expect(preview.get_by_text("By Ari")).to_be_visible()
    follow(member.get_by_role("button", name="Send it to a supporter"))
    expect(member.locator("main")).to_contain_text("It waits for a supporter.")
    assert member.request.get(address).status == 404

    supporter = sign_in("supporter")
    follow(supporter.get_by_role("link", name=title).first)
    follow(supporter.get_by_role("button", name="I am reading it now"))
    member.reload()
    expect(member.locator("main")).to_contain_text("Kim is reading it.")
    expect(supporter.get_by_role("button", name="Publish it")).to_have_count(0)
    follow(supporter.get_by_role("button", name="Send it back with this message"))
    expect(supporter.get_by_role("alert").first).to_contain_text("Write a kind message")
    supporter.get_by_role("textbox", name="Your message to the young person").fill("I can see it. Please take the full name out.")
    follow(supporter.get_by_role("button", name="Send it back with this message"))

    follow(member.get_by_role("link", name="My posts", exact=True))
    follow(member.get_by_role("link", name=re.compile(f"^Read the message.*{title}")).first)
    expect(member.get_by_role("region", name="A message from Kim")).to_contain_text("take the full name out")
    member.get_by_role("textbox", name="Your words").fill("I sit at the canal.\n\nRobin comes too.")
    go_on(member.get_by_role("button", name="Next: see how it looks"))
    follow(member.get_by_role("button", name="Send it to a supporter"))

    supporter.reload()
    follow(supporter.get_by_role("link", name=title).first)
    expect(supporter.get_by_text("there is no consent record for them").first).to_be_visible()
    choice = supporter.get_by_role("combobox", name="Consent for the words")
    choice.select_option(choice.locator("option", has_text="Ari (example)").first.get_attribute("value"))
    follow(supporter.get_by_role("button", name="Link this consent to the words"))
    follow(supporter.get_by_role("button", name="Publish it"))
    reader = visit("/young-people/our-posts/")
    follow(reader.get_by_role("link", name=title))
    expect(reader.get_by_role("heading", level=1)).to_have_text(title)
    expect(reader.get_by_text("Robin comes too.")).to_be_visible()
    expect(reader.get_by_role("complementary", name="Need help right now?")).to_be_visible()
    member.goto("/admin/")
    expect(member.locator(".write-card").filter(has_text=title)).to_contain_text("It is on the site")


def test_it_can_be_written_and_sent_by_keyboard_alone_without_scripts(visit: Any, sign_in: Any) -> None:
    page = sign_in("member", scripts=False)
    follow(page.get_by_role("link", name="Write a new post"))
    page.get_by_role("textbox", name="Title").fill("By keyboard")
    page.get_by_role("textbox", name="Your words").fill("No mouse.")
    follow(page.get_by_role("button", name="Next: see how it looks"))
    follow(page.get_by_role("button", name="Send it to a supporter"))
    expect(page.locator("main")).to_contain_text("It waits for a supporter.")


def test_the_keyboard_leads_through_writing_and_one_sees_where_it_is(sign_in: Any) -> None:
    page = sign_in("member")
    tab_to(page, page.get_by_role("link", name="Write a new post"))
    enter(page)
    tab_to(page, page.get_by_role("textbox", name="Title"))
    page.keyboard.type("All by keys")
    tab_to(page, page.get_by_role("textbox", name="Your words"))
    page.keyboard.type("I typed this.")
    tab_to(page, page.get_by_role("button", name="Next: see how it looks"))
    enter(page)
    tab_to(page, page.get_by_role("button", name="Send it to a supporter"))
    enter(page)
    expect(page.locator("main")).to_contain_text("It waits for a supporter.")


def screens(page: Page) -> list[str]:
    """The members' screens of the demonstration: with a post that waits, and one that came back."""
    back = page.get_by_role("link", name=re.compile("^Read the message")).first.get_attribute("href")
    waits = page.get_by_role("link", name=re.compile("^Look at it")).first.get_attribute("href")
    own = back.removesuffix("write/")
    return ["/admin/", "/admin/forum/posts/new/", "/admin/forum/next/", back, waits] + [
        f"{own}{name}/" for name in ("picture", "recording", "check", "delete")
    ]


def test_every_screen_of_members_can_be_used_by_everyone(sign_in: Any) -> None:
    page = sign_in("member")
    for address in screens(page):
        page.goto(address)
        check_screen(page)
    assert [words for words in page.complaints if "favicon" not in words] == []


def test_mistakes_and_refusals_can_be_read_by_everyone(sign_in: Any) -> None:
    page = sign_in("member")
    own = screens(page)[3].removesuffix("write/")
    page.goto(f"{own}picture/")
    follow(page.get_by_role("button", name="Use my new picture"))
    expect(page.get_by_role("alert")).to_contain_text("Choose a picture first.")
    check_screen(page)
    page.goto(f"{own}recording/")
    follow(page.get_by_role("button", name="Add it"))
    check_screen(page)
    page.goto("/admin/inbox/")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not for you")
    check_screen(page)


def test_nothing_is_lost_when_the_reader_spaces_the_letters(sign_in: Any) -> None:
    page = sign_in("member", size=NARROW)
    for address in screens(page):
        page.goto(address)
        page.evaluate(SPACE)
        assert page.evaluate(TOO_WIDE) == [], address
        assert page.evaluate(CLIPPED) == [], address


# What Wagtail's own admin gets wrong on the pages around ours; nothing of it is in our templates.
UPSTREAM = {
    "landmark-unique": "the side bar and the page's own navigation have no names of their own",
    "region": "the skip link and the messages stand outside of landmarks",
}


@pytest.mark.parametrize("path", ["/admin/forum/queue/"])
def test_the_supporters_screens_have_no_fault_but_wagtails_own(sign_in: Any, path: str) -> None:
    page = sign_in("supporter")
    page.goto(path)
    assert [fault for fault in faults(page) if fault[0] not in UPSTREAM] == []
    follow(page.locator("main td.title a").first)
    assert [fault for fault in faults(page) if fault[0] not in UPSTREAM] == []
