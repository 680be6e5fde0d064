"""What can be done with many listings at once. A report says what was done, and what was left and why."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction
from wagtail.admin.views.pages.bulk_actions.unpublish import UnpublishBulkAction

from localoffer.pages.viewsets import GatedPublishBulkAction

from ..choices import Status
from ..models import ServicePage, Topic
from ..services import ChangeRefused, Report, change_topics, set_status
from .listing import services_of_list
from .permission import may_edit_listings

MOST_AT_ONCE = 200  # each one is published: more would take longer than a browser waits


class TopicsForm(forms.Form):
    add = forms.ModelMultipleChoiceField(
        Topic.objects.none(), required=False, widget=forms.CheckboxSelectMultiple, label="Topics to add"
    )
    remove = forms.ModelMultipleChoiceField(
        Topic.objects.none(), required=False, widget=forms.CheckboxSelectMultiple, label="Topics to take away"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["add"].queryset = Topic.objects.in_use()
        self.fields["remove"].queryset = Topic.objects.filter(
            merged_into=None, locale__in=Topic.objects.in_use().values("locale")
        )


class StatusForm(forms.Form):
    status = forms.ChoiceField(choices=Status.choices, widget=forms.RadioSelect, label="From now on these services are")
    alert = forms.CharField(
        max_length=250,
        required=False,
        label="Message about closing",
        help_text="Shown at the top of each listing. Such as: closed until 4 January, call 01632 960123 if you need help before.",
    )


class OfListings:
    """Only listings, only those that the person may change, and with “all” exactly those that the list shows."""

    models = [ServicePage]
    request: Any

    def check_perm(self, page: Any) -> bool:
        return super().check_perm(page) and page.permissions_for_user(self.request.user).can_edit()  # type: ignore[misc]

    def get_all_objects_in_listing_query(self, parent_id: Any) -> Any:
        if not may_edit_listings(self.request.user):
            return []
        shown = services_of_list(self.request.GET, ServicePage.objects.filter(alias_of=None))
        return shown.order_by("title").values_list("pk", flat=True)


class ListingBulkAction(OfListings, PageBulkAction):
    """One change of many listings: each in a transaction of its own, so that one that cannot be changed stops no other."""

    template_name = "directory/admin/bulk.html"
    question = ""

    def change(self, services: list[Any], asked: dict[str, Any]) -> Report:
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"question": self.question, "too_many": len(context["items"]) > MOST_AT_ONCE, "most": MOST_AT_ONCE}

    def form_valid(self, form: Any) -> HttpResponse:
        services, _ = self.get_actionable_objects()
        if len(services) > MOST_AT_ONCE:
            form.add_error(None, f"That are {len(services)} services. Choose at most {MOST_AT_ONCE} at once.")
            return self.form_invalid(form)
        try:
            report = self.change(services, form.cleaned_data)
        except ChangeRefused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        say(self.request, report)
        return redirect(self.next_url)


def say(request: Any, report: Report) -> None:
    if count := len(report.published):
        messages.success(request, f"{count} service{'s' if count > 1 else ''} changed and published.")
    for rows, heading in ((report.drafted, "Changed, but not public yet:"), (report.left, "Left as they were:")):
        if rows:
            messages.warning(request, listed(heading, rows))


def listed(heading: str, rows: list[tuple[str, str]]) -> SafeString:
    return format_html("{}<ul>{}</ul>", heading, format_html_join("", "<li>“{}”: {}</li>", rows))


class TopicsBulkAction(ListingBulkAction):
    display_name = "Change topics"
    aria_label = "Change the topics of the chosen services"
    action_type = "directory-topics"
    action_priority = 10
    form_class = TopicsForm
    question = "Choose topics to add to these services, or to take away."

    def change(self, services: list[Any], asked: dict[str, Any]) -> Report:
        return change_topics(services=services, add=asked["add"], remove=asked["remove"], user=self.request.user)


class StatusBulkAction(ListingBulkAction):
    display_name = "Open or close"
    aria_label = "Open or close the chosen services"
    action_type = "directory-status"
    action_priority = 20
    form_class = StatusForm
    question = "Are these services open or closed?"

    def change(self, services: list[Any], asked: dict[str, Any]) -> Report:
        return set_status(services=services, status=asked["status"], alert=asked["alert"], user=self.request.user)


class PublishServicesBulkAction(OfListings, GatedPublishBulkAction):
    """Publishing, also in the list of services."""


class UnpublishServicesBulkAction(OfListings, UnpublishBulkAction):
    """Taking down, also in the list of services."""


BULK_ACTIONS = (TopicsBulkAction, StatusBulkAction, PublishServicesBulkAction, UnpublishServicesBulkAction)
