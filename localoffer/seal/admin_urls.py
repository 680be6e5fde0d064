from django.urls import path

from .views import admin_awards as awards
from .views import admin_listings as listings
from .views import admin_queue as queue
from .views.admin_report import SealReportView

urlpatterns = [
    path("seal/", listings.index, name="seal_index"),
    path("seal/<int:page_id>/", listings.listing_seal, name="seal_listing"),
    path("seal/<int:page_id>/award/", awards.award, name="seal_award"),
    path("seal/<int:page_id>/renew/", awards.renew, name="seal_renew"),
    path("seal/<int:page_id>/pause/", awards.pause, name="seal_pause"),
    path("seal/<int:page_id>/resume/", awards.resume, name="seal_resume"),
    path("seal/<int:page_id>/withdraw/", awards.withdraw, name="seal_withdraw"),
    path("seal/<int:page_id>/plan/", queue.plan, name="seal_plan"),
    path("seal/<int:page_id>/visit/", queue.new_visit, name="seal_new_visit"),
    path("seal/waiting/<int:proposal_id>/", awards.proposal, name="seal_proposal"),
    path("seal/queue/", queue.queue, name="seal_queue"),
    path("seal/queue/<int:request_id>/", queue.visit_request, name="seal_request"),
    path("seal/visits/<int:visit_id>/", queue.visit, name="seal_visit"),
    path("seal/visits/<int:visit_id>/call-off/", queue.call_off, name="seal_call_off"),
    path("seal/visits/<int:visit_id>/decide/", queue.decision, name="seal_decide"),
    path("reports/seal/", SealReportView.as_view(), name="seal_report"),
    path("reports/seal/results/", SealReportView.as_view(results_only=True), name="seal_report_results"),
]
