"""What young people sent, in the admin: only for those with a permission of its own."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import EditView
from wagtail.admin.widgets.button import HeaderButton

from localoffer.contact.panels import WordsPanel
from localoffer.contact.viewsets import CountingDeleteView, InboxIndexView, SentViewSet

from ..listening import keep_work, write_up
from ..models import YoungMessage

NO = "You do not have the permission for this. Ask a site administrator."


class PickedPanel(Panel):
    """The pictures and feelings that were picked, the age, and why a message may speak of danger."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "youth/admin/picked.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return super().get_context_data(parent_context) | {
                "message": self.instance,
                "danger": self.instance.danger_found if self.instance.is_flagged else [],
            }


class DecisionPanel(MultiFieldPanel):
    """Only for a message that may speak of danger."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            return self.instance.is_flagged and super().is_shown()


class VoiceIndexView(InboxIndexView):
    """Messages that wait for a decision come first, unless somebody sorts the list."""

    def order_queryset(self, queryset: Any) -> Any:
        return super().order_queryset(queryset) if self.request.GET.get("ordering") else queryset.undecided_first()


class VoiceEditView(EditView):
    """Keeps who decided and when it was answered; leads on to “You asked”."""

    def get_object(self, *args: Any, **kwargs: Any) -> YoungMessage:
        message = super().get_object(*args, **kwargs)
        self.before = {"decision": message.decision, "answer": message.answer}
        return message

    def save_instance(self) -> YoungMessage:
        message = self.form.save(commit=False)
        keep_work(message, before=self.before, user=self.request.user, now=timezone.now())
        return message

    @property
    def header_more_buttons(self) -> list:
        more = list(super().header_more_buttons)
        if self.request.user.has_perm("youth.add_asked"):
            more.append(HeaderButton("Write it up for “You asked”", url=reverse("voices_write_up", args=[self.object.pk])))
        return more


class VoiceDeleteView(CountingDeleteView):
    """Not while a message may speak of danger and nobody has decided."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        message = get_object_or_404(YoungMessage, pk=kwargs["pk"])
        if message.is_undecided:
            return HttpResponseForbidden("This message may speak of danger. A supporter decides about that first.")
        return super().dispatch(request, *args, **kwargs)


class VoicesViewSet(SentViewSet):
    model = YoungMessage
    name = "voices"
    icon = "comment"
    add_to_admin_menu = False
    menu_label = "Messages"
    index_view_class = VoiceIndexView
    edit_view_class = VoiceEditView
    delete_view_class = VoiceDeleteView
    list_display = [
        "reference",
        Column("beginning", label="Message"),
        "kind",
        Column("danger", label="Danger"),
        "received_at",
        "status",
        "handled_by",
    ]
    list_filter = ["status", "kind", "is_flagged", "decision", "handled_by"]
    search_fields = ["reference", "words"]
    exclude_form_fields: list[str] = ["kind"]
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("reference", read_only=True),
                FieldPanel("kind", read_only=True),
                FieldPanel("received_at", read_only=True),
                WordsPanel(heading="What they wrote"),
                PickedPanel(),
            ],
            heading="What they sent",
        ),
        DecisionPanel([FieldPanel("decision"), FieldPanel("decision_note")], heading="Is somebody in danger? Decide this first"),
        FieldPanel("answer"),
        SentViewSet.what_we_do,
    ]


def write_up_voice(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks, then makes a draft for “You asked” of a message, and leads to it."""
    if not (request.user.has_perm("youth.view_youngmessage") and request.user.has_perm("youth.add_asked")):
        return HttpResponseForbidden(NO)
    message = get_object_or_404(YoungMessage, pk=pk)
    if request.method == "POST":
        asked = write_up(message, user=request.user)
        messages.success(request, "Here is a draft. Make it short, and take out all that could tell who somebody is.")
        return redirect("asked:edit", asked.pk)
    return render(request, "youth/admin/write_up.html", {"message": message})
