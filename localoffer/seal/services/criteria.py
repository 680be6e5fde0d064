from datetime import datetime
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from ..models import Criteria
from .refusal import SealRefused


def publish_criteria(*, criteria: Criteria, user: Any, now: datetime) -> Criteria:
    """Puts a version in force; from then on it stays as it is. Raises SealRefused when it has no criterion or is in force."""
    with transaction.atomic():
        version = Criteria.objects.select_for_update().get(pk=criteria.pk)
        if version.is_published:
            raise SealRefused("This version is in force already. Nothing was changed.")
        if not version.criteria.exists():
            raise SealRefused("Write at least one criterion first.")
        version.published_at, version.published_by = now, user
        version.save()
        log(instance=version, action="seal.criteria", user=user, data={"version": version.number})
    return version
