from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from .models import Message


class InboxIndexView(IndexView):
    """The list without an "Add" button: messages come from the public forms only."""

    def get_add_url(self) -> None:
        return None


class NoAddView(CreateView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponseForbidden("Messages come from the public forms only.")


class InboxViewSet(ModelViewSet):
    """The one inbox for all that visitors send. Messages come from the public forms only."""

    model = Message
    name = "inbox"
    icon = "mail"
    menu_label = "Inbox"
    menu_order = 150
    add_to_admin_menu = True
    list_display = ["reference", Column("beginning", label="Message"), "kind", "about", "received_at", "status", "handled_by"]
    index_view_class = InboxIndexView
    add_view_class = NoAddView
    list_filter = ["status", "kind"]
    search_fields = ["reference", "words", "name", "email", "about"]
    list_export = ["reference", "kind", "about", "received_at", "status", "words"]
    ordering = ["-received_at"]
    inspect_view_enabled = True
    copy_view_enabled = False
    exclude_form_fields = ["kind", "page", "about"]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("reference", read_only=True),
                FieldPanel("kind", read_only=True),
                FieldPanel("about", read_only=True),
                FieldPanel("received_at", read_only=True),
                FieldPanel("words", read_only=True),
                FieldPanel("name", read_only=True),
                FieldPanel("email", read_only=True),
            ],
            heading="What they sent",
        ),
        MultiFieldPanel([FieldPanel("status"), FieldPanel("handled_by"), FieldPanel("staff_note")], heading="What we do"),
    ]


@hooks.register("register_admin_viewset")
def register_inbox() -> InboxViewSet:
    return InboxViewSet()
