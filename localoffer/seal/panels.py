from typing import Any

from wagtail.admin.panels import Panel
from wagtail.admin.ui.components import Component

from .models import Award, AwardProposal, Visit, VisitRequest
from .views.admin_listings import about_listing


class SealPanel(Panel):
    """The seal's state and history on a listing's edit screen, with links for what this person may do now."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "seal/admin/panel.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return super().get_context_data(parent_context) | about_listing(self.instance, self.request.user)


class SealsToday(Component):
    """What waits for somebody, on the dashboard of those who look after the seal."""

    name = "seals"
    template_name = "seal/admin/today.html"
    order = 220

    def __init__(self, user: Any, today: Any) -> None:
        self.user, self.today = user, today

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        due = list(Award.objects.review_due_on(self.today))
        ready = Visit.objects.ready_to_award().count()
        waiting = AwardProposal.objects.open().exclude(recorded_by=self.user).count()
        lines = [(ready, "Decided by the forum, seal not given yet"), (waiting, "To be confirmed by a second person")]
        may_decide = self.user.has_perm("seal.decide_seal")
        if may_decide:
            lines = [
                (VisitRequest.objects.waiting().count(), "Asked for a visit"),
                (Visit.objects.planned().count(), "Planned visits"),
                (Visit.objects.undecided().count(), "Visited, to be decided by the forum"),
                *lines,
                (len(due), "Next visit due"),
            ]
        return {
            "lines": [(number, words) for number, words in lines if number],
            "due": due[:5],
            "today": self.today,
            "may_decide": may_decide,
        }
