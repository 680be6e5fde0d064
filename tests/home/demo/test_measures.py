"""The demonstration's measures: the figures of both documents with date and source, in plain words."""

import pytest

from blog.models import BoardPostPage, BoardTheme, BoardThemePage, Measure
from localoffer.plainlanguage.rules import reading_grade

pytestmark = pytest.mark.django_db


def test_the_share_of_plans_on_time_is_said_as_it_was(demo: None) -> None:
    measure = Measure.objects.with_recent().get(slug="plans-within-20-weeks")
    assert measure.change == "Down from 40% to 20% in three months: worse"
    assert Measure.objects.exclude(target=None).exists()


def test_each_measure_has_figures_and_a_source_with_its_date_or_is_an_example(demo: None) -> None:
    for measure in Measure.objects.with_recent():
        measure.full_clean()
        assert measure.recent, measure.name
        assert ("example" in measure.source and "(example)" in measure.name) or "202" in measure.source, measure.name


def test_each_theme_and_area_has_its_page_and_a_post(demo: None) -> None:
    assert set(BoardThemePage.objects.live().values_list("theme", flat=True)) == set(
        BoardTheme.objects.values_list("pk", flat=True)
    )
    assert set(BoardPostPage.objects.live().values_list("themes", flat=True)) == set(
        BoardTheme.objects.values_list("pk", flat=True)
    )


def test_measures_are_easy_to_read(demo: None) -> None:
    words = "\n".join(Measure.objects.values_list("meaning", flat=True))
    assert reading_grade(words) <= 9
