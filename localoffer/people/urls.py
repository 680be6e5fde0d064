"""Signing in, the second step, and the password. django-allauth's views, but for making an account and changing its address."""

from allauth.account import views as account
from allauth.socialaccount import views as organisation
from django.urls import include, path, re_path

from . import views
from .rules import SESSION

urlpatterns = [
    path("login/", views.SignInView.as_view(), name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("session/", views.session_state, name=SESSION),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/change/", account.password_change, name="account_change_password"),
    path("password/set/", views.to_account, name="account_set_password"),
    path("password/reset/", account.password_reset, name="account_reset_password"),
    path("password/reset/done/", account.password_reset_done, name="account_reset_password_done"),
    path("password/reset/key/done/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    re_path(
        r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("second-step/", include("allauth.mfa.urls")),
    path("organisation/cancelled/", organisation.login_cancelled, name="socialaccount_login_cancelled"),
    path("organisation/error/", organisation.login_error, name="socialaccount_login_error"),
    path("", include("allauth.socialaccount.providers.openid_connect.urls")),
]
