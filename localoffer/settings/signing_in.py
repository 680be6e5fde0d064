"""People, their passwords, and signing in (docs/sign-in.md, docs/decisions/0043-sign-in.md)."""

from localoffer.people.roles import ROLES

from . import environment

AUTH_USER_MODEL = "people.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "localoffer.people.validators.NotTooEasy"},
]
# Django's own backend, which knows one address for each person. allauth's would also let in by addresses of before.
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "/account/login/"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
# Passwords are set, changed and forgotten at /account/; addresses are changed by administrators.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = WAGTAIL_PASSWORD_RESET_ENABLED = WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
CSRF_FAILURE_VIEW = "home.views.csrf_failed"
WAGTAIL_USER_TIME_ZONES = ["Europe/London"]
PASSWORD_RESET_TIMEOUT = 60 * 60
# Visitors' addresses are read from here behind a trusted proxy, for limits only; see docs/settings.md.
TRUSTED_PROXIES = environment.number("TRUSTED_PROXIES", default=0)

# Whoever can publish needs a code or a passkey beside the password. Off in the demonstration and in the tests only.
REQUIRE_SECOND_STEP = True
SESSION_IDLE_MINUTES = environment.number("SESSION_IDLE_MINUTES", default=30, lowest=5)
ACCOUNT_ADAPTER = "localoffer.people.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # nobody signs up; allauth checks that it fits
ACCOUNT_EMAIL_VERIFICATION = "none"  # administrators write the addresses
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False  # ours are in the database: all processes of all machines share them
ACCOUNT_REAUTHENTICATION_METHODS = ("password", "mfa")
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_FORMS = {
    "login": "localoffer.people.forms.SignInForm",
    "reauthenticate": "localoffer.people.forms.ConfirmByPasswordForm",
    "change_password": "localoffer.people.forms.ChangePasswordForm",
    "reset_password": "localoffer.people.forms.ForgottenPasswordForm",
    "reset_password_from_key": "localoffer.people.forms.NewPasswordForm",
}
MFA_ADAPTER = "localoffer.people.adapters.SecondStepAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute off
MFA_FORMS = {
    "authenticate": "localoffer.people.forms.CodeForm",
    "reauthenticate": "localoffer.people.forms.ConfirmByCodeForm",
    "activate_totp": "localoffer.people.forms.ActivateCodeForm",
}
SOCIALACCOUNT_ADAPTER = "localoffer.people.adapters.OrganisationAdapter"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
# The organisation's own directory, by OpenID Connect.
OIDC_ISSUER = environment.text("OIDC_ISSUER", "https://login.microsoftonline.com/TENANT/v2.0", default="").rstrip("/")
OIDC_NAME = environment.text("OIDC_NAME", "your council account", default="your council account")
OIDC_GROUPS = environment.pairs("OIDC_GROUPS", "web-team=Directory editors", [role.name for role in ROLES])
OIDC_SECOND_STEP = environment.yes_or_no("OIDC_SECOND_STEP", default=False)
SOCIALACCOUNT_PROVIDERS: dict = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": []}}
if OIDC_ISSUER:
    if not OIDC_ISSUER.startswith("https://"):
        raise environment.refuse("OIDC_ISSUER", "does not begin with https://", "https://login.microsoftonline.com/TENANT/v2.0")
    if not OIDC_GROUPS:
        raise environment.refuse("OIDC_GROUPS", "is missing, so that nobody would be let in", "web-team=Directory editors")
    SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"].append(
        {
            "provider_id": "organisation",
            "name": OIDC_NAME,
            "client_id": environment.text("OIDC_CLIENT_ID", "the number of the application in your directory"),
            "secret": environment.text("OIDC_CLIENT_SECRET", "the secret that your directory shows once"),
            "settings": {"server_url": OIDC_ISSUER},
        }
    )
