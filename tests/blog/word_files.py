"""Word files for tests, built part by part. The words are ours; the shape and length are those of a real chair's post."""

from collections.abc import Iterable
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from tests.media.pictures import photo

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"
BULLETS, NUMBERS = "1", "2"
USUAL = "Reflections from Alex Morgan (example) - 27 March 2024"


def run(words: str, marks: str = "") -> str:
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def bold(words: str) -> str:
    return run(words, "<w:b/>")


def paragraph(*runs: str, style: str = "", listed: str = "") -> str:
    """A paragraph of runs; a string that is no XML is plain words."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if listed:
        properties += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{listed}"/></w:numPr>'
    inner = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def heading(level: int, words: str) -> str:
    return paragraph(words, style=f"Heading{level}")


def bullets(*items: str) -> str:
    return "".join(paragraph(item, listed=BULLETS) for item in items)


def numbered(*items: str) -> str:
    return "".join(paragraph(item, listed=NUMBERS) for item in items)


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner if inner.startswith('<') else paragraph(inner)}</w:tc>"


def table(*rows: Iterable[str], head: bool = False) -> str:
    """A table of cells; ``head`` marks the first row as one that Word repeats on each page."""
    lines = []
    for number, row in enumerate(rows):
        marked = "<w:trPr><w:tblHeader/></w:trPr>" if head and not number else ""
        lines.append(f"<w:tr>{marked}{''.join(one if one.startswith('<w:tc') else cell(one) for one in row)}</w:tr>")
    return f"<w:tbl><w:tblPr/>{''.join(lines)}</w:tbl>"


def link(words: str, number: int = 1) -> str:
    return f'<w:hyperlink r:id="link{number}">{run(words)}</w:hyperlink>'


def picture(alt: str = "", number: int = 1) -> str:
    """A run with the picture of that number."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="{number}" name="P" descr={quoteattr(alt)}/>'
        "<a:graphic><a:graphicData><pic:pic><pic:blipFill>"
        f'<a:blip r:embed="image{number}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def relations(*rows: tuple[str, str, str, bool]) -> str:
    inner = ""
    for key, kind, target, outside in rows:
        mode = ' TargetMode="External"' if outside else ""
        inner += f'<Relationship Id="{key}" Type="{KIND}/{kind}" Target={quoteattr(target)}{mode}/>'
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def numbering() -> str:
    kinds = ((BULLETS, "bullet"), (NUMBERS, "decimal"))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{key}"><w:lvl w:ilvl="0"><w:numFmt w:val="{kind}"/></w:lvl></w:abstractNum>'
        for key, kind in kinds
    )
    used = "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key, _ in kinds)
    return f"<w:numbering {SPACES}>{abstract}{used}</w:numbering>"


def docx(
    *body: str,
    links: Iterable[str] = ("https://board.example.org/papers",),
    pictures: Iterable[bytes] = (),
    parts: dict[str, str | bytes] | None = None,
    main: str = MAIN,
) -> bytes:
    """The bytes of a Word file. ``parts`` adds parts to the package, or puts others in place of ours."""
    rows = [("numbering", "numbering", "numbering.xml", False), ("styles", "styles", "styles.xml", False)]
    rows += [(f"link{number}", "hyperlink", address, True) for number, address in enumerate(links, start=1)]
    files: dict[str, str | bytes] = {}
    for number, data in enumerate(pictures, start=1):
        rows.append((f"image{number}", "image", f"media/image{number}.png", False))
        files[f"word/media/image{number}.png"] = data
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/></w:style>'
        for key, name in [("Title", "Title"), *((f"Heading{level}", f"heading {level}") for level in range(1, 7))]
    )
    files |= {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
        ),
        "_rels/.rels": relations(("main", "officeDocument", "word/document.xml", False)),
        "word/document.xml": f"<w:document {SPACES}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>",
        "word/_rels/document.xml.rels": relations(*rows),
        "word/styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>",
        "word/numbering.xml": numbering(),
        **(parts or {}),
    }
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return out.getvalue()


def a_picture() -> bytes:
    return photo("png")


def chairs_post() -> bytes:
    """A post of the usual shape and length: about 1,800 words, four sections, nine numbered points, three lists, links."""
    filler = (
        "The partners went through the plan line by line and said which steps were done, which were late and why. "
        "Several of them asked for the figures behind each step, so that families can judge for themselves. "
        "It was agreed that plain words matter more than long reports, and that the next paper will be shorter. "
    )
    return docx(
        paragraph("A county local offer (example)"),
        paragraph("News and blogs"),
        paragraph(bold(USUAL)),
        paragraph("Alex Morgan (example) chairs the board and does not work for any of its partners."),
        paragraph("Welcome to my fourth post. The board came together again on 27 March."),
        heading(2, "Chair’s remarks"),
        *(paragraph(filler * 2) for _ in range(4)),
        heading(2, "Deep dive"),
        *(paragraph(filler * 2) for _ in range(4)),
        paragraph("“There is a path from plans to deeds, and there is more to do in each priority area.”"),
        heading(2, "How the programme is going"),
        *(paragraph(filler * 2) for _ in range(4)),
        numbered(*(f"Point {number} of the programme: what it is for, and who looks after it." for number in range(1, 10))),
        paragraph("Parents and carers told the board that they do not feel the change yet."),
        heading(2, "Learning and work from 16"),
        paragraph(filler),
        heading(3, "Education"),
        bullets("78.8 per cent stay in education, up from 78.4 per cent.", "Five per cent are apprentices."),
        heading(3, "After 16"),
        bullets("284 young people at three colleges.", "202 in sixth forms.", "71 of 133 went on to further education."),
        heading(3, "Jobs"),
        bullets("Eight per cent have a job; in England it is six.", "339 are not in education, work or training."),
        *(paragraph(filler * 2) for _ in range(3)),
        paragraph("The board meets next on 24 April 2024. "),
        paragraph("Papers are ", link("on the board’s page"), ", and you may write to ", link("the forum", 2), "."),
        paragraph("Alex Morgan (example)"),
        links=("https://board.example.org/papers", "mailto:forum@example.org"),
    )
