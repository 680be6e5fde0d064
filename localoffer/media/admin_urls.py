from django.urls import path

from .views import consents

urlpatterns = [
    path("consents/<int:consent_id>/take-back/", consents.take_back_consent, name="consent_take_back"),
    path("consents/<int:consent_id>/taken-back/", consents.consent_taken_back, name="consent_taken_back"),
]
