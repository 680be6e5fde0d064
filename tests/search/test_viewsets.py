"""What editors see and do of the search in the admin."""

from datetime import date
from typing import Any

import pytest
from django.urls import reverse
from wagtail.contrib.search_promotions.models import SearchPromotion

from localoffer.people.roles import COMMUNICATIONS, DIRECTORY_EDITOR, SITE_ADMINISTRATOR
from localoffer.search.models import SynonymGroup, UnmetSearch
from localoffer.search.services import note_unmet

pytestmark = pytest.mark.django_db
UNMET = "unmet-searches:index"


@pytest.fixture
def editor(site_tree: Any, person: Any, client: Any) -> Any:
    client.force_login(person(DIRECTORY_EDITOR))
    return client


@pytest.fixture
def unmet() -> None:
    for times, question in ((5, "horse riding"), (4, "rare thing")):
        for _ in range(times):
            note_unmet(question, "en-gb", date(2026, 11, 22))


def test_editors_read_filter_and_export_what_five_have_asked(editor: Any, unmet: None) -> None:
    page = editor.get(reverse(UNMET)).content.decode()
    assert "horse riding" in page
    assert "rare thing" not in page
    assert "horse riding" in editor.get(reverse(UNMET), {"month": "2026-11-01"}).content.decode()
    assert "horse riding" not in editor.get(reverse(UNMET), {"q": "rare"}).content.decode()
    exported = b"".join(editor.get(reverse(UNMET), {"export": "csv"}).streaming_content).decode()
    assert "horse riding,5,2026-11-01" in exported
    assert "rare thing" not in exported
    assert editor.get(reverse(UNMET), {"export": "xlsx"}).status_code == 200


def test_an_unmet_search_becomes_a_synonym_in_one_step(editor: Any, unmet: None) -> None:
    link = f"{reverse('words-people-type:add')}?terms=horse+riding"
    assert link in editor.get(reverse(UNMET)).content.decode()
    assert "horse riding</textarea>" in editor.get(link).content.decode()
    answer = editor.post(link, {"terms": "horse riding, ponies", "language": "en-gb"})
    assert answer.status_code == 302
    assert [group.all_terms for group in SynonymGroup.objects.all()] == [["horse riding", "ponies"]]


@pytest.mark.parametrize("typed", ["", "\x00", "x" * 2000, "<script>alert(1)</script>", "🙂"])
def test_whatever_stands_in_the_address_the_form_opens(editor: Any, typed: str) -> None:
    answer = editor.get(reverse("words-people-type:add"), {"terms": typed})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


def test_a_group_with_one_term_is_refused_with_a_sentence(editor: Any) -> None:
    answer = editor.post(reverse("words-people-type:add"), {"terms": "alone", "language": "en-gb"})
    assert "at least two words" in answer.content.decode()
    assert not SynonymGroup.objects.exists()


def test_groups_can_be_searched(editor: Any, same: Any) -> None:
    same("respite", "short breaks")
    same("OT", "occupational therapy")
    page = editor.get(reverse("words-people-type:index"), {"q": "breaks"}).content.decode()
    assert "respite" in page
    assert "occupational" not in page


def test_nobody_adds_changes_or_deletes_an_unmet_search(editor: Any, unmet: None) -> None:
    row = UnmetSearch.objects.get()
    assert editor.get(reverse("unmet-searches:add")).status_code in (302, 403)
    for name in ("edit", "delete"):
        assert editor.post(reverse(f"unmet-searches:{name}", args=[row.pk]), {"question": "other"}).status_code in (302, 403)
    assert UnmetSearch.objects.get().question == "horse riding"


def test_editors_keep_best_bets(editor: Any, site_tree: Any) -> None:
    fields = {
        "query_string": "sleep",
        **{
            f"editors_picks-{name}": number for name, number in {"TOTAL_FORMS": 1, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0}.items()
        },
        "editors_picks-MAX_NUM_FORMS": 1000,
        "editors_picks-0-page": site_tree["section"].pk,
        "editors_picks-0-ORDER": 1,
    }
    assert editor.post(reverse("wagtailsearchpromotions:add"), fields).status_code == 302
    assert SearchPromotion.objects.get().query.query_string == "sleep"


def test_wagtails_empty_report_of_search_terms_is_not_in_the_menu(site_tree: Any, person: Any, client: Any) -> None:
    client.force_login(person(SITE_ADMINISTRATOR, is_superuser=True))
    page = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse(UNMET) in page
    assert reverse("wagtailsearchpromotions:search_terms") not in page


def test_best_bets_stand_in_the_menu_of_the_public_search_and_not_among_the_settings(editor: Any) -> None:
    page = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert "Best bets" in page
    assert "Promoted search results" not in page


@pytest.mark.parametrize("name", [UNMET, "words-people-type:index", "words-people-type:add", "wagtailsearchpromotions:index"])
def test_other_roles_are_kept_out(site_tree: Any, person: Any, client: Any, name: str) -> None:
    client.force_login(person(COMMUNICATIONS))
    assert client.get(reverse(name)).status_code == 302
