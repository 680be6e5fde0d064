from django.urls import path

from .reports import PageViewsReport

urlpatterns = [
    path("reports/page-views/", PageViewsReport.as_view(), name="page_views_report"),
    path("reports/page-views/results/", PageViewsReport.as_view(results_only=True), name="page_views_report_results"),
]
