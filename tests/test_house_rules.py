"""The smallest promise: the project starts, and its own checks are content."""

from django.core.management import call_command


def test_the_system_checks_find_nothing_to_complain_of() -> None:
    call_command("check", fail_level="WARNING")
