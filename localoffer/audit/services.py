"""Writing to the log what has no row of its own, forgetting old entries; finding and erasing what is held of somebody."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import get_active_log_context, registry
from wagtail.models import ModelLogEntry

from localoffer.people.models import User

from .registry import Held, all_holders
from .rules import masked

NO_ROW = "0"  # no row has this number; Wagtail's reports ask for it and find none


class Gone(Exception):
    """What should be erased is not there any more, or may not be erased. Nothing was changed."""

    def __init__(self) -> None:
        super().__init__("Something has changed since you looked, so nothing was erased. Look again, then choose again.")


def note(*, model: type, label: str, action: str, user: Any = None, data: dict[str, Any] | None = None) -> None:
    """Writes an entry about something without a row, such as a sign-in of nobody, or an export of a list.

    ``model``, whose rows are numbered, says of what kind it is, and so whose permission shows it in Wagtail's reports.
    """
    ModelLogEntry.objects.create(
        content_type=ContentType.objects.get_for_model(model),
        object_id=NO_ROW,
        label=label,
        action=action,
        user=user or get_active_log_context().user,
        data=data or {},
        timestamp=timezone.now(),
    )


def forget_old_entries(now: datetime) -> str:
    """Deletes entries of all logs, also those of pages, that are older than the setting ``AUDIT_DAYS``."""
    before = now - timedelta(days=settings.AUDIT_DAYS)
    gone = sum(model.objects.filter(timestamp__lt=before).delete()[0] for model in registry.get_log_entry_models())
    return f"{gone} old entries of the log deleted" if gone else ""


# --- Personal data ---------------------------------------------------------------------------


def look(asked: str) -> list[tuple[str, Held]]:
    """All that is held about an e-mail address, a name, a reference or a code, each with the name of its holder."""
    asked = asked.strip()
    return [(holder.name, held) for holder in all_holders() for held in holder.find(asked)] if asked else []


def export(asked: str, *, user: Any = None) -> list[dict[str, Any]]:
    """The same as plain data, to be handed out; the log says that it was."""
    found = look(asked)
    _note("export", asked, user, found=len(found))
    return [
        {"held by": holder, "what": held.what, "data": held.data, "can be erased": held.erase is not None, "why": held.why}
        for holder, held in found
    ]


@transaction.atomic
def erase(asked: str, keys: Collection[str], *, now: datetime, user: Any = None) -> list[Held]:
    """Erases what has these keys, all or nothing. Returns what is held about the same afterwards.

    Raises Gone, and changes nothing, for a key that is not there or may not be erased.
    """
    erasing = {held.key: held.erase for _, held in look(asked) if held.erase}
    if not set(keys) <= set(erasing):
        raise Gone
    for key in keys:
        erasing[key](now)
    remains = [held for _, held in look(asked)]
    _note("erase", asked, user, erased=len(keys), remains=len(remains))
    return remains


def _note(action: str, asked: str, user: Any, **data: int) -> None:
    user = user if user is not None and User.objects.filter(pk=user.pk).exists() else None  # they may have erased themselves
    note(model=User, label=f"Personal data of {masked(asked)}", action=f"audit.{action}", user=user, data=data)
