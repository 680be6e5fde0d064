"""The statement put together, and its yearly review."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from wagtail.models import Site

from localoffer.contact.services import addresses_who_may, admin_address, send_to_staff

from .choices import Reason, Status
from .models import AccessibilityProblem, StatementSettings
from .rules import has_exemptions, may_remind, review_is_due, status_of


@dataclass(frozen=True)
class Statement:
    """All that the public page says, read in two queries however long the list is."""

    settings: StatementSettings
    status: Status
    not_compliant: list[AccessibilityProblem]
    burden: list[AccessibilityProblem]
    out_of_scope: list[AccessibilityProblem]

    @property
    def is_untested(self) -> bool:
        return self.settings.tested_on is None

    @property
    def has_non_compliances(self) -> bool:
        return bool(self.not_compliant) or self.is_untested

    @property
    def has_exemptions(self) -> bool:
        return has_exemptions(problem.standing for problem in (*self.burden, *self.out_of_scope))


def statement_of(site: Site) -> Statement:
    settings = StatementSettings.for_site(site)
    problems = list(AccessibilityProblem.objects.there_now())
    by_reason = {reason: [problem for problem in problems if problem.reason == reason] for reason in Reason}
    return Statement(
        settings=settings,
        status=status_of(
            (problem.standing for problem in problems), tested=settings.tested_on is not None, at_most=settings.claim
        ),
        not_compliant=by_reason[Reason.NOT_COMPLIANT],
        burden=by_reason[Reason.BURDEN],
        out_of_scope=by_reason[Reason.OUT_OF_SCOPE],
    )


def remind_of_review(now: datetime) -> str:
    """Tells those who may change the statement that its yearly review is due; once a month until it is done."""
    today = timezone.localdate(now)
    told = 0
    for settings in StatementSettings.objects.select_related("site"):
        last = settings.reviewed_on or settings.prepared_on
        if not review_is_due(last, today) or not may_remind(settings.reminded_on, today):
            continue
        lines = [
            f"The accessibility statement was last reviewed on {last:%-d %B %Y}." if last else "Nobody has reviewed it yet.",
            "The law asks for a review at least once a year. Test the site, put the list of problems right, and write down the "
            "day of the review.",
            f"Sign in to do it: {admin_address('wagtailsettings:edit', 'accessibility', 'statementsettings', settings.site_id)}",
        ]
        to = addresses_who_may("accessibility.change_statementsettings")
        if send_to_staff(to=to, subject="Review the accessibility statement", lines=lines):
            StatementSettings.objects.filter(pk=settings.pk).update(reminded_on=today)
            told += 1
    return "Staff were reminded to review the accessibility statement" if told else ""
