"""Word files become the parts of a post: what comes in, what is mended, what is listed as left out."""

from datetime import date
from typing import Any

import pytest

from blog.word import Picture, Table, read_word
from localoffer.blocks.rules import heading_problems, headings_in
from tests.blog import word_files as word
from tests.media.pictures import TELLTALES


def read(*body: str, **more: Any) -> Any:
    return read_word(word.docx(word.paragraph(word.USUAL), *body, **more))


def html(reading: Any) -> str:
    return "".join(part for part in reading.parts if isinstance(part, str))


def test_a_post_of_the_usual_shape_and_length_comes_in_complete() -> None:
    reading = read_word(word.chairs_post())
    assert (reading.title, reading.author, reading.day) == (word.USUAL, "Alex Morgan (example)", date(2024, 3, 27))
    assert [words for level, words in headings_in(html(reading)) if level == 2] == [
        "Chair’s remarks",
        "Deep dive",
        "How the programme is going",
        "Learning and work from 16",
    ]
    assert html(reading).count("<ol>") == 1
    assert html(reading).count("<ul>") == 3
    assert html(reading).count("<li>") == 16
    assert '<a href="mailto:forum@example.org">the forum</a>' in html(reading)
    assert reading.notes.changed == []
    assert len(reading.notes.left_out) == 2
    assert "“News and blogs”" in reading.notes.left_out[1]


def test_a_heading_2_begins_a_new_part() -> None:
    reading = read(word.paragraph("Hello."), word.heading(2, "One"), word.heading(3, "Below"), word.heading(2, "Two"))
    assert list(reading.parts) == ["<p>Hello.</p>", "<h2>One</h2><h3>Below</h3>", "<h2>Two</h2>"]


@pytest.mark.parametrize(
    ("title", "author", "day"),
    [
        ("Reflections from Jean-Luc O’Neill – 1st May 2025", "Jean-Luc O’Neill", date(2025, 5, 1)),
        ("REFLECTIONS FROM Jo — Wednesday 30 April 2025", "Jo", date(2025, 4, 30)),
        ("Reflections from Jo - 31 April 2025", "Jo", None),
    ],
)
def test_the_usual_title_is_known_in_its_ways_of_writing(title: str, author: str, day: date | None) -> None:
    reading = read_word(word.docx(word.paragraph(title), word.paragraph("Hello.")))
    assert (reading.title, reading.author, reading.day) == (title, author, day)


def test_a_day_that_does_not_exist_is_said() -> None:
    reading = read_word(word.docx(word.paragraph("Reflections from Jo - 31 April 2025"), word.paragraph("Hello.")))
    assert "The day in the title does not exist" in reading.notes.changed[0]


@pytest.mark.parametrize(
    ("first", "title"),
    [
        (word.paragraph("News of May", style="Title"), "News of May"),
        (word.heading(1, "News of May"), "News of May"),
        (word.paragraph("A sentence is no title."), "A new board post"),
    ],
)
def test_without_the_usual_title_the_first_line_is_the_title_and_that_is_said(first: str, title: str) -> None:
    reading = read_word(word.docx(first, word.paragraph("Hello.")))
    assert (reading.title, reading.author, reading.day) == (title, "", None)
    assert "We found no title of the form" in reading.notes.changed[0]
    assert "<p>Hello.</p>" in html(reading)


@pytest.mark.parametrize("levels", [(1, 2, 3), (3, 6, 2), (4, 5, 6), (1, 6, 1, 3), (6,), (1, 2, 3, 4, 5)])
def test_whatever_the_headings_of_the_document_those_of_the_post_are_in_order(levels: tuple[int, ...]) -> None:
    reading = read(*(word.heading(level, f"Heading {number}") for number, level in enumerate(levels)))
    found = headings_in(html(reading))
    assert len(found) == len(levels)
    assert heading_problems(found) == []
    assert {level for level, _ in found} <= {2, 3, 4}


def test_a_heading_that_was_mended_is_named_and_one_that_was_right_is_not() -> None:
    reading = read(word.heading(2, "Right"), word.heading(4, "Skips"), word.heading(3, "Right again"))
    assert reading.notes.changed == ["The heading “Skips” skipped a level. Now it is a heading 3."]


def test_a_short_bold_line_becomes_a_heading_and_a_bold_sentence_does_not() -> None:
    reading = read(word.paragraph(word.bold("Chair’s remarks")), word.paragraph(word.bold("We must do more.")))
    assert html(reading) == "<h2>Chair’s remarks</h2><p><b>We must do more.</b></p>"
    assert reading.notes.changed == ["“Chair’s remarks” was a bold line. Now it is a heading 2."]


def test_headings_without_words_are_left_away() -> None:
    assert html(read(word.heading(2, " "), word.paragraph("Hello."))) == "<p>Hello.</p>"


def test_a_table_keeps_its_cells_and_its_marked_headings() -> None:
    rows = (["Day", "Where"], ["24 April", word.cell(word.paragraph("At ", word.link("County Hall")))])
    reading = read(word.table(*rows, head=True))
    assert reading.parts == (
        Table(
            ("Day", "Where"),
            (("<p>24 April</p>", '<p>At <a href="https://board.example.org/papers">County Hall</a></p>'),),
        ),
    )
    assert reading.notes.changed == []


def test_of_a_table_without_marked_headings_the_first_row_is_taken_and_that_is_said() -> None:
    reading = read(word.table(["Day", "Where"], ["24 April", "Here"]))
    assert reading.parts[0].heads == ("Day", "Where")
    assert "first row of table 1" in reading.notes.changed[0]


def test_joined_cells_are_parted_and_each_row_is_as_wide_as_the_others() -> None:
    wide = word.cell("Both", '<w:gridSpan w:val="2"/>')
    high = word.cell("Down", '<w:vMerge w:val="restart"/>')
    under = word.cell("", "<w:vMerge/>")
    reading = read(word.table(["A", "B", "C"], [wide, "c"], [high, "b", "c"], [under, "b2", "c2"]))
    table = reading.parts[0]
    assert [len(row) for row in table.rows] == [3, 3, 3]
    assert table.rows[0] == ("<p>Both</p>", "", "<p>c</p>")
    assert table.rows[2] == ("", "<p>b2</p>", "<p>c2</p>")
    assert "joined cells" in reading.notes.changed[0]


def test_a_table_of_one_column_is_only_words() -> None:
    assert html(read(word.table(["A box around words."]))) == "<p>A box around words.</p>"


def test_a_picture_comes_in_with_its_words_and_without_the_notes_of_the_camera() -> None:
    reading = read(word.paragraph("Look: ", word.picture("A drawing of a sun.")), pictures=[word.a_picture()])
    words, picture = reading.parts
    assert words == "<p>Look: </p>"
    assert isinstance(picture, Picture)
    assert (picture.kind, picture.alt) == ("png", "A drawing of a sun.")
    assert [note for note in TELLTALES if note in picture.data] == []


def test_what_a_program_wrote_about_a_picture_by_itself_is_no_part_of_its_words() -> None:
    alt = "A picture of a sun\n\nDescription automatically generated with low confidence"
    assert read(word.paragraph(word.picture(alt)), pictures=[word.a_picture()]).parts[0].alt == "A picture of a sun"


@pytest.mark.parametrize(
    "data",
    [b"\x01\x00\x00\x00 EMF", b"", word.a_picture()[:60], b"II*\x00 TIFF"],
    ids=["a drawing of Windows", "nothing", "half a picture", "a scan"],
)
def test_a_picture_that_cannot_be_shown_is_listed_and_the_rest_comes_in(data: bytes) -> None:
    reading = read(word.paragraph("Look.", word.picture("A sun")), pictures=[data])
    assert reading.parts == ("<p>Look.</p>",)
    assert reading.notes.left_out == ["Picture 1 (“A sun”). Add it as JPEG or PNG yourself."]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///C:/plan.docx", "plan.docx", "data:text/html,x"])
def test_a_link_that_leads_to_no_web_page_becomes_words_and_is_listed(address: str) -> None:
    reading = read(word.paragraph("See ", word.link("the plan"), "."), links=[address])
    assert html(reading) == "<p>See the plan.</p>"
    assert "The link on “the plan”" in reading.notes.left_out[0]


def test_words_that_look_like_html_stay_words() -> None:
    assert html(read(word.paragraph(word.run("<script>alert(1)</script> & <b>")))) == (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;b&gt;</p>"
    )


def test_heads_of_pages_formulas_and_charts_are_listed() -> None:
    head = f"<w:hdr {word.SPACES}>{word.paragraph('Draft 3')}</w:hdr>"
    reading = read(word.paragraph("Sum: ", "<m:oMath><m:r><m:t>a</m:t></m:r></m:oMath>"), parts={"word/header1.xml": head})
    assert sorted(reading.notes.left_out) == ["A formula. Write it in words.", "The head of each page: “Draft 3”"]


def test_words_that_were_struck_through_are_named() -> None:
    reading = read(word.paragraph(word.run("old", "<w:strike/>"), " new"))
    assert html(reading) == "<p>old new</p>"
    assert "“old” was struck through" in reading.notes.changed[0]


def test_footnotes_stand_at_the_end_below_a_heading() -> None:
    notes = f'<w:footnotes {word.SPACES}><w:footnote w:id="2">{word.paragraph("Report of 2025.")}</w:footnote></w:footnotes>'
    reading = read(
        word.heading(2, "Figures"),
        word.paragraph("Up", '<w:r><w:footnoteReference w:id="2"/></w:r>', "."),
        parts={"word/footnotes.xml": notes},
    )
    assert reading.parts == ("<h2>Figures</h2><p>Up[1].</p>", "<h2>Notes</h2><ol><li><p>Report of 2025. </p></li></ol>")
    assert reading.notes.left_out == []
