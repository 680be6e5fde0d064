from typing import Any

from django.utils import timezone
from wagtail.admin.panels import Panel

from .models import Award


class SealPanel(Panel):
    """The seal's state and history on a listing's edit screen, with links for who may award or withdraw."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "seal/admin/panel.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            today = timezone.localdate()
            awards = list(Award.objects.of_listing(self.instance.translation_key).select_related("recorded_by"))
            current = next((award for award in awards if award.closed_at is None), None)
            return context | {
                "listing": self.instance,
                "award": current,
                "state": current.state_on(today) if current else None,
                "history": [award for award in awards if award is not current],
                "may_award": self.request.user.has_perm("seal.award_seal"),
            }
