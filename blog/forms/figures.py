"""The figures of a measure: a table to type in, and a text or file to bring in."""

from datetime import date
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from ..models import Measure
from ..rules import LONGEST_NOTE, MOST_ROWS, Figure, NotADay, NotAFigure, Rows, read_day, read_number, read_rows, shown_day
from .bringing_in import UNSEEN

EMPTY_ROWS = 5
LARGEST = 1_000_000  # bytes of a file, or letters of a text
TOO_LARGE = f"This is too much for one time. Bring in at most {MOST_ROWS:,} rows."
ONE_OF_THEM = "Paste the rows of your spreadsheet, or choose a CSV file."
NOT_BOTH = "Send pasted rows or a file, not both: we cannot know which of the two counts."
A_WORKBOOK = "This is a workbook of a spreadsheet program. Save it as CSV there, and send that; or copy its rows and paste them."
NOT_TEXT = "This file is no text that we can read. Save it in your spreadsheet program as “CSV UTF-8”."
TWICE = "{day} stands in this table twice, or has a figure on another page of it. Change that one."


class FigureRowForm(forms.Form):
    """A row of the table. What is typed is read as when it is pasted, so that both know the same dates and numbers."""

    was = forms.DateField(required=False, widget=forms.HiddenInput)
    day = forms.CharField(label="Date", required=False, max_length=40)
    value = forms.CharField(label="Figure", required=False, max_length=40)
    note = forms.CharField(label="Note", required=False, max_length=LONGEST_NOTE)
    take_out = forms.BooleanField(label="Take out", required=False)

    figure: Figure | None = None

    def __init__(self, *args: Any, measure: Measure, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.measure, self.today = measure, today

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if self.errors or said.get("take_out") or not (said.get("was") or said["day"] or said["value"] or said["note"]):
            return said
        day = value = None
        try:
            day = read_day(said["day"], today=self.today, dates_as=self.measure.dates_as)
        except NotADay as wrong:
            self.add_error("day", str(wrong))
        try:
            value = read_number(said["value"], self.measure.counts_in)
        except NotAFigure as wrong:
            self.add_error("value", str(wrong))
        if day is not None and value is not None:
            self.figure = Figure(day, value, " ".join(said["note"].split()))
        return said


class BaseFigureFormSet(forms.BaseFormSet):
    """The rows of one page of the table. After ``is_valid()``: ``figures`` to write, and the days ``without`` one."""

    figures: list[Figure]
    without: set[date]

    def __init__(self, *args: Any, measure: Measure, today: date, **kwargs: Any) -> None:
        self.measure = measure
        super().__init__(*args, form_kwargs={"measure": measure, "today": today}, **kwargs)

    def clean(self) -> None:
        if any(self.errors):
            return
        shown = {form.cleaned_data.get("was") for form in self.forms} - {None}
        elsewhere = set(self.measure.points.values_list("day", flat=True)) - shown
        self.figures = []
        for form in self.forms:
            if form.figure is None:
                continue
            if form.figure.day in elsewhere:
                form.add_error("day", TWICE.format(day=shown_day(form.figure.day, self.measure.dates_as)))
            elsewhere.add(form.figure.day)
            self.figures.append(form.figure)
        if any(self.errors):
            raise forms.ValidationError("Nothing is saved yet. Mend the rows that are marked.")
        self.without = shown - {figure.day for figure in self.figures}


FigureFormSet = forms.formset_factory(FigureRowForm, formset=BaseFigureFormSet, extra=EMPTY_ROWS)


class PasteForm(forms.Form):
    """Rows of a spreadsheet, pasted or as a CSV file. After ``is_valid()``: ``text``, and ``rows`` as they were read."""

    text = forms.CharField(
        label="Rows, pasted from a spreadsheet",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="One figure in each row: the date, the figure and, if you like, a note. A first row of headings is left out.",
    )
    file = forms.FileField(
        label="Or a CSV file",
        required=False,
        help_text="The same columns, with commas or semicolons between.",
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt"}),
        error_messages={"empty": "This file is empty."},
    )

    rows: Rows

    def __init__(self, *args: Any, measure: Measure, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.measure, self.today = measure, today
        self.fields["text"].to_python = _plain_text

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if self.errors:
            return said
        file, text = said.get("file"), said.get("text") or ""
        if bool(file) == bool(text.strip()):
            raise forms.ValidationError(NOT_BOTH if file else ONE_OF_THEM)
        if file:
            text = _text_of(file)
        if len(text) > LARGEST:
            raise forms.ValidationError(TOO_LARGE)
        self.rows = read_rows(text, unit=self.measure.counts_in, today=self.today, dates_as=self.measure.dates_as)
        if self.rows.too_many:
            raise forms.ValidationError(TOO_LARGE)
        if not (self.rows.right or self.rows.wrong):
            raise forms.ValidationError(ONE_OF_THEM)
        said["text"] = text
        return said


def _plain_text(value: Any) -> str:
    if "\x00" in str(value or ""):
        raise forms.ValidationError(UNSEEN)
    return str(value or "")


def _text_of(file: UploadedFile) -> str:
    """The words of a file, as spreadsheet programs save them. Raises ValidationError."""
    if file.size > LARGEST:
        raise forms.ValidationError(TOO_LARGE)
    data = file.read()
    if data.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        raise forms.ValidationError(A_WORKBOOK)
    is_utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for coding in ("utf-16",) if is_utf_16 else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(coding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise forms.ValidationError(NOT_TEXT)
