"""Summaries and telephone links."""

import pytest

from localoffer.pages.rules import SUMMARY_LONGEST, phone_link, summary_problem


@pytest.mark.parametrize("summary", ["", " ", "\n\t"])
def test_a_page_without_a_summary_is_told_to_write_one(summary: str) -> None:
    assert summary_problem(summary).startswith("Write a summary")


@pytest.mark.parametrize("length", [1, SUMMARY_LONGEST - 1, SUMMARY_LONGEST])
def test_a_summary_may_be_as_long_as_the_limit(length: int) -> None:
    assert summary_problem("a" * length) == ""
    assert summary_problem(f"  {'a' * length} ") == ""


def test_a_longer_summary_is_told_its_length() -> None:
    assert "251 characters" in summary_problem("a" * 251)


@pytest.mark.parametrize(
    ("shown", "dialled"),
    [
        ("01632 960123", "tel:01632960123"),
        ("+44 1632 960123", "tel:+441632960123"),
        ("0800 1111 (free)", "tel:08001111"),
        ("999", "tel:999"),
    ],
)
def test_a_telephone_dials_only_figures(shown: str, dialled: str) -> None:
    assert phone_link(shown) == dialled
