"""Consents in the admin: private also among staff. Wagtail lets everybody with an account choose any snippet."""

from typing import Any, ClassVar

from django.forms import RadioSelect
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.admin.ui.menus import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView, SnippetViewSet

from .models import Consent
from .rules import STATES


class MaySeeConsents:
    """403 for staff without the permission to see consents."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not (request.user.has_perm("media.view_consent") or request.user.has_perm("media.change_consent")):
            return HttpResponseForbidden("You do not have the permission to see consents. Ask a site administrator.")
        return super().dispatch(request, *args, **kwargs)


class ConsentChooseView(MaySeeConsents, ChooseView):
    pass


class ConsentChooseResultsView(MaySeeConsents, ChooseResultsView):
    pass


class ConsentChosenView(MaySeeConsents, SnippetChosenView):
    pass


class ConsentChosenMultipleView(MaySeeConsents, SnippetChosenMultipleView):
    pass


class ConsentChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ConsentChooseView
    choose_results_view_class = ConsentChooseResultsView
    chosen_view_class = ConsentChosenView
    chosen_multiple_view_class = ConsentChosenMultipleView


class ConsentFilterSet(WagtailFilterSet):
    state = ChoiceFilter(label="State", choices=STATES, method="in_state", empty_label="All")

    class Meta:
        model = Consent
        fields: ClassVar[list[str]] = []

    def in_state(self, consents: Any, name: str, value: str) -> Any:
        return consents.in_state(value, timezone.localdate())


class ConsentIndexView(IndexView):
    """The list, with a way to take each live consent back."""

    def get_list_more_buttons(self, instance: Consent) -> list[Any]:
        buttons = super().get_list_more_buttons(instance)
        if instance.withdrawn_on is None and self.user_has_permission("change"):
            address = reverse("consent_take_back", args=[instance.pk])
            buttons.append(MenuItem("Take back this consent", url=address, icon_name="warning", priority=15))
        return buttons


class ConsentCreateView(CreateView):
    def save_instance(self) -> Consent:
        self.form.instance.recorded_by = self.request.user
        return super().save_instance()


class ConsentEditView(EditView):
    @cached_property
    def header_more_buttons(self) -> list[Any]:
        buttons = super().header_more_buttons
        if self.object.withdrawn_on is None:
            address = reverse("consent_take_back", args=[self.object.pk])
            buttons.append(Button("Take back this consent", url=address, icon_name="warning", priority=5))
        return buttons

    def get_success_url(self) -> str:
        """After the day of taking back was written here, the page that says where it was used."""
        if "withdrawn_on" in self.form.changed_data:
            return reverse("consent_taken_back", args=[self.object.pk])
        return super().get_success_url()


class ConsentViewSet(SnippetViewSet):
    """Staff keep the consent records here; nothing of them is public.

    There is no copy: each consent is somebody's own. There is no export: names stay here.
    """

    model = Consent
    icon = "lock"
    menu_label = "Consents"
    add_to_admin_menu = False
    chooser_viewset_class = ConsentChooserViewSet
    index_view_class = ConsentIndexView
    add_view_class = ConsentCreateView
    edit_view_class = ConsentEditView
    copy_view_enabled = False
    list_display = [
        "display_name",
        Column("state", label="State", accessor=lambda consent: consent.state_on(timezone.localdate())),
        Column("reference", label="Reference"),
        "given_on",
        "ends_on",
        "withdrawn_on",
    ]
    filterset_class = ConsentFilterSet
    search_fields = ["display_name"]
    panels = [
        FieldPanel("display_name"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("agrees_to_picture"), FieldPanel("agrees_to_voice")]),
                FieldRowPanel([FieldPanel("agrees_to_words"), FieldPanel("agrees_to_name")]),
            ],
            heading="Agrees that we show",
        ),
        MultiFieldPanel(
            [
                FieldPanel("under_16", widget=RadioSelect),
                FieldPanel("given_by_person"),
                FieldPanel("given_by_parent"),
                FieldPanel("parent_role"),
                FieldPanel("how_given"),
            ],
            heading="Who agreed",
        ),
        MultiFieldPanel(
            [
                HelpPanel(
                    "<p>Only for somebody who is 16 or over and cannot decide this, even with help (Mental Capacity Act 2005). "
                    "Leave it empty for everybody else.</p>"
                ),
                FieldPanel("cannot_decide"),
                FieldRowPanel([FieldPanel("decided_by"), FieldPanel("decided_role"), FieldPanel("decided_on")]),
            ],
            heading="Decided in their best interests",
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("given_on"), FieldPanel("ends_on"), FieldPanel("withdrawn_on")])], heading="For how long"
        ),
        FieldPanel("withdrawn_note"),
    ]
