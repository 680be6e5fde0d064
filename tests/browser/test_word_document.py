"""Communications staff bring a Word file in, and it becomes a published post in under ten actions."""

import re
from typing import Any

from playwright.sync_api import expect

from tests.blog.word_files import chairs_post
from tests.browser.test_staff_publish import act, said
from tests.browser.test_staff_screens import faults

TITLE = "Reflections from Alex Morgan (example) - 27 March 2024"
ADDRESS = "/board/reflections-from-alex-morgan-example-27-march-2024/"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_a_word_file_becomes_a_published_post(visit: Any, sign_in: Any) -> None:
    page = sign_in("communications")
    page.goto("/admin/board-posts/word/")  # 1: "Bring in a Word document" in the menu
    assert faults(page) == []
    page.get_by_label("Word file").set_input_files(  # 2
        {"name": "post.docx", "mimeType": WORD_TYPE, "buffer": chairs_post()}
    )
    page.get_by_role("button", name="Make a draft").click()  # 3
    expect(page.get_by_role("heading", name="What was left out")).to_be_visible()
    assert faults(page) == []
    page.get_by_role("button", name="Go on to the post").click()  # 4
    expect(page.get_by_role("textbox", name="Title*")).to_have_value(TITLE)
    page.get_by_role("textbox", name="Summary").fill("What the board did in March.")  # 5
    page.get_by_role("textbox", name="In short").fill("The board met. It looked at the plan.")  # 6
    act(page, "Publish")  # 7 and 8
    expect(said(page)).to_contain_text("has been published")
    reader = visit(ADDRESS)
    expect(reader.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(reader.get_by_role("heading", name=re.compile("Deep dive"), level=2)).to_be_visible()
