"""What editors may write into a schedule, a term and a bank holiday; the days of the week as boxes to tick."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.forms.models import modelform_factory
from django.test.utils import isolate_apps
from wagtail.admin.panels import ObjectList

from localoffer.events.models import BankHoliday, ClosedDates, Schedule, SchoolTerm
from localoffer.events.models.fields import WeekdaysField
from localoffer.events.rules import Closed, Pattern

with isolate_apps("localoffer.events"):

    class Row(Schedule):
        """A schedule with a table, as another app makes it."""

        class Meta:
            app_label = "events"

    class ClosedRow(ClosedDates):
        class Meta:
            app_label = "events"


FULL = {
    "freq": "weekly",
    "interval": 2,
    "weekdays": "TU",
    "starts_on": date(2026, 11, 3),
    "ends_on": date(2026, 12, 15),
    "opens_at": time(16),
    "closes_at": time(18),
    "during": "term",
    "on_bank_holidays": True,
    "quieter": True,
    "note": "Ring first.",
}
WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"freq": "once", "ends_on": None, "starts_on": None}, "starts_on", "Fill in the date."),
    ({"freq": "once"}, "ends_on", "no last date"),
    ({"weekdays": ""}, "weekdays", "Tick the days"),
    ({"freq": "monthly"}, "week_of_month", "which one of the month"),
    ({"starts_on": None}, "starts_on", "which weeks or months count"),
    ({"interval": 0}, "interval", "Write 1 for each"),
    ({"interval": 13}, "interval", "up to 12"),
    ({"ends_on": date(2026, 11, 2)}, "ends_on", "before the first"),
    ({"weekdays": "MO", "ends_on": date(2026, 11, 15)}, "ends_on", "None of those days"),
    ({"opens_at": None}, "opens_at", "when it starts too"),
    ({"closes_at": time(16)}, "closes_at", "before it starts"),
    ({"closes_at": time(5)}, "closes_at", "5pm as 17:00"),
]
RIGHT: list[dict[str, Any]] = [
    {},
    {"freq": "once", "ends_on": None, "weekdays": ""},
    {"freq": "once", "ends_on": date(2026, 11, 3)},
    {"freq": "monthly", "week_of_month": -1},
    {"interval": 1, "starts_on": None, "ends_on": None},
    {"interval": 12, "ends_on": None},
    {"ends_on": date(2026, 11, 3)},
    {"opens_at": None, "closes_at": None},
    {"closes_at": None},
    {"closes_at": time(16, 1)},
    {"closes_at": time(0)},
]


@pytest.mark.parametrize(("changes", "field", "words"), WRONG)
def test_what_cannot_be_meant_is_refused_beside_its_field(changes: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Row(**FULL | changes).full_clean()
    assert list(refused.value.message_dict) == [field]
    assert words in refused.value.message_dict[field][0]


@pytest.mark.parametrize("changes", RIGHT)
def test_what_can_be_meant_is_taken(changes: dict[str, Any]) -> None:
    Row(**FULL | changes).full_clean()


def test_the_rules_get_every_field() -> None:
    assert Row(**FULL, week_of_month=1).pattern == Pattern(
        freq="weekly",
        interval=2,
        weekdays=("TU",),
        week_of_month=1,
        starts_on=date(2026, 11, 3),
        ends_on=date(2026, 12, 15),
        opens=time(16),
        closes=time(18),
        during="term",
        on_bank_holidays=True,
        quieter=True,
    )


def test_a_row_says_itself_in_words_also_as_a_draft() -> None:
    assert str(Row(weekdays="MO,TH")) == "Mondays and Thursdays"
    assert str(Row()) == "Times that are not complete"
    assert not Row(interval=None).pattern.is_complete


def form_of(data: dict[str, Any], **initial: Any) -> Any:
    return modelform_factory(Row, fields="__all__")(data, instance=Row(**initial))


def test_the_ticked_days_are_kept_in_the_order_of_the_week() -> None:
    form = form_of({"freq": "weekly", "interval": "1", "weekdays": ["SU", "MO"], "during": "all_year"})
    assert form.is_valid(), form.errors
    assert form.save(commit=False).weekdays == "MO,SU"


def test_a_day_that_is_none_is_refused() -> None:
    assert "weekdays" in form_of({"freq": "weekly", "interval": "1", "weekdays": ["XX"], "during": "all_year"}).errors
    assert Row(weekdays="XX,TH,,MO").pattern.weekdays == ("MO", "TH")


def test_the_same_ticks_are_no_change_and_others_are_one() -> None:
    data = {"freq": "weekly", "interval": "1", "during": "all_year"}
    assert form_of(data).changed_data == []
    assert form_of(data | {"weekdays": ["MO", "TU"]}, weekdays="MO,TU").changed_data == []
    assert form_of(data | {"weekdays": ["MO"]}, weekdays="MO,TU").changed_data == ["weekdays"]


def test_the_editor_shows_a_ticked_box_for_each_day_in_a_row_of_many() -> None:
    handler = ObjectList(Schedule.panels).bind_to_model(Row)
    form = handler.get_form_class()(instance=Row(weekdays="MO,TH"), prefix="times-__prefix__")
    shown = str(form["weekdays"])
    assert shown.count('type="checkbox"') == 7
    assert shown.count("checked") == 2
    assert 'name="times-__prefix__-weekdays" value="TH"' in shown
    assert set(form.fields) == {field.name for field in Schedule._meta.get_fields()}


def test_to_migrations_the_days_are_a_plain_column() -> None:
    assert WeekdaysField("on", blank=True).deconstruct()[1:] == (
        "django.db.models.CharField",
        [],
        {"verbose_name": "on", "blank": True, "max_length": 20},
    )


def test_closed_dates_need_an_order() -> None:
    day = date(2026, 11, 4)
    ClosedRow(first_day=day, last_day=day).full_clean()
    assert ClosedRow(first_day=day, last_day=day).closed == Closed(day, day)
    with pytest.raises(ValidationError, match="open again before"):
        ClosedRow(first_day=day, last_day=day - timedelta(days=1)).full_clean()


@pytest.mark.django_db
class TestTerms:
    first, last = date(2026, 9, 2), date(2026, 10, 23)

    def term(self, first: date, last: date) -> SchoolTerm:
        return SchoolTerm(name="A term", first_day=first, last_day=last)

    def test_a_term_of_one_day_is_taken_and_one_that_ends_before_it_begins_is_not(self) -> None:
        self.term(self.first, self.first).full_clean()
        with pytest.raises(ValidationError, match="end before it begins"):
            self.term(self.first, self.first - timedelta(days=1)).full_clean()

    @pytest.mark.parametrize(("first", "last"), [((2026, 10, 23), (2026, 12, 1)), ((2026, 8, 1), (2026, 9, 2))])
    def test_two_terms_share_no_day(self, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
        self.term(self.first, self.last).save()
        with pytest.raises(ValidationError, match="run into “A term”, 2 September 2026 to 23 October 2026"):
            self.term(date(*first), date(*last)).full_clean()

    def test_terms_may_follow_at_once_and_a_term_is_not_in_its_own_way(self) -> None:
        kept = self.term(self.first, self.last)
        kept.save()
        kept.full_clean()
        self.term(self.last + timedelta(days=1), date(2026, 12, 18)).full_clean()
        self.term(date(2026, 8, 1), self.first - timedelta(days=1)).full_clean()

    def test_without_days_it_only_asks_for_them(self) -> None:
        with pytest.raises(ValidationError) as refused:
            SchoolTerm(name="A term").full_clean()
        assert set(refused.value.message_dict) == {"first_day", "last_day"}


@pytest.mark.django_db
def test_a_bank_holiday_is_in_the_list_once() -> None:
    BankHoliday.objects.create(day=date(2026, 12, 25), name="Christmas Day")
    with pytest.raises(ValidationError, match="in the list already"):
        BankHoliday(day=date(2026, 12, 25), name="Christmas").full_clean()
