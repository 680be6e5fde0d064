from wagtail.documents.models import AbstractDocument, Document


class CustomDocument(AbstractDocument):
    """A file to download; a page says what is in it."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = "document"
        verbose_name_plural = "documents"
