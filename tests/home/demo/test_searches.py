"""What the demonstration shows of searches: best bets that lead somewhere, and words that nothing has."""

from typing import Any

import pytest
from django.http import QueryDict
from django.utils import timezone

from home.demo.reading import read
from localoffer.directory.finding import Results, find_services
from localoffer.directory.forms import FilterForm
from localoffer.search.models import UnmetSearch

pytestmark = pytest.mark.django_db


def ask(words: str) -> Results:
    question = QueryDict(mutable=True)
    question["q"] = words
    return find_services(FilterForm(question), number=1, today=timezone.localdate())


@pytest.mark.parametrize("bet", read("searches.json")["best_bets"], ids=lambda bet: bet["words"])
def test_a_best_bet_stands_above_the_results(demo: None, bet: dict[str, Any]) -> None:
    [(_words, address, description)] = ask(bet["words"]).best_bets
    assert (address, description) == (bet["page"], bet["description"])


@pytest.mark.parametrize("unmet", read("searches.json")["unmet"], ids=lambda unmet: unmet["words"])
def test_the_words_that_staff_see_as_unmet_really_find_no_service(demo: None, unmet: dict[str, Any]) -> None:
    assert UnmetSearch.objects.get(question=unmet["words"]).count == unmet["times"]
    assert ask(unmet["words"]).found_nothing_for_words
