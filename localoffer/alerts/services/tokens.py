"""The links of the e-mails: a row's key, signed, so that none can be made up or changed. No address stands in them."""

from uuid import UUID

from django.core.signing import BadSignature, Signer

CONFIRM, MANAGE = "confirm", "manage"


def _signer(purpose: str) -> Signer:
    return Signer(salt=f"localoffer.alerts.{purpose}", sep=".")


def token_of(purpose: str, key: UUID) -> str:
    return _signer(purpose).sign(key.hex)


def key_of(purpose: str, token: str) -> UUID | None:
    """The key in a token, or None where we did not make the token, or made it for something else."""
    try:
        return UUID(_signer(purpose).unsign(token))
    except (BadSignature, ValueError):
        return None
