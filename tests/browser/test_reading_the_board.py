"""A parent reads what the board's chair writes."""

import re
from typing import Any
from xml.etree import ElementTree

from playwright.sync_api import expect

from .moving import follow

POST = "Reflections from Steve Crocker - 27 March 2024"
ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_parent_reads_a_post_from_the_short_of_it_to_the_figures(visit: Any) -> None:
    page = visit("/")
    follow(page.get_by_role("navigation", name="Main").get_by_role("link", name="Board and news"))
    follow(page.get_by_role("link", name=POST))
    expect(page.get_by_role("heading", level=1)).to_have_text(POST)
    short = page.get_by_role("region", name="In short")
    assert len(short.inner_text()) > 200
    contents = page.get_by_role("navigation", name="On this page")
    last = contents.get_by_role("link").last
    heading = page.get_by_role("heading", name=last.inner_text(), level=2)
    last.click()
    expect(heading).to_be_in_viewport()
    assert page.url.endswith(last.get_attribute("href"))


def test_each_line_of_the_contents_leads_to_its_heading(visit: Any) -> None:
    page = visit("/board/")
    follow(page.get_by_role("link", name=POST))
    lines = page.get_by_role("navigation", name="On this page").get_by_role("link").all()
    assert len(lines) > 3
    for line in lines:
        assert page.locator(line.get_attribute("href")).inner_text() == line.inner_text()


def test_the_figures_can_be_read_as_a_table_and_seen_as_bars(visit: Any) -> None:
    page = visit("/board/")
    follow(page.get_by_role("link", name=POST))
    table = page.get_by_role("table", name=re.compile("^Young people who stay on in education"))
    row = table.get_by_role("row", name=re.compile("As reported in March 2024"))
    expect(row.get_by_role("cell")).to_have_text("78.8%")
    bar, track = (row.locator(f".bar-{part}").bounding_box() for part in ("fill", "track"))
    assert abs(bar["width"] / track["width"] - 0.788) < 0.01


def test_the_figures_are_there_without_scripts_and_without_styles(visit: Any) -> None:
    page = visit("/board/", scripts=False)
    page.route("**/*.css", lambda route: route.abort())
    follow(page.get_by_role("link", name=POST))
    expect(page.get_by_role("row", name=re.compile("As reported in March 2024"))).to_contain_text("78.8%")


def test_one_goes_on_to_the_next_post_and_back_again(visit: Any) -> None:
    page = visit("/board/")
    follow(page.get_by_role("link", name=POST))
    turning = page.get_by_role("navigation", name="Other posts")
    expect(turning.get_by_role("link", name=re.compile("^Earlier post"))).to_have_count(0)
    follow(turning.get_by_role("link", name=re.compile("^Later post")))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Alex Morgan (example)")
    follow(turning.get_by_role("link", name=re.compile("^Earlier post")))
    expect(page.get_by_role("heading", level=1)).to_have_text(POST)


def test_a_tag_leads_to_the_posts_about_it(visit: Any) -> None:
    page = visit("/board/")
    everything = page.locator("article.post").count()
    follow(page.get_by_role("link", name=POST))
    follow(page.get_by_role("link", name="deep dive", exact=True))
    expect(page.get_by_role("link", name=POST)).to_be_visible()
    assert page.locator("article.post").count() < everything


def test_the_feed_has_the_posts(visit: Any, site: Any) -> None:
    page = visit("/board/")
    titles = page.locator("article.post h2").all_inner_texts()
    link = page.get_by_role("link", name="Follow the posts (feed)")
    assert page.locator('head link[type="application/atom+xml"]').get_attribute("href") == link.get_attribute("href")
    answer = page.request.get(link.get_attribute("href"))
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(answer.body())  # noqa: S314  our own site
    assert [entry.findtext(f"{ATOM}title") for entry in feed.findall(f"{ATOM}entry")] == titles
