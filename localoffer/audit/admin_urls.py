from django.urls import path

from .reports import AuditLogView
from .views import personal_data

urlpatterns = [
    path("reports/audit-log/", AuditLogView.as_view(), name="audit_log"),
    path("reports/audit-log/results/", AuditLogView.as_view(results_only=True), name="audit_log_results"),
    path("reports/personal-data/", personal_data, name="personal_data"),
]
