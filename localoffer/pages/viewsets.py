"""Wagtail's page views with the publishing gate's sentences, on the roads that have no form.

The gate itself is in the model; these views only say its words instead of failing.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.admin.views.pages.copy import CopyView
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from localoffer.readability.panels import WithPlainWords, WithPlainWordsForNew


def refusal(title: str, sentences: list[str]) -> SafeString:
    listed = format_html_join("", "<li>{}</li>", ((sentence,) for sentence in sentences))
    return format_html("“{}” cannot be published yet. Nothing was changed.<ul>{}</ul>", title, listed)


def no_problems(user: Any) -> dict[str, list[str]]:
    """For pages that are none of ours."""
    return {}


class GatedWorkflowActionView(WorkflowActionView):
    """Approving from the dashboard: all or nothing, with the reasons."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().post(request, *args, **kwargs)
        except ValidationError as error:
            messages.error(request, refusal(self.object.get_admin_display_title(), error.messages))
            return redirect(self.redirect_url)


class GatedPublishBulkAction(PublishBulkAction):
    """Publishing many: all or nothing, and each page that stands in the way is named."""

    def form_valid(self, form: Any) -> HttpResponse:
        self.cleaned_form = form
        objects, _ = self.get_actionable_objects()
        refused = False
        for page in self._to_publish(objects):
            draft = page.get_latest_revision_as_object()
            try:
                draft.full_clean()
                if problems := getattr(draft, "person_problems", no_problems)(self.request.user):
                    raise ValidationError(problems)
            except ValidationError as error:
                messages.error(self.request, refusal(draft.title, error.messages))
                refused = True
        return redirect(self.next_url) if refused else super().form_valid(form)

    def _to_publish(self, objects: list[Page]) -> list[Page]:
        pages = list(objects)
        if self.cleaned_form.cleaned_data.get("include_descendants"):
            for page in objects:
                pages += page.get_descendants().not_live()
        return pages


class HelpedCreateView(WithPlainWordsForNew, CreateView):
    pass


class HelpedEditView(WithPlainWords, EditView):
    pass


class HelpedRevertView(WithPlainWords, RevisionsRevertView):
    pass


class DraftCopyView(CopyView):
    """A copy is a draft: what was confirmed or checked on a page does not come with it."""

    def get_form(self, form_class: Any = None) -> Any:
        form = super().get_form(form_class)
        form.fields.pop("publish_copies", None)
        return form


class GatedPageViewSet(PageViewSet):
    model = Page
    workflow_action_view_class = GatedWorkflowActionView
    add_view_class = HelpedCreateView
    edit_view_class = HelpedEditView
    revisions_revert_view_class = HelpedRevertView
    copy_view_class = DraftCopyView
