from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.views.account import NameEmailSettingsPanel

from .forms import NameEmailForm

# Wagtail has no setting for this form; the panel's own attribute is the way in.
NameEmailSettingsPanel.form_class = NameEmailForm


@hooks.register("register_account_menu_item")
def password(request: HttpRequest) -> dict[str, Any] | None:
    if not request.user.has_usable_password():
        return None
    return {"url": reverse("account_change_password"), "label": "Change password", "help_text": "Signs you out everywhere else."}


@hooks.register("register_account_menu_item")
def second_step(request: HttpRequest) -> dict[str, Any]:
    return {"url": reverse("mfa_index"), "label": "Second step", "help_text": "The app, passkeys and spare codes of signing in."}


@hooks.register("insert_global_admin_js")
def tell_when_the_session_ends() -> str:
    return format_html(
        '<script src="{}" data-session="{}" data-sign-in="{}" defer></script>',
        static("js/session.js"),
        reverse("account_session"),
        reverse("account_login"),
    )


@hooks.register("insert_global_admin_css")
def look_of_the_notice() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("css/session.css"))
