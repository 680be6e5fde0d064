"""The forum's criteria in the admin: versions. One that is in force stays as it is."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.admin.ui.tables import BooleanColumn, DateColumn
from wagtail.admin.views.generic import CreateView, DeleteView, EditView
from wagtail.admin.viewsets.model import ModelViewSet

from .models import Criteria, Criterion
from .services import SealRefused, publish_criteria
from .views.permission import needs_permission


class CriteriaCreateView(CreateView):
    """A new version begins as a copy of the one in force."""

    def get_initial_form_instance(self) -> Criteria:
        version, before = Criteria(), Criteria.objects.in_force()
        if before is not None:
            version.introduction, version.are_examples = before.introduction, before.are_examples
            version.criteria = [
                Criterion(words=criterion.words, sort_order=criterion.sort_order) for criterion in before.criteria.all()
            ]
        return version


class CriteriaEditView(EditView):
    """Only a version that is not in force yet can be changed: awards keep the version that they were judged by."""

    template_name = "seal/admin/criteria.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and self.get_object().is_published:
            messages.error(request, "This version is in force, so it stays as it is. Make a new version.")
            return redirect(self.index_url_name)
        return super().dispatch(request, *args, **kwargs)


class CriteriaDeleteView(DeleteView):
    """For nobody, site administrators included: awards point at the versions."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponseForbidden("Criteria are never deleted. Make a new version.")


@needs_permission("seal.change_criteria")
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Puts a version in force."""
    version = get_object_or_404(Criteria, pk=pk)
    if request.method == "POST":
        try:
            publish_criteria(criteria=version, user=request.user, now=timezone.now())
        except SealRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, f"Version {version.number} of the criteria is in force, and shows to everybody.")
    return redirect("seal_criteria:index")


class CriteriaViewSet(ModelViewSet):
    model = Criteria
    name = "seal_criteria"
    url_prefix = "seal/criteria"
    icon = "list-ol"
    menu_label = "Criteria"
    add_to_admin_menu = False
    copy_view_enabled = False
    inspect_view_enabled = True
    add_view_class = CriteriaCreateView
    edit_view_class = CriteriaEditView
    delete_view_class = CriteriaDeleteView
    list_display = [
        "__str__",
        DateColumn("published_at", label="In force since"),
        BooleanColumn("are_examples", label="Examples"),
        "changes",
    ]
    exclude_form_fields = ["number", "published_at", "published_by"]
    panels = [
        FieldPanel("introduction"),
        FieldPanel("are_examples"),
        InlinePanel("criteria", label="Criterion", heading="What we look for", min_num=1, max_num=15),
        FieldPanel("changes"),
    ]

    def get_urlpatterns(self) -> list:
        return [*super().get_urlpatterns(), path("publish/<int:pk>/", publish, name="publish")]


criteria_viewset = CriteriaViewSet()
