from django.urls import path

from . import views

urlpatterns = [
    path("readyz", views.readyz, name="readyz"),
    path(".well-known/security.txt", views.security_txt, name="security_txt"),
]
