"""What a schedule can say. The values are those of iCalendar (RFC 5545), which Open Referral uses too."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Freq(models.TextChoices):
    """How often. Every day is weekly on all seven days."""

    ONCE = "once", _("On one date")
    WEEKLY = "weekly", _("By the week")
    MONTHLY = "monthly", _("By the month")


class Weekday(models.TextChoices):
    """The days of the week, Monday first. Open Referral: schedule.byday."""

    MO = "MO", _("Monday")
    TU = "TU", _("Tuesday")
    WE = "WE", _("Wednesday")
    TH = "TH", _("Thursday")
    FR = "FR", _("Friday")
    SA = "SA", _("Saturday")
    SU = "SU", _("Sunday")


class WeekOfMonth(models.IntegerChoices):
    """Which of the month's Mondays (Tuesdays, …). There is no fifth: many months have none."""

    FIRST = 1, _("First")
    SECOND = 2, _("Second")
    THIRD = 3, _("Third")
    FOURTH = 4, _("Fourth")
    LAST = -1, _("Last")


class During(models.TextChoices):
    """In which part of the school year, by the terms that the site keeps."""

    ALL_YEAR = "all_year", _("All year")
    TERM = "term", _("In school term time")
    HOLIDAYS = "holidays", _("In school holidays")


class PartOfDay(models.TextChoices):
    MORNING = "morning", _("Morning")
    AFTERNOON = "afternoon", _("Afternoon")
    EVENING = "evening", _("Evening")


class Body(models.TextChoices):
    """Who meets."""

    FORUM = "forum", _("SEND Youth Forum")
