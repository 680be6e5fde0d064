from django.urls import path

from . import views
from .reports import ReadingReport

urlpatterns = [
    path("plain-words/<int:page_id>/", views.show_draft, name="readability_draft"),
    path("plain-words/<int:page_id>/check/", views.check_saved, name="readability_check"),
    path(
        "plain-words/new/<slug:app_label>/<slug:model_name>/<int:parent_id>/check/", views.check_new, name="readability_check_new"
    ),
    path("reports/reading/", ReadingReport.as_view(), name="readability_report"),
    path("reports/reading/results/", ReadingReport.as_view(results_only=True), name="readability_report_results"),
]
