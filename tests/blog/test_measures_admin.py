"""Who keeps measures in the admin; figures typed, pasted and imported: all of them or none."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import ModelLogEntry

from blog.models import Measure
from localoffer.people.roles import COMMUNICATIONS, ROLES, SITE_ADMINISTRATOR
from tests import factories

pytestmark = pytest.mark.django_db
MAY = {SITE_ADMINISTRATOR.name, COMMUNICATIONS.name}
SEPTEMBER, DECEMBER = date(2024, 9, 1), date(2024, 12, 1)


@pytest.fixture
def staff(site_tree: Any, person: Any, client: Any) -> Any:
    client.force_login(person(COMMUNICATIONS))
    return client


@pytest.fixture
def measure() -> Measure:
    return factories.MeasureFactory(points={SEPTEMBER: 40})


def figures(measure: Measure) -> dict[date, int]:
    return {point.day: int(point.value) for point in measure.points.all()}


def table(*rows: dict[str, str]) -> dict[str, str]:
    data = {"form-TOTAL_FORMS": str(len(rows)), "form-INITIAL_FORMS": "0"}
    for number, row in enumerate(rows):
        data |= {f"form-{number}-{name}": value for name, value in row.items()}
    return data


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_only_communications_staff_and_administrators_keep_measures(role: Any, site_tree: Any, person: Any, client: Any) -> None:
    measure = factories.MeasureFactory()
    client.force_login(person(role))
    for part in ("", "new/", f"edit/{measure.pk}/", f"{measure.pk}/figures/", f"{measure.pk}/paste/"):
        assert (client.get(f"/admin/measures/{part}").status_code == 200) is (role.name in MAY), part
    client.post(f"/admin/measures/{measure.pk}/figures/", table({"day": "1/9/2024", "value": "3"}))
    assert measure.points.exists() is (role.name in MAY)


def test_a_new_measure_leads_to_its_figures(staff: Any) -> None:
    said = {
        "name": "Waits",
        "slug": "waits",
        "meaning": "How long.",
        "unit": "days",
        "source": "Us",
        "direction": "lower",
        "dates_as": "day",
    }
    response = staff.post("/admin/measures/new/", said)
    measure = Measure.objects.get()
    assert response["Location"] == f"/admin/measures/{measure.pk}/figures/"
    assert not measure.is_public


def test_figures_are_written_changed_and_taken_out_in_the_table_and_it_is_logged(staff: Any, measure: Measure) -> None:
    address = f"/admin/measures/{measure.pk}/figures/"
    assert (
        staff.post(
            address,
            table(
                {"was": "2024-09-01", "day": "1 September 2024", "value": "41%"}, {"day": "Dec 2024", "value": "20"}, {"day": ""}
            ),
        ).status_code
        == 302
    )
    assert figures(measure) == {SEPTEMBER: 41, DECEMBER: 20}
    assert (
        staff.post(
            address, table({"was": "2024-09-01", "day": "2/9/2024", "value": "41"}, {"was": "2024-12-01", "take_out": "on"})
        ).status_code
        == 302
    )
    assert figures(measure) == {date(2024, 9, 2): 41}
    told = [entry.message for entry in ModelLogEntry.objects.filter(action="blog.figures").order_by("pk")]
    assert "1 September 2024: 40% became 41%" in told[0]
    assert "1 December 2024: 20% was taken out" in told[1]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([{"day": "1/12/2024", "value": "many"}], "is not a number"),
        ([{"day": "someday", "value": "3"}], "is not a date that we know"),
        ([{"day": "1/12/2024", "value": ""}], "There is no figure."),
        ([{"day": "1/12/2024", "value": "1"}, {"day": "Dec 2024", "value": "2"}], "stands in this table twice"),
        ([{"day": "1/9/2024", "value": "1"}], "stands in this table twice"),
        ([{"day": "1/12/2024", "value": "1\x00"}], "Null characters are not allowed"),
        ([{"was": "never", "day": "1/12/2024", "value": "1"}], "Enter a valid date"),
    ],
)
def test_a_wrong_row_of_the_table_keeps_all_that_was_typed_and_writes_nothing(
    staff: Any, measure: Measure, rows: list[dict[str, str]], sentence: str
) -> None:
    response = staff.post(f"/admin/measures/{measure.pk}/figures/", table({"day": "5/5/2024", "value": "17"}, *rows))
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert 'value="17"' in response.content.decode()
    assert figures(measure) == {SEPTEMBER: 40}


def mark_of(response: Any) -> str:
    return response.context["plan"].mark


def test_what_is_pasted_is_tried_first_and_written_on_a_yes(staff: Any, measure: Measure) -> None:
    address, text = f"/admin/measures/{measure.pk}/paste/", "Month\tShare\nSept 2024\t41%\nDec 2024\t20%"
    tried = staff.post(address, {"text": text})
    assert "1 figure will be added, 1 figure will be changed." in tried.content.decode()
    assert figures(measure) == {SEPTEMBER: 40}
    assert staff.post(address, {"text": text, "mark": mark_of(tried)}).status_code == 302
    assert figures(measure) == {SEPTEMBER: 41, DECEMBER: 20}


def test_a_yes_to_what_has_changed_since_is_no_yes(staff: Any, measure: Measure) -> None:
    address, text = f"/admin/measures/{measure.pk}/paste/", "Sept 2024,41"
    mark = mark_of(staff.post(address, {"text": text}))
    measure.points.update(value=55)
    response = staff.post(address, {"text": text, "mark": mark})
    assert "Somebody changed these figures while you looked." in response.content.decode()
    assert figures(measure) == {SEPTEMBER: 55}


def test_wrong_rows_of_a_file_are_named_and_nothing_is_written(staff: Any, measure: Measure) -> None:
    file = SimpleUploadedFile("figures.csv", "Date;Share\n1/10/2024;30\n1/11/2024;none\n1/10/2024;31".encode("utf-16"))
    response = staff.post(f"/admin/measures/{measure.pk}/paste/", {"file": file})
    page = response.content.decode()
    assert response.status_code == 422
    assert "2 rows of 3 cannot be read" in page
    assert "“none” is not a number." in page
    assert "stands in row 2 already" in page
    assert "1/10/2024;30" in page
    assert figures(measure) == {SEPTEMBER: 40}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\x03\x04rest", "This is a workbook"),
        (b"\x81\x00\xff\x00", "This file is no text that we can read"),
        (b"", "This file is empty."),
        (b"\n\n", "Paste the rows of your spreadsheet"),
        (b"1/1/2024,1\n" * 5001, "too much for one time"),
        (b"x" * 1_000_001, "too much for one time"),
    ],
)
def test_a_file_that_is_none_is_refused_in_a_sentence(staff: Any, measure: Measure, data: bytes, sentence: str) -> None:
    response = staff.post(f"/admin/measures/{measure.pk}/paste/", {"file": SimpleUploadedFile("figures.csv", data)})
    assert response.status_code == 422
    assert sentence in response.content.decode()
    assert "Null characters" not in staff.post(f"/admin/measures/{measure.pk}/paste/", {"text": "1\x00"}).content.decode()


def test_dates_that_would_be_the_same_stop_a_change_of_how_they_are_known(measure: Measure) -> None:
    factories.MeasurePoint.objects.create(measure=measure, day=date(2024, 9, 30), value=1)
    measure.dates_as = "month"
    with pytest.raises(Exception, match="September 2024"):
        measure.full_clean()
