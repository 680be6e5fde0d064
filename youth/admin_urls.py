from django.urls import path

from . import views

urlpatterns = [
    path("youth/by-you/", views.build_by_you_guide, name="by_you_guide"),
]
