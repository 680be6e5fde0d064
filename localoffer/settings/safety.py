"""Where the site is, its secret, and what browsers may do with its pages (docs/security.md)."""

from urllib.parse import urlsplit

from csp.constants import NONE, SELF, UNSAFE_INLINE
from django.core.exceptions import ImproperlyConfigured

from . import environment
from .signing_in import OIDC_ISSUER, TRUSTED_PROXIES

SECRET_KEY = environment.secret("SECRET_KEY", "(output of: openssl rand -base64 48)")
SITE_URL = environment.web_address("SITE_URL", "https://localoffer.example.org")
ALLOWED_HOSTS = environment.names("ALLOWED_HOSTS", [urlsplit(SITE_URL).hostname or ""])
HTTPS = SITE_URL.startswith("https://")
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS  # browsers themselves allow passkeys on this machine only
if not HTTPS and urlsplit(SITE_URL).hostname not in ("localhost", "127.0.0.1", "::1"):
    raise ImproperlyConfigured(
        "The setting SITE_URL begins with http://, so passwords would travel in the clear. "
        "Use https://, for example: SITE_URL=https://localoffer.example.org"
    )
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz)$"]
# Where to report a fault in the site's safety (/.well-known/security.txt).
SECURITY_CONTACT = environment.contact("SECURITY_CONTACT", "mailto:security@example.org", default=f"{SITE_URL}/contact/")
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_AGE = None  # for the visit only
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 12 * 60 * 60
X_FRAME_OPTIONS = "SAMEORIGIN"  # Wagtail's preview shows pages in a frame of the same site
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
    }
}
if OIDC_ISSUER:  # browsers hold what a form leads on to against this too
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["form-action"].append("https://" + str(urlsplit(OIDC_ISSUER).netloc))
# Scripts that are written into pages of the admin, as hashes of their words, which are always the same. Which page each is
# of, and why no other is, stands in docs/security.md; a test says the new hash when an upgrade changes one.
SCRIPTS_IN_ADMIN_PAGES = (
    "'sha256-Jx16Tpaz2Kcypjovu4mlVyW3Ji0PExMKe5W9Wr3cmBs='",  # a film or a recording is added
    "'sha256-zvnYKXRi82YVsrSczT11Ob3R1Nxa/wctuMUeNGm4jG4='",  # best bets of the search
    "'sha256-Zi6020hVNJQUtMOgLuIImaOaART6TyIrghPC9PESpjg='",  # a page is sent to be translated
    "'sha256-lLVZz8vyF0vCZL3ZQcc+U/kumGW1SlEfDpwWrXLLSRw='",  # the editor of a translation
)
# Wagtail's admin writes style attributes, shows what was just chosen as a picture, and previews pages in a frame.
ADMIN_CONTENT_SECURITY_POLICY = {
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "script-src": [SELF, *SCRIPTS_IN_ADMIN_PAGES],
    "style-src": [SELF, UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "frame-src": [SELF],
}
PERMISSIONS_POLICY = "camera=(), geolocation=(self), microphone=(), payment=(), usb=(), interest-cohort=()"
