"""Word files that cannot come in: each is told why and what to do, and nothing larger than the limits is unpacked."""

import struct

import pytest

from blog.word import NOTHING, TOO_LARGE, WordRefused, package, read_word
from tests.blog import word_files as word

HELLO = word.paragraph("Hello.")
OLE = package.OLD_START + b"\x00" * 600
DELETED = '<w:del w:id="1" w:author="A"><w:r><w:delText>no</w:delText></w:r></w:del>'
INSERTED = f'<w:ins w:id="1" w:author="A">{word.run("yes")}</w:ins>'
INNER = word.table(["a", "b"])
COMMENTS = f'<w:comments {word.SPACES}><w:comment w:id="0">{HELLO}</w:comment></w:comments>'


def refusal(data: bytes) -> list[str]:
    with pytest.raises(WordRefused) as caught:
        read_word(data)
    return caught.value.sentences


def with_document(xml: str) -> bytes:
    return word.docx(parts={"word/document.xml": xml})


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", package.EMPTY),
        (OLE, package.OLD_WORD),
        (OLE + package.LOCKED_MARK, package.LOCKED),
        (b"%PDF-1.7\n...", package.PDF),
        (b"\n\n%PDF-1.4", package.PDF),
        (b"{\\rtf1 Hello}", package.NOT_WORD),
        (b"Hello", package.NOT_WORD),
        (b"PK\x03\x04 and no more", package.DAMAGED),
        (word.docx(HELLO)[:-40], package.DAMAGED),
        (word.docx(HELLO)[:500], package.DAMAGED),
    ],
)
def test_other_and_broken_files_are_refused_in_plain_words(data: bytes, sentence: str) -> None:
    assert refusal(data) == [sentence]


def test_a_word_file_with_macros_is_refused() -> None:
    assert refusal(word.docx(HELLO, parts={"word/vbaProject.bin": b"\x01"}, main=word.MACRO_MAIN)) == [package.MACROS]


@pytest.mark.parametrize("change", [DELETED, INSERTED])
def test_tracked_changes_are_refused(change: str) -> None:
    assert refusal(word.docx(word.paragraph("Hello ", change))) == [package.TRACKED]


def test_comments_are_refused_and_an_empty_list_of_comments_is_not() -> None:
    assert refusal(word.docx(HELLO, parts={"word/comments.xml": COMMENTS})) == [package.COMMENTS]
    read_word(word.docx(HELLO, parts={"word/comments.xml": f"<w:comments {word.SPACES}/>"}))


def test_a_table_inside_a_table_is_refused_and_two_tables_are_not() -> None:
    assert refusal(word.docx(HELLO, word.table(["a", word.cell(INNER + "<w:p/>")]))) == [package.NESTED]
    read_word(word.docx(HELLO, INNER, INNER))


def test_all_reasons_are_told_at_once() -> None:
    data = word.docx(word.paragraph(INSERTED), parts={"word/comments.xml": COMMENTS, "word/vbaProject.bin": b"\x01"})
    assert refusal(data) == [package.MACROS, package.TRACKED, package.COMMENTS]


def test_a_file_of_the_largest_size_is_read_and_a_larger_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    data = word.docx(HELLO)
    monkeypatch.setattr(package, "LARGEST", len(data))
    read_word(data)
    monkeypatch.setattr(package, "LARGEST", len(data) - 1)
    assert refusal(data) == [TOO_LARGE]


def test_a_file_that_unpacks_to_more_than_the_limit_is_refused_before_it_is_unpacked() -> None:
    bomb = word.docx(HELLO, parts={"word/media/image9.png": b"\x00" * (package.LARGEST_UNPACKED + 1)})
    assert len(bomb) < package.MEGABYTE
    assert refusal(bomb) == [package.UNPACKS_TOO_LARGE]


def test_as_many_words_as_the_limit_are_taken_and_more_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    blank = " " * 10_000
    data = word.docx(HELLO, parts={"word/theme.xml": f"<theme>{blank}</theme>"})
    with package.ZipFile(package.BytesIO(data)) as opened:
        size = sum(part.file_size for part in opened.infolist())
    monkeypatch.setattr(package, "LARGEST_WORDS", size)
    read_word(data)
    monkeypatch.setattr(package, "LARGEST_WORDS", size - 1)
    assert refusal(data) == [package.UNPACKS_TOO_LARGE]


def test_a_file_that_lies_about_its_size_is_damaged() -> None:
    data = bytearray(word.docx(HELLO, parts={"word/media/image9.png": b"\x00" * 100_000}))
    last = data.rfind(b"PK\x01\x02")
    struct.pack_into("<I", data, last + 24, 10)
    assert refusal(bytes(data)) == [package.DAMAGED]


def test_as_many_parts_as_the_limit_are_taken_and_more_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    data = word.docx(HELLO)
    monkeypatch.setattr(package, "MOST_PARTS", 6)
    read_word(data)
    monkeypatch.setattr(package, "MOST_PARTS", 5)
    assert refusal(data) == [package.UNPACKS_TOO_LARGE]


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>',
        '<!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>',
        "<w:document>",
        "",
        f"<w:document {word.SPACES}><w:body><w:p><w:r><w:t>a\x00b</w:t></w:r></w:p></w:body></w:document>",
        f"<w:document {word.SPACES}/>",
    ],
)
def test_a_document_that_is_no_clean_xml_is_damaged(xml: str) -> None:
    assert refusal(with_document(xml)) == [package.DAMAGED]


def test_parts_inside_parts_without_end_are_refused() -> None:
    deep = "<w:p>" * 200 + "</w:p>" * 200
    assert refusal(with_document(f"<w:document {word.SPACES}><w:body>{deep}</w:body></w:document>")) == [
        package.UNPACKS_TOO_LARGE
    ]


def test_a_document_hidden_under_another_name_is_refused() -> None:
    rels = word.relations(("main", "officeDocument", "word/hidden.bin", False))
    assert refusal(word.docx(HELLO, parts={"_rels/.rels": rels, "word/hidden.bin": "<x/>"})) == [package.DAMAGED]


def test_a_spreadsheet_is_no_word_file() -> None:
    assert refusal(with_document('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>')) == [
        package.NOT_WORD
    ]


def test_a_document_without_words_is_refused() -> None:
    assert refusal(word.docx(word.paragraph(" "))) == [NOTHING]


def test_a_table_of_the_most_cells_comes_in_and_a_larger_one_does_not() -> None:
    read_word(word.docx(HELLO, word.table(*(["a", "b"] for _ in range(1000)))))
    assert "too large" in refusal(word.docx(HELLO, word.table(*(["a", "b"] for _ in range(1001)))))[0]
