"""The demonstration's accessibility statement, with one problem that is made up."""

from datetime import date, timedelta

from wagtail.models import Site

from localoffer.accessibility.choices import Reason
from localoffer.accessibility.models import AccessibilityProblem, StatementSettings

MENDED_IN = timedelta(days=120)


def load_statement(today: date) -> None:
    """What the statement says; left alone when somebody has filled it in."""
    settings = StatementSettings.for_site(Site.objects.get(is_default_site=True))
    if settings.prepared_on:
        return
    settings.organisation = "County Council (example)"
    settings.improving = (
        "Automatic checks run on each kind of page before a change goes live.\n\n"
        "Editors cannot publish a picture with no description, or headings out of order.\n\n"
        "The next step is to test with disabled people, young people among them. A council that uses this website must test its "
        "own copy, and must say here when and how."
    )
    settings.prepared_on = settings.reviewed_on = today
    settings.save()
    AccessibilityProblem.objects.get_or_create(
        problem="(example) The film about the youth forum does not say in words what you see in it.",
        defaults={
            "affected": "People who cannot see the film",
            "instead": "Read the words of the film. They stand below it.",
            "reason": Reason.NOT_COMPLIANT,
            "criterion": "1.2.5",
            "mend_by": today + MENDED_IN,
        },
    )
