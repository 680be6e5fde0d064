from django.urls import path

from .reports import ByDayReport, PageViewsReport

urlpatterns = [
    path("reports/page-views/", PageViewsReport.as_view(), name="page_views_report"),
    path("reports/page-views/results/", PageViewsReport.as_view(results_only=True), name="page_views_report_results"),
    path("reports/views-by-day/", ByDayReport.as_view(), name="by_day_report"),
    path("reports/views-by-day/results/", ByDayReport.as_view(results_only=True), name="by_day_report_results"),
]
