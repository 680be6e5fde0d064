from django.urls import path

from . import views

app_name = "shortlist"

urlpatterns = [
    path("", views.shortlist, name="list"),
    path("qr.svg", views.qr, name="qr"),
]
