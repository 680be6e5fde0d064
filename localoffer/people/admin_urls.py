"""Wagtail's own addresses of signing in, which lead to ours. They stand before Wagtail's."""

from allauth.account.views import logout
from django.urls import path, re_path

from . import views

urlpatterns = [
    path("login/", views.to_sign_in, name="wagtailadmin_login"),
    path("logout/", logout, name="wagtailadmin_logout"),
    re_path(r"^password_reset/", views.to_new_password, name="wagtailadmin_password_reset"),
]
