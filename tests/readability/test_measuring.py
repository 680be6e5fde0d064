"""Reading a page: its words in order with the way to each, and keeping its figures true."""

import json
from datetime import UTC, datetime
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from wagtail.models import Locale, Page

from home.models import InformationPage
from localoffer.readability.choices import PageKind
from localoffer.readability.jobs import measure_pages
from localoffer.readability.measuring import check_page, limits_of, passages
from localoffer.readability.models import PageReading, ReadingLimits
from localoffer.readability.services import RULES, measure_missing
from tests import factories

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
BODY = [
    {"type": "text", "value": "<h2>Who</h2><p>You can.</p>", "id": "one"},
    {
        "type": "steps",
        "value": {
            "title": "How",
            "steps": [{"type": "item", "id": "first", "value": {"title": "Ask", "text": "<p>It was told.</p>"}}],
        },
        "id": "two",
    },
]


def read(page: Any) -> list[tuple[str, str]]:
    return [(passage.words, passage.path) for passage in passages(page)]


def test_the_words_of_a_page_have_the_way_to_them_in_the_form(home: Any) -> None:
    page = factories.InformationPageFactory(parent=home, title="Help", summary="For all.", body=json.dumps(BODY))
    assert read(page) == [
        ("Help", "title"),
        ("For all.", "summary"),
        ("Who\nYou can.", "body/one"),
        ("How", "body/two/title"),
        ("Ask", "body/two/steps/first/title"),
        ("It was told.", "body/two/steps/first/text"),
    ]
    [found] = check_page(page).findings
    assert (found.place, found.path) == ("Part 2 (Steps)", "body/two/steps/first/text")


def test_a_post_is_read_in_the_order_of_its_form_rich_text_as_plain_words(blog: Any) -> None:
    page = factories.BoardPostPageFactory(
        parent=blog,
        title="Post",
        summary="S.",
        in_short="Short.",
        for_young_people="You.",
        how_to_comment="<p>Write <b>to</b> us</p>",
    )
    assert [words for words, _ in read(page)] == ["Post", "S.", "Short.", "You.", "Write to us"]


def test_a_listing_is_read_with_its_answers(directory: Any) -> None:
    page = factories.ServicePageFactory(parent=directory, title="Club", summary="S.", description="<p>Play.</p>")
    page.answers.create(question="food", answer="Bring lunch.")
    assert ("Bring lunch.", "answers") in read(page)
    assert ("Play.", "description") in read(page)


def test_each_kind_of_page_has_limits_of_its_own(site_tree: dict[str, Any]) -> None:
    ReadingLimits.objects.create(
        site=site_tree["home"].get_site(), youth_grade=5, board_grade=8, listing_grade=7, other_sentence=22
    )
    post = factories.BoardPostPageFactory(parent=site_tree["blog"])
    listing = factories.ServicePageFactory(parent=site_tree["directory"])
    grades = [limits_of(page).grade for page in (site_tree["youth"], post, listing, site_tree["section"])]
    assert grades == [5, 8, 7, 9]
    assert limits_of(site_tree["section"]).sentence == 22


def test_without_settings_youth_pages_have_grade_6_and_others_9(site_tree: dict[str, Any]) -> None:
    assert limits_of(site_tree["youth"]).grade == 6
    assert {limits_of(site_tree[name]).grade for name in ("home", "section", "blog", "directory")} == {9}
    assert not ReadingLimits.objects.exists()  # reading them writes nothing


def test_publishing_measures_the_page(home: Any) -> None:
    page = factories.InformationPageFactory(parent=home, live=False, summary="Help for all.")
    assert not PageReading.objects.filter(page=page.pk).exists()
    page.save_revision().publish()
    kept = PageReading.objects.get(page=page.pk)
    assert (kept.kind, kept.longest_sentence, kept.measured_by) == (PageKind.OTHER, 3, RULES)


def test_a_draft_of_a_public_page_does_not_change_what_is_kept(home: Any) -> None:
    page = factories.InformationPageFactory(parent=home, summary="Help for all.")
    page.summary = "Help for all of you who come here."
    page.save_revision()
    assert PageReading.objects.get(page=page.pk).longest_sentence == 3
    page.get_latest_revision().publish()
    assert PageReading.objects.get(page=page.pk).longest_sentence == 8


def test_a_page_that_is_taken_down_is_not_in_the_report_and_a_deleted_one_is_gone(home: Any) -> None:
    page = factories.InformationPageFactory(parent=home)
    page.unpublish()
    assert not PageReading.objects.public().filter(page=page.pk).exists()
    page.delete()
    assert not PageReading.objects.filter(page=page.pk).exists()


def test_other_languages_and_copies_are_not_kept(home: Any) -> None:
    page = factories.InformationPageFactory(parent=home)
    page.locale = Locale.objects.create(language_code="pl")
    page.save()
    assert not PageReading.objects.filter(page=page.pk).exists()
    copy = factories.InformationPageFactory(parent=home).create_alias(parent=home, update_slug="copy")
    assert not PageReading.objects.filter(page=copy.pk).exists()


def test_what_was_never_measured_is_measured_by_the_job_and_only_once(home: Any) -> None:
    page = factories.InformationPageFactory(parent=home)
    factories.InformationPageFactory(parent=home, live=False)
    PageReading.objects.all().delete()
    assert measure_pages(NOW) == "2 pages measured for the report of reading ages"  # the home page, and this one
    assert PageReading.objects.filter(page=page.pk).exists()
    assert measure_pages(NOW) == ""


def test_what_older_rules_measured_is_measured_anew(home: Any) -> None:
    PageReading.objects.update(measured_by=RULES - 1)
    assert measure_missing(now=NOW) == 1
    assert set(PageReading.objects.values_list("measured_by", flat=True)) == {RULES}


def test_the_command_measures_all_anew_after_changes_past_the_pages_saving(home: Any) -> None:
    page = factories.InformationPageFactory(parent=home, summary="Help for all.")
    InformationPage.objects.filter(pk=page.pk).update(summary="Help for all of you who come here.")
    said = StringIO()
    call_command("measure_pages", stdout=said)
    assert said.getvalue() == "2 pages measured.\n"
    assert PageReading.objects.get(page=page.pk).longest_sentence == 8


def test_a_page_of_wagtails_own_type_is_left_alone(db: None) -> None:
    Page.get_first_root_node().save()
    assert not PageReading.objects.exists()
