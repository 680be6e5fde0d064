"""What a Sentry is told of a failure: what failed and where in the code, and nothing of a person."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured

from .logs import cleaned

# Of the request stays what was asked for, without what follows the "?". Headers, cookies, what was sent: nothing.
OF_THE_REQUEST = ("method", "url")
# What may hold names, addresses or words of people.
LEFT_OUT = ("user", "breadcrumbs", "extra", "server_name", "modules")


def without_people(event: dict[str, Any], hint: dict[str, Any] | None = None) -> dict[str, Any]:
    """The report as it goes out. Sentry's library calls this last."""
    event = {name: value for name, value in event.items() if name not in LEFT_OUT}
    if "request" in event:
        event["request"] = {name: event["request"][name] for name in OF_THE_REQUEST if name in event["request"]}
    for part in event.get("exception", {}).get("values", []):
        for frame in (part.get("stacktrace") or {}).get("frames", []):
            frame.pop("vars", None)
    return _cleaned(event)


def _cleaned(found: Any) -> Any:
    """Each text in it as it may stand in the log."""
    if isinstance(found, str):
        return cleaned(found)
    if isinstance(found, dict):
        return {name: _cleaned(value) for name, value in found.items()}
    if isinstance(found, list | tuple):
        return [_cleaned(value) for value in found]
    return found


def start(dsn: str) -> None:
    """Raises ImproperlyConfigured when it is not the address of a Sentry."""
    import sentry_sdk

    try:
        sentry_sdk.init(
            dsn=dsn,
            before_send=without_people,
            send_default_pii=False,
            include_local_variables=False,
            max_request_body_size="never",
            max_breadcrumbs=0,
            auto_session_tracking=False,
            traces_sample_rate=None,
        )
    except sentry_sdk.utils.BadDsn as error:
        raise ImproperlyConfigured(
            "The setting SENTRY_DSN is not the address that a Sentry gives, for example: SENTRY_DSN=https://key@sentry.example.org/1"
        ) from error
