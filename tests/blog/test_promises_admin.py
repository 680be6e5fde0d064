"""Who keeps promises in the admin, and what the admin refuses."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from blog.choices import StepKind
from blog.models import BoardTheme, Promise, PromiseStep
from blog.services import Told, add_step
from blog.viewsets.promises import PromiseEditView
from blog.viewsets.themes import NO_PAGE, ON_THE_SITE
from localoffer.people.roles import COMMUNICATIONS, ROLES, SITE_ADMINISTRATOR
from tests import factories

pytestmark = pytest.mark.django_db
MAY = {SITE_ADMINISTRATOR.name, COMMUNICATIONS.name}
DAY = timedelta(days=1)


@pytest.fixture
def staff(site_tree: Any, person: Any, client: Any) -> Any:
    client.force_login(person(COMMUNICATIONS))
    return client


@pytest.fixture
def administrator(site_tree: Any, person: Any, client: Any) -> Any:
    client.force_login(person(SITE_ADMINISTRATOR, is_superuser=True))
    return client


def written(**fields: Any) -> dict[str, Any]:
    """A new promise as it is typed."""
    plain = {
        "words": "We will call back.",
        "made_at": "Board",
        "made_on": "2026-07-15",
        "owner": "The team",
        "due_on": "2026-12-01",
    }
    return {**plain, **fields}


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.name)
def test_only_communications_staff_and_administrators_keep_promises(role: Any, site_tree: Any, person: Any, client: Any) -> None:
    promise = factories.PromiseFactory()
    client.force_login(person(role))
    for address in ("/admin/promises/", "/admin/promises/new/", f"/admin/promises/edit/{promise.pk}/", "/admin/board-themes/"):
        assert (client.get(address).status_code == 200) is (role.name in MAY), address
    client.post("/admin/promises/new/", written())
    assert Promise.objects.filter(words="We will call back.").exists() is (role.name in MAY)


def test_a_promise_is_shown_when_staff_say_so(staff: Any) -> None:
    staff.post("/admin/promises/new/", written())
    draft = Promise.objects.get()
    assert not draft.is_public
    staff.post(f"/admin/promises/edit/{draft.pk}/", written(is_public="on", words="We will call back the same day."))
    draft.refresh_from_db()
    assert (draft.is_public, draft.words) == (True, "We will call back the same day.")


def test_what_is_typed_over_a_public_promise_changes_nothing_but_the_owner(staff: Any) -> None:
    promise = factories.PromiseFactory()
    response = staff.post(
        f"/admin/promises/edit/{promise.pk}/", written(words="Less.", due_on="2030-01-01", is_public="", owner="The new team")
    )
    assert response.status_code == 302
    after = Promise.objects.get()
    assert (after.words, after.due_on, after.is_public, after.owner) == (promise.words, promise.due_on, True, "The new team")


def test_a_step_is_written_below_the_promise_by_whom_and_read_there(staff: Any) -> None:
    promise = factories.PromiseFactory()
    address = f"/admin/promises/edit/{promise.pk}/"
    assert staff.post(address, written(step_kind="new-date", step_due="2027-01-15", step_words="It snowed.")).status_code == 302
    step = PromiseStep.objects.get()
    assert (step.day, step.old_due, str(step.new_due)) == (timezone.localdate(), promise.due_on, "2027-01-15")
    assert step.recorded_by.groups.get().name == COMMUNICATIONS.name
    assert "It snowed." in staff.get(address).content.decode()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"step_kind": "kept"}, "Say in plain words what happened, or why."),
        ({"step_words": "Words without a kind."}, "Choose what happened."),
        ({"step_kind": "new-date", "step_words": "Why."}, "Give the new date"),
        ({"step_kind": "update", "step_words": "Why.", "step_day": "2999-01-01"}, "still to come"),
        ({"step_kind": "nonsense", "step_words": "Why."}, "nonsense"),
        ({"step_kind": "update", "step_words": "Null\x00"}, "Null characters are not allowed."),
    ],
)
def test_a_step_that_is_not_complete_is_sent_back_with_a_sentence_and_what_was_typed(
    staff: Any, said: dict[str, str], sentence: str
) -> None:
    promise = factories.PromiseFactory()
    response = staff.post(f"/admin/promises/edit/{promise.pk}/", written(**said))
    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert not PromiseStep.objects.exists()


def test_a_public_promise_is_deleted_by_nobody_and_a_draft_by_staff(staff: Any) -> None:
    promise, draft = factories.PromiseFactory(), factories.PromiseFactory(is_public=False)
    for ask in (staff.get, staff.post):
        assert ask(f"/admin/promises/delete/{promise.pk}/").status_code == 403
    assert staff.post(f"/admin/promises/delete/{draft.pk}/").status_code == 302
    assert list(Promise.objects.all()) == [promise]


def test_not_even_an_administrator_deletes_a_public_promise(administrator: Any) -> None:
    promise = factories.PromiseFactory()
    assert administrator.post(f"/admin/promises/delete/{promise.pk}/").status_code == 403
    assert Promise.objects.exists()


def test_a_theme_in_use_is_not_deleted_and_another_one_is(staff: Any) -> None:
    used, other = factories.BoardThemeFactory(), factories.BoardThemeFactory()
    factories.PromiseFactory(theme=used)
    staff.post(f"/admin/board-themes/delete/{used.pk}/")
    staff.post(f"/admin/board-themes/delete/{other.pk}/")
    assert list(BoardTheme.objects.all()) == [used]


def test_the_list_shows_the_state_and_is_narrowed_by_it_and_by_theme(staff: Any) -> None:
    today = timezone.localdate()
    late = factories.PromiseFactory(words="The late one.", made_on=today - 9 * DAY, due_on=today - DAY)
    factories.PromiseFactory(words="The other one.", due_on=today, theme=factories.BoardThemeFactory())
    theme = factories.BoardThemeFactory()
    Promise.objects.filter(pk=late.pk).update(theme=theme)
    whole = staff.get("/admin/promises/").content.decode()
    assert "The late one." in whole
    assert "The other one." in whole
    for question in ("state=late", f"theme={theme.pk}"):
        narrowed = staff.get(f"/admin/promises/?{question}").content.decode()
        assert "The late one." in narrowed
        assert "The other one." not in narrowed
    assert staff.get("/admin/promises/?state=%00&theme=%00").status_code == 200


def test_when_somebody_else_was_quicker_the_form_says_so_and_nothing_is_doubled(staff: Any, monkeypatch: Any) -> None:
    promise = factories.PromiseFactory()
    quick = PromiseEditView.post

    def post(view: Any, *args: Any, **kwargs: Any) -> Any:
        told = Told(kind=StepKind.KEPT, day=timezone.localdate(), words="Somebody else wrote this.")
        add_step(promise, told, user=None, today=timezone.localdate())
        return quick(view, *args, **kwargs)

    monkeypatch.setattr(PromiseEditView, "post", post)
    typed = written(step_kind="dropped", step_words="We cannot keep it.")
    response = staff.post(f"/admin/promises/edit/{promise.pk}/", typed)
    assert response.status_code == 200
    assert "We cannot keep it." in response.content.decode()
    assert [step.kind for step in PromiseStep.objects.all()] == [StepKind.KEPT]


def test_the_list_of_themes_says_which_have_no_page_yet(staff: Any, blog: Any) -> None:
    with_page, without = factories.BoardThemeFactory(name="With a page"), factories.BoardThemeFactory(name="Without")
    factories.BoardThemePageFactory(parent=blog, theme=with_page)
    soup = BeautifulSoup(staff.get("/admin/board-themes/").content, "html5lib")
    rows = {row.select_one("a").get_text(strip=True): row.get_text(" ", strip=True) for row in soup.select("tbody tr")}
    assert ON_THE_SITE in rows[with_page.name]
    assert NO_PAGE in rows[without.name]
