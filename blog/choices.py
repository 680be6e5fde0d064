from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PromiseState(TextChoices):
    """How a promise stands on a day. What is late is worked out, and never stored."""

    LATE = "late", _("Late")
    ON_TRACK = "on-track", _("On track")
    KEPT = "kept", _("Kept")
    DROPPED = "dropped", _("Dropped")


class Outcome(TextChoices):
    """How a promise ended; "" while it is open."""

    KEPT = "kept", _("Kept")
    DROPPED = "dropped", _("Dropped")


class StepKind(TextChoices):
    """What was done with a promise after it was made."""

    UPDATE = "update", _("Update")
    NEW_DATE = "new-date", _("The date changed")
    KEPT = "kept", _("Kept")
    DROPPED = "dropped", _("Dropped")
    REOPENED = "reopened", _("Open again")


# Who sees a state beside its words, also without colour.
STATE_ICONS = {
    PromiseState.LATE: "warning",
    PromiseState.ON_TRACK: "clock",
    PromiseState.KEPT: "tick",
    PromiseState.DROPPED: "cross",
}


class ChairsAnswer(TextChoices):
    """What the chair says to a draft; "" while there is no answer."""

    APPROVED = "approved", _("I approve it. It can be published.")
    SENT_BACK = "sent-back", _("Please change something first.")


class ThemeKind(TextChoices):
    """What the board's work is sorted by: its own themes, and the areas that the inspection named."""

    THEME = "theme", _("Theme")
    AREA = "area", _("Priority action area")


class What(TextChoices):
    """What a block of the newest shows."""

    BOTH = "both", _("Posts of the board and news")
    POSTS = "posts", _("Posts of the board")
    NEWS = "news", _("News")


class Direction(TextChoices):
    """Which way a measure should go."""

    HIGHER = "higher", _("Higher is better")
    LOWER = "lower", _("Lower is better")
    NEITHER = "neither", _("Neither: it only tells how much there is")


class DatesAs(TextChoices):
    """How exactly the dates of a measure are known. Days of one month count as the same date where it is the month."""

    DAY = "day", _("Day: 3 November 2026")
    MONTH = "month", _("Month: November 2026")
    YEAR = "year", _("Year: 2026")


class Verdict(TextChoices):
    """What a change means. "" where a measure has no better side."""

    BETTER = "better", _("better")
    WORSE = "worse", _("worse")
    SAME = "same", _("no change")
    NONE = "none", ""


VERDICT_ICONS = {Verdict.BETTER: "tick", Verdict.WORSE: "warning", Verdict.SAME: "clock", Verdict.NONE: "info"}


class PaperKind(TextChoices):
    """What a paper of a meeting is."""

    AGENDA = "agenda", _("Agenda")
    REPORT = "report", _("Report")
    FIGURES = "figures", _("Figures")
    SLIDES = "slides", _("Slides")
    MINUTES = "minutes", _("Minutes")
    OTHER = "other", _("Other paper")
