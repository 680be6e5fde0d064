"""Who and what made a translation: found in wagtail-localize's records, in one query; changed words end a check by themselves."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from localoffer.languages.finding import facts_of, translations, with_facts
from localoffer.languages.models import PageWords, SpeakerCheck
from localoffer.languages.services import CannotBeChecked, mark_checked, public_words, take_back_check
from tests import factories

from .translating import WORDS, english_page, publish, say, send, translated

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def facts(page: Any) -> Any:
    found = facts_of(page.pk)
    assert found is not None
    return found


def checked(page: Any) -> SpeakerCheck:
    words = public_words(page=page, now=NOON)
    return mark_checked(page=page, words=words, user=factories.UserFactory(), now=NOON)


def test_a_machine_made_translation_says_so_and_when(home: Any) -> None:
    page = translated(english_page(home))
    StringTranslation.objects.update(updated_at=NOON)
    assert (facts(page).by_machine, facts(page).by_hand, facts(page).missing) == (NOON, None, 0)


def test_a_translation_by_hand_says_so(home: Any) -> None:
    page = translated(english_page(home), kind="manual")
    assert facts(page).by_machine is None
    assert facts(page).by_hand is not None


def test_one_part_by_machine_is_enough_to_be_told(home: Any) -> None:
    job = send(english_page(home))
    say(job, {"Short breaks": WORDS["Short breaks"]}, kind="manual")
    say(job, {"Time to rest.": WORDS["Time to rest."]})
    found = facts(publish(job))
    assert found.by_machine is not None
    assert found.by_hand is not None


def test_parts_that_nobody_translated_are_counted(home: Any) -> None:
    page = translated(english_page(home), {"Short breaks": WORDS["Short breaks"]})
    assert facts(page).missing == 1


def test_numbers_and_addresses_are_no_parts_in_english(home: Any) -> None:
    page = translated(english_page(home, search_description="01632 960123"))
    assert facts(page).missing == 0


def test_a_translation_is_out_of_date_when_the_english_words_change_and_not_before(home: Any) -> None:
    english = english_page(home)
    page = translated(english)
    assert facts(page).outdated_since is None
    english.summary = "Time to rest and play."
    english.save_revision().publish()
    assert facts(page).outdated_since is not None


def test_what_is_no_word_does_not_make_a_translation_out_of_date(home: Any) -> None:
    english = english_page(home)
    page = translated(english)
    english.leave_quickly = True
    english.save_revision().publish()
    assert facts(page).outdated_since is None


def test_a_draft_in_english_makes_nothing_out_of_date(home: Any) -> None:
    english = english_page(home)
    page = translated(english)
    english.summary = "Time to rest and play."
    english.save_revision()
    assert facts(page).outdated_since is None


def test_a_translation_that_took_up_the_new_english_is_up_to_date_with_a_part_missing(home: Any) -> None:
    english = english_page(home)
    page = translated(english)
    english.summary = "Time to rest and play."
    english.save_revision().publish()
    TranslationSource.objects.get().update_from_db()
    assert (facts(page).outdated_since, facts(page).missing) == (None, 1)


def test_a_page_that_is_kept_by_hand_is_measured_against_its_own_last_publishing(home: Any) -> None:
    english = english_page(home)
    page = translated(english, kind="manual")
    Translation.objects.update(enabled=False)
    assert (facts(page).outdated_since, facts(page).missing) == (None, 0)
    english.summary = "Time to rest and play."
    english.save_revision().publish()
    assert facts(page).outdated_since is not None
    page.summary = "Czas na odpoczynek i zabawę."
    page.save_revision().publish()
    assert facts(page).outdated_since is None


def test_a_check_counts_while_the_words_stay_as_they_are(home: Any) -> None:
    page = translated(english_page(home))
    assert facts(page).checked_at is None
    checked(page)
    assert facts(page).checked_at == NOON
    page.leave_quickly = True
    page.save_revision().publish()
    assert facts(page).checked_at == NOON


def test_changed_words_end_a_check_and_the_same_words_bring_it_back(home: Any) -> None:
    page = translated(english_page(home))
    checked(page)
    page.summary = "Inne słowa."
    page.save_revision().publish()
    assert facts(page).checked_at is None
    page.summary = WORDS["Time to rest."]
    page.save_revision().publish()
    assert facts(page).checked_at == NOON


def test_words_that_changed_while_somebody_read_are_not_marked(home: Any) -> None:
    page = translated(english_page(home))
    read = public_words(page=page, now=NOON)
    page.summary = "Inne słowa."
    page.save_revision().publish()
    with pytest.raises(CannotBeChecked, match="changed while you were reading"):
        mark_checked(page=page, words=read, user=factories.UserFactory(), now=NOON)
    assert not SpeakerCheck.objects.exists()


def test_only_public_translations_are_checked(home: Any) -> None:
    english = english_page(home)
    page = translated(english)
    words = public_words(page=page, now=NOON)
    with pytest.raises(CannotBeChecked, match="no translation"):
        mark_checked(page=english, words=words, user=factories.UserFactory(), now=NOON)
    page.unpublish()
    with pytest.raises(CannotBeChecked, match="not public"):
        mark_checked(page=page, words=words, user=factories.UserFactory(), now=NOON)


def test_marking_twice_keeps_the_first_check(home: Any) -> None:
    page = translated(english_page(home))
    first = checked(page)
    words = public_words(page=page, now=NOON)
    again = mark_checked(page=page, words=words, user=factories.UserFactory(), now=NOON + timedelta(days=1))
    assert (again.pk, again.checked_at) == (first.pk, NOON)


def test_a_check_is_taken_back_once(home: Any) -> None:
    page = translated(english_page(home))
    checked(page)
    assert take_back_check(page=page, user=None)
    assert facts(page).checked_at is None
    assert not take_back_check(page=page, user=None)


def test_english_pages_that_were_never_sent_for_translation_are_not_kept(home: Any) -> None:
    english = english_page(home)
    english.save()
    assert not PageWords.objects.filter(page=english).exists()
    send(english)
    assert PageWords.objects.filter(page=english).exists()


def test_copies_and_english_pages_are_no_translations(home: Any) -> None:
    english = english_page(home)
    page = translated(english)
    copies = Page.objects.exclude(alias_of=None)
    assert copies.exists()  # the Polish home page, which wagtail-localize made as the page above
    assert list(translations()) == [Page.objects.get(pk=page.pk)]
    assert facts_of(english.pk) is None


def test_the_facts_of_one_and_of_many_are_one_query(home: Any, django_assert_num_queries: Any) -> None:
    for number in range(3):
        translated(english_page(home, slug=f"page-{number}"))
    with django_assert_num_queries(1):
        found = list(with_facts(translations()))
    assert [page.missing for page in found] == [0, 0, 0]
    assert all(page.by_machine <= timezone.now() for page in found)
