"""Documents: what they say they are, not too large, and handed out as downloads only."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from localoffer.media.models import CustomDocument
from localoffer.media.rules.documents import MOST, is_what_it_says


def packed(**parts: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


ODT = b"application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("extension", "data", "right"),
    [
        pytest.param("pdf", b"%PDF-1.7 ...", True, id="pdf"),
        pytest.param("pdf", b"<html>%PDF-", False, id="page-as-pdf"),
        pytest.param("pdf", b"", False, id="empty-as-pdf"),
        pytest.param("rtf", rb"{\rtf1 Hello}", True, id="rtf"),
        pytest.param("rtf", b"MZ", False, id="program-as-rtf"),
        pytest.param("docx", packed(word__document_xml=b"<w/>"), True, id="docx"),
        pytest.param("docx", packed(xl__workbook_xml=b"<w/>"), False, id="xlsx-as-docx"),
        pytest.param("docx", packed(word__document_xml=b"<w/>")[:-30], False, id="half-a-docx"),
        pytest.param("xlsx", packed(xl__workbook_xml=b"<w/>"), True, id="xlsx"),
        pytest.param("pptx", packed(ppt__presentation_xml=b"<w/>"), True, id="pptx"),
        pytest.param("odt", packed(mimetype=ODT, content_xml=b"<w/>"), True, id="odt"),
        pytest.param("odt", packed(mimetype=b"application/zip", content_xml=b"<w/>"), False, id="archive-as-odt"),
        pytest.param("odt", packed(content_xml=b"<w/>"), False, id="odt-without-a-kind"),
        pytest.param("txt", "Grüße".encode(), True, id="txt"),
        pytest.param("csv", b"\xef\xbb\xbfa,b\r\n1,2", True, id="csv"),
        pytest.param("txt", b"MZ\x00\x01", False, id="program-as-txt"),
        pytest.param("csv", b"\xef\xbb\xbf\n <SCRIPT>alert(1)</SCRIPT>", False, id="script-as-csv"),
        pytest.param("txt", b"<svg onload=alert(1)>", False, id="svg-as-txt"),
    ],
)
def test_a_document_is_what_its_name_says(extension: str, data: bytes, right: bool) -> None:
    file = BytesIO(data)
    assert is_what_it_says(file, extension) is right
    assert file.tell() == 0


@pytest.mark.parametrize(("size", "fine"), [(MOST, True), (MOST + 1, False)], ids=["most", "more"])
def test_a_document_may_have_twenty_megabytes(db: None, monkeypatch: pytest.MonkeyPatch, size: int, fine: bool) -> None:
    file = ContentFile(b"%PDF-1.7", name="plan.pdf")
    file.size = size
    document = CustomDocument(title="Plan", file=file)
    if fine:
        document.clean()
    else:
        with pytest.raises(ValidationError, match="larger than 20 MB"):
            document.clean()


def test_the_admin_refuses_what_is_something_else_on_each_road(person: Callable[..., Any], client: Client, home: Any) -> None:
    client.force_login(person(email="boss@example.org", is_superuser=True))
    for name in ("plan.svg", "plan.html"):
        client.post(reverse("wagtaildocs:add"), {"file": SimpleUploadedFile(name, b"words"), "title": "Plan"})
    page = SimpleUploadedFile("plan.pdf", b"<html><script>alert(1)</script>", "application/pdf")
    for name, fields in (
        ("wagtaildocs:add", {"file": page, "title": "Plan"}),
        ("wagtaildocs_chooser:create", {"document-chooser-upload-file": page, "document-chooser-upload-title": "Plan"}),
        ("wagtaildocs:add_multiple", {"files[]": page, "title": "Plan"}),
    ):
        page.seek(0)
        answer = client.post(reverse(name), fields, headers={"X-Requested-With": "XMLHttpRequest"})
        assert "is something else, whatever its name says" in answer.content.decode(), name
    assert not CustomDocument.objects.exists()
    client.post(reverse("wagtaildocs:add"), {"file": SimpleUploadedFile("plan.pdf", b"%PDF-1.7"), "title": "Plan"})
    document = CustomDocument.objects.get()
    answer = client.post(reverse("wagtaildocs:edit", args=[document.pk]), {"title": "The plan", "file": "", "tags": ""})
    assert answer.status_code == 302  # what is kept is not asked again


def test_a_document_is_a_download_of_its_kind_that_runs_nothing(db: None, client: Client) -> None:
    document = CustomDocument(title="Plan")
    document.file.save("plan.pdf", ContentFile(b"%PDF-1.7"))
    answer = client.get(document.url)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
