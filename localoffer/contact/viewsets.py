"""The inbox in the admin. Other apps that have senders of their own build theirs on ``SentViewSet``."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, DeleteView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log

from localoffer.audit.views import LogsExports

from .models import Message, MessageCount
from .panels import WordsPanel
from .services import forget_messages


class InboxIndexView(LogsExports, IndexView):
    """The list without an "Add" button: messages come from the public forms only."""

    def get_add_url(self) -> None:
        return None


class CountIndexView(InboxIndexView):
    """A list without links: there is nothing to open."""

    def get_edit_url(self, instance: MessageCount) -> None:
        return None

    def get_delete_url(self, instance: MessageCount) -> None:
        return None


class NoAddView(CreateView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponseForbidden("Messages come from the public forms only.")


class CountingDeleteView(DeleteView):
    """Deletes a message, and counts it as the nightly job does."""

    def delete_action(self) -> None:
        log(instance=self.object, action="wagtail.delete", deleted=True)
        forget_messages(self.model.objects.filter(pk=self.object.pk))


class SentViewSet(ModelViewSet):
    """An inbox. Messages come from the public forms only; what was sent is never changed."""

    icon = "mail"
    add_to_admin_menu = True
    index_view_class = InboxIndexView
    add_view_class = NoAddView
    delete_view_class = CountingDeleteView
    copy_view_enabled = False
    add_to_reference_index = False
    ordering = ["-received_at"]
    what_we_do = MultiFieldPanel(
        [FieldPanel("status"), FieldPanel("handled_by"), FieldPanel("with_whom"), FieldPanel("staff_note")], heading="What we do"
    )


class InboxViewSet(SentViewSet):
    """The one inbox for all that visitors send by the forms of ``contact``."""

    model = Message
    name = "inbox"
    menu_label = "Inbox"
    menu_order = 150
    list_display = ["reference", Column("beginning", label="Message"), "kind", "about", "received_at", "status", "handled_by"]
    list_filter = ["status", "kind", "handled_by"]
    search_fields = ["reference", "words", "name", "email", "about"]
    list_export = ["reference", "kind", "about", "received_at", "status", "words"]
    inspect_view_enabled = True
    exclude_form_fields = ["kind", "page", "about"]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("reference", read_only=True),
                FieldPanel("kind", read_only=True),
                FieldPanel("about", read_only=True),
                FieldPanel("received_at", read_only=True),
                WordsPanel(heading="What they wrote"),
                FieldPanel("name", read_only=True),
                FieldPanel("email", read_only=True),
            ],
            heading="What they sent",
        ),
        SentViewSet.what_we_do,
    ]


class CountViewSet(ModelViewSet):
    """How many messages were deleted, by the month they came in and their kind. To be read, and nothing else."""

    model = MessageCount
    name = "message-counts"
    icon = "mail"
    menu_label = "Counts of messages"
    add_to_settings_menu = True
    copy_view_enabled = False
    index_view_class = CountIndexView
    list_display = ["month", "kind", "number"]
    list_export = ["month", "kind", "number"]
    exclude_form_fields: list[str] = []
    add_to_reference_index = False

    def get_urlpatterns(self) -> list:
        return [pattern for pattern in super().get_urlpatterns() if pattern.name in ("index", "index_results")]
