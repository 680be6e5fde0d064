"""Publishing and taking down on time, one page at a time.

Wagtail's own command stops at the first page that cannot be published, and all later ones wait.
"""

import logging
from datetime import datetime

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import DraftStateMixin, Page, Revision

logger = logging.getLogger(__name__)
FAULT = "a fault of the site; it is in the log"


def publish_due(now: datetime) -> str:
    """Publishes each revision whose time has come and takes down each page whose time is over.

    Returns what it did, and which pages could not be published and why; these keep their old state,
    and are tried again at the next run.
    """
    said = []
    published, refused = _publish(now)
    taken_down, kept = _take_down(now)
    if published:
        said.append(f"{published} published")
    if taken_down:
        said.append(f"{taken_down} taken down")
    said += [f"not published: {why}" for why in refused]
    said += [f"not taken down: {why}" for why in kept]
    return "; ".join(said)


def _publish(now: datetime) -> tuple[int, list[str]]:
    done, refused = 0, []
    for revision in Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at"):
        try:
            with transaction.atomic():
                revision.publish(log_action="wagtail.publish.scheduled")
            done += 1
        except ValidationError as error:
            refused.append(f"“{revision.object_str}” ({' '.join(error.messages)})")
            logger.warning("Revision %s could not be published: %s", revision.pk, " ".join(error.messages))
        except Exception:
            refused.append(f"“{revision.object_str}” ({FAULT})")
            logger.exception("Revision %s could not be published", revision.pk)
    return done, refused


def _take_down(now: datetime) -> tuple[int, list[str]]:
    models = [Page] + [model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page)]
    done, kept = 0, []
    for model in models:
        for item in model.objects.filter(live=True, expire_at__lt=now).order_by("expire_at"):
            try:
                with transaction.atomic():
                    item.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
                done += 1
            except Exception:
                kept.append(f"“{item}” ({FAULT})")
                logger.exception("%s %s could not be taken down", model.__name__, item.pk)
    return done, kept
