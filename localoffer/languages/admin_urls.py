from django.urls import path

from . import views
from .reports import TranslatedPagesReport

urlpatterns = [
    # Before those of wagtail-localize, whose addresses these are.
    path("localize/translate/<int:translation_id>/pofile/upload/", views.upload_po),
    path("localize/translate/<int:translation_id>/machine_translate/", views.translate_by_machine),
    path("translations/<int:page_id>/", views.show_translation, name="languages_translation"),
    path("translations/<int:page_id>/check/", views.mark, name="languages_check"),
    path("translations/<int:page_id>/take-back/", views.take_back, name="languages_take_back"),
    path("reports/translated-pages/", TranslatedPagesReport.as_view(), name="languages_report"),
    path("reports/translated-pages/results/", TranslatedPagesReport.as_view(results_only=True), name="languages_report_results"),
]
