"""The smallest journey: the site opens, and staff can sign in."""

from typing import Any


def test_the_home_page_opens_without_a_complaint(visit: Any) -> None:
    page = visit("/")
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.complaints == []
    assert page.context.cookies() == []


def test_staff_can_sign_in(sign_in: Any) -> None:
    page = sign_in("communications")
    assert page.get_by_role("heading", name="Local Offer").count() or page.title()
