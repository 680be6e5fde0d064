from django.urls import path

from .reports import alerts_report

urlpatterns = [path("reports/alerts/", alerts_report, name="alerts_report")]
