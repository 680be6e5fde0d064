"""How often somebody may try something, without keeping who they are."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from .models import Attempt

KEPT_FOR = timedelta(days=1)


@dataclass(frozen=True)
class Limit:
    """At most ``tries`` within ``within`` for each one of those who try."""

    purpose: str
    tries: int
    within: timedelta

    def is_reached(self, who: str, *, now: datetime) -> bool:
        since = now - self.within
        hashes = {hashed(who, now), hashed(who, since)}
        return Attempt.objects.filter(purpose=self.purpose, who__in=hashes, at__gt=since).count() >= self.tries

    def note(self, who: str, *, now: datetime) -> None:
        Attempt.objects.create(purpose=self.purpose, who=hashed(who, now), at=now)

    def forgive(self, who: str, *, now: datetime) -> None:
        """Forgets the tries of somebody who got it right."""
        Attempt.objects.filter(purpose=self.purpose, who__in=[hashed(who, now), hashed(who, now - self.within)]).delete()


def hashed(who: str, at: datetime) -> str:
    """A hash that cannot be turned back without the site's secret, and differs each day."""
    return salted_hmac(f"attempt {at:%Y-%m-%d}", who, algorithm="sha256").hexdigest()


def address_of(request: HttpRequest) -> str:
    """The visitor's network address. Forwarded addresses count only from as many proxies as we trust."""
    trusted: int = settings.TRUSTED_PROXIES
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    if trusted and len(forwarded) >= trusted:
        return forwarded[-trusted]
    return request.META.get("REMOTE_ADDR", "") or "unknown"


def forget_old_attempts(now: datetime) -> str:
    gone, _ = Attempt.objects.filter(at__lt=now - KEPT_FOR).delete()
    return f"{gone} old attempts forgotten" if gone else ""
