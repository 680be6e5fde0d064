"""Times by the clock of 24 hours, in the admin. Django's own British ones say "10:38 a.m."; public pages have words of theirs."""

TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j M Y, H:i"
SHORT_DATETIME_FORMAT = "d/m/Y H:i"
