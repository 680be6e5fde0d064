"""What staff who keep consents see on the admin's first page."""

from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from .models import Consent

MOST_SHOWN = 10


class EndingConsentsPanel(Component):
    """Consents that end soon, the first to end first. Nothing where there is none."""

    name = "ending_consents"
    order = 90
    template_name = "media/admin/ending_panel.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        today = timezone.localdate()
        ending = list(Consent.objects.ending_from(today)[: MOST_SHOWN + 1])
        return {"consents": ending[:MOST_SHOWN], "more": len(ending) > MOST_SHOWN}
