"""What the demonstration's editors keep of searches: best bets, and words that found nothing."""

from datetime import date

from django.conf import settings
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from localoffer.search.models import UnmetSearch

from .pages import Tree
from .reading import read


def load_searches(tree: Tree, today: date) -> None:
    """Adds the examples that are not there yet."""
    described = read("searches.json")
    for bet in described["best_bets"]:
        SearchPromotion.objects.get_or_create(
            query=Query.get(bet["words"]),
            page_id=tree.page_id(bet["page"]),
            defaults={"description": bet["description"]},
        )
    for unmet in described["unmet"]:
        UnmetSearch.uncounted.get_or_create(
            question=unmet["words"],
            language=settings.LANGUAGE_CODE,
            month=today.replace(day=1),
            defaults={"count": unmet["times"]},
        )
