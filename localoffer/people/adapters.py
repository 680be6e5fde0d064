"""Where django-allauth asks us how it should behave."""

import time
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .limits import address_of
from .services import NotLetIn, let_in

FRESH = 5 * 60  # seconds after signing in, in which nobody is asked for the password once more


class AccountAdapter(DefaultAccountAdapter):
    """Staff only: nobody makes an account for themselves. Our words; addresses as our limits read them."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "The e-mail address or the password is not right. Try again, or choose “Forgotten your password?”."
        ),
        "enter_current_password": _("That is not your password. Try again."),
        "incorrect_password": _("That is not your password. Try again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not for whoever signed in a moment ago."""
        records = get_authentication_records(context.request, context.request.user)
        if records and time.time() - records[-1]["at"] < FRESH:
            return False
        return super().is_reauthentication_required(app=app, **kwargs)


class SecondStepAdapter(DefaultMFAAdapter):
    """The square to scan is drawn by segno, which needs no style attributes; our policy forbids those."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("That code is not right. Wait until the app shows a new one, and type that."),
        "cannot_delete_authenticator": _("You cannot take this away: what you may do here needs a second step."),
    }

    def _get_site_name(self) -> str:
        return str(settings.WAGTAIL_SITE_NAME)

    def build_totp_svg(self, url: str) -> str:
        return segno.make(url, micro=False, error="m").svg_inline(border=4, light="#fff", omitsize=True)

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:  # noqa: A002  as allauth names it
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Passkey {number}").format(number=number)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """The last one stays with whoever must have one. (A last passkey can be removed; then the admin asks for a new step.)"""
        if not settings.REQUIRE_SECOND_STEP or not authenticator.user.must_have_second_step():
            return True
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        return others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


class OrganisationAdapter(DefaultSocialAccountAdapter):
    """Signing in by the organisation's directory. What its groups say is taken over before anybody is let in."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Raises ImmediateHttpResponse with a page that says why, for whoever is not let in."""
        said = sociallogin.account.extra_data
        claims = {**(said.get("userinfo") or {}), **(said.get("id_token") or {})}
        known = sociallogin.user if sociallogin.is_existing else None
        try:
            if sociallogin.state.get("process") != "login":  # joining an identity to an account that is signed in
                raise NotLetIn
            person = let_in(claims, known=known)
        except NotLetIn:
            raise ImmediateHttpResponse(render(request, "account/not_let_in.html", {}, status=403)) from None
        if known is None:
            sociallogin.connect(request, person)
        else:
            sociallogin.user = person
