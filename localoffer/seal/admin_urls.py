from django.urls import path

from . import views

urlpatterns = [
    path("seal/", views.index, name="seal_index"),
    path("seal/<int:page_id>/", views.listing_seal, name="seal_listing"),
    path("seal/<int:page_id>/award/", views.award, name="seal_award"),
    path("seal/<int:page_id>/withdraw/", views.withdraw, name="seal_withdraw"),
]
