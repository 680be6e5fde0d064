"""Consents in the admin: private also among staff. Wagtail lets everybody with an account choose any snippet."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Consent


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


class ConsentViewSet(SnippetViewSet):
    """Staff keep the consent records here; nothing of them is public."""

    model = Consent
    icon = "lock"
    menu_label = "Consents"
    add_to_admin_menu = False
    chooser_viewset_class = ConsentChooserViewSet
    list_display = ["display_name", "given_on", "ends_on", "withdrawn_on"]
    list_filter = ["ends_on", "withdrawn_on"]
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
            [FieldPanel("under_16"), FieldPanel("given_by_person"), FieldPanel("given_by_parent"), FieldPanel("how_given")],
            heading="Who agreed",
        ),
        FieldRowPanel([FieldPanel("given_on"), FieldPanel("ends_on"), FieldPanel("withdrawn_on")], heading="For how long"),
    ]
