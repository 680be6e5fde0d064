"""What the public sees: the measures, each with its chart, in posts, and the pages of themes."""

import csv
import json
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from blog.models import BoardPostPage, Measure
from localoffer.search.index import rebuild
from tests import factories

pytestmark = pytest.mark.django_db
POINTS = {date(2024, 9, 1): 40, date(2024, 12, 1): 20}


@pytest.fixture
def measures_page(blog: Any) -> Any:
    return factories.MeasuresPageFactory(parent=blog)


def page(client: Any, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib")


def queries(client: Any, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def post_with(blog: Any, *measures: Measure, **fields: Any) -> BoardPostPage:
    body = json.dumps([{"type": "measure", "value": {"measure": measure.pk}} for measure in measures])
    return factories.BoardPostPageFactory(parent=blog, body=body, **fields)


def test_each_measure_has_a_page_with_chart_table_and_words(measures_page: Any, client: Any) -> None:
    measure = factories.MeasureFactory(points=POINTS, target=60)
    address = page(client, measures_page.url).select_one(".measure a")["href"]
    found = page(client, address)
    chart = found.select_one("svg.chart")
    assert chart["role"] == "img"
    assert chart.find("title").get_text() == measure.name
    assert "from 40% (1 September 2024) to 20% (1 December 2024)" in chart.find("desc").get_text()
    assert chart.select_one(".chart-target")
    assert [row.get_text(" ") for row in found.select("tbody tr")] == ["1 December 2024 20%", "1 September 2024 40%"]
    assert found.select_one(".measure-change").get_text().strip() == "Down from 40% to 20% in three months: worse"
    assert found.select_one("link[rel=canonical]")["href"].endswith(f"/board/measures/{measure.slug}/")
    assert not found.select("main [style]")


def test_a_measure_that_is_not_public_is_nowhere(measures_page: Any, blog: Any, client: Any) -> None:
    measure = factories.MeasureFactory(is_public=False, name="A secret series", points=POINTS)
    for address in (
        f"{measures_page.url}{measure.slug}/",
        f"/feeds/measures/{measure.slug}.csv",
        f"{measures_page.url}no/",
        f"{measures_page.url}a/b/",
    ):
        assert client.get(address).status_code == 404
    with pytest.raises(ValidationError, match="Choose a measure that is on the site"):
        post_with(blog, measure)
    Measure.objects.update(is_public=True)
    post = post_with(blog, measure)
    Measure.objects.update(is_public=False)
    for address in (measures_page.url, post.url):
        assert "secret" not in client.get(address).content.decode()


@pytest.mark.parametrize("points", [{}, {date(2024, 9, 1): 40}, dict.fromkeys((date(2024, 1, 1), date(2024, 1, 2)), -3)])
def test_few_figures_or_none_are_shown_too(measures_page: Any, client: Any, points: dict[date, int]) -> None:
    measure = factories.MeasureFactory(points=points)
    assert bool(page(client, f"{measures_page.url}{measure.slug}/").select("svg.chart")) is bool(points)
    assert client.get(f"{measures_page.url}?page=x").status_code == 200


def test_five_thousand_figures_are_shown_and_all_are_in_the_spreadsheet(measures_page: Any, client: Any) -> None:
    measure = factories.MeasureFactory(points={date(2010, 1, 1) + timedelta(days=day): day for day in range(5000)}, source="=1+1")
    found = page(client, f"{measures_page.url}{measure.slug}/?page=2")
    assert len(found.select("tbody tr")) == 100
    assert "5000" in found.select_one("desc").get_text()
    rows = list(csv.DictReader(StringIO(client.get(f"/feeds/measures/{measure.slug}.csv").content.decode("utf-8-sig"))))
    assert (len(rows), rows[0]["Date"], rows[0]["Source"]) == (5000, "2010-01-01", "'=1+1")


def test_a_post_shows_measures_as_they_stand_in_as_many_queries_for_twenty_as_for_one(
    measures_page: Any, blog: Any, client: Any
) -> None:
    some = [factories.MeasureFactory(points=POINTS) for _ in range(20)]
    one, many = post_with(blog, some[0]), post_with(blog, *some, some[0])
    shown = page(client, many.url).select(".story .measure")
    assert len(shown) == 21
    assert "Down from 40% to 20% in three months: worse" in shown[0].get_text()
    assert shown[0].select_one("svg.spark polyline")
    assert shown[0].select_one("a")["href"].endswith(f"/measures/{some[0].slug}/")
    assert queries(client, many.url) == queries(client, one.url)


def test_a_theme_gathers_posts_promises_and_measures_of_its_own_only(measures_page: Any, blog: Any, client: Any) -> None:
    mine, other = factories.BoardThemeFactory(name="Theme 1"), factories.BoardThemeFactory(name="Area 1", kind="area")
    pages = {theme: factories.BoardThemePageFactory(parent=blog, theme=theme) for theme in (mine, other)}
    for theme, name in ((mine, "mine"), (other, "other")):
        post = factories.BoardPostPageFactory(parent=blog, title=f"Post of {name}")
        post.themes.set([theme])
        post.save()
        field = "area" if theme.kind == "area" else "theme"
        factories.PromiseFactory(words=f"Promise of {name}.", **{field: theme})
        factories.MeasureFactory(name=f"Measure of {name}", points=POINTS, **{field: theme})
    for name, without, theme in (("mine", "other", mine), ("other", "mine", other)):
        words = page(client, pages[theme].url).select_one("main").get_text()
        for kind in ("Post of ", "Promise of ", "Measure of "):
            assert f"{kind}{name}" in words
            assert f"{kind}{without}" not in words
    post = BoardPostPage.objects.get(title="Post of mine")
    assert pages[mine].url in [link["href"] for link in page(client, post.url).select("main a")]
    assert pages[other].url in [link["href"] for link in page(client, blog.url).select("main a")]


def test_the_page_of_a_theme_and_of_measures_ask_as_often_for_1_as_for_many(measures_page: Any, blog: Any, client: Any) -> None:
    theme = factories.BoardThemeFactory()
    theme_page = factories.BoardThemePageFactory(parent=blog, theme=theme)

    def add(number: int) -> None:
        for _ in range(number):
            factories.MeasureFactory(theme=theme, points=POINTS)
            factories.PromiseFactory(theme=theme)
            post = factories.BoardPostPageFactory(parent=blog)
            post.themes.set([theme])
            post.save()

    add(1)
    addresses = (theme_page.url, measures_page.url, post_with(blog, *Measure.objects.all()).url)
    few = [queries(client, address) for address in addresses]
    add(30)
    assert [queries(client, address) for address in addresses] == few
    assert few[0] <= 16


def test_a_theme_has_one_page(blog: Any) -> None:
    first = factories.BoardThemePageFactory(parent=blog)
    second = factories.BoardThemePageFactory(parent=blog, theme=first.theme, title="Again", live=False)
    assert "theme" in second.publish_problems()
    assert "theme" not in first.publish_problems()


def test_a_measure_is_found_by_the_words_of_its_name(measures_page: Any, client: Any, directory: Any) -> None:
    factories.MeasureFactory(name="Zebra crossings near schools")
    rebuild()
    assert measures_page.url in client.get("/find-a-service/?q=zebra").content.decode()
