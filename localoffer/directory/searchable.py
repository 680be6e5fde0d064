"""What the search index holds of a listing."""

from localoffer.blocks.rules import plain
from localoffer.search.registry import Shown

from .models import ServicePage


def describe_service(page: ServicePage) -> Shown:
    topics = list(page.topics.select_related("parent"))
    parents = [topic.parent.name for topic in topics if topic.parent]
    terms = [topic.name for topic in topics] + parents + [need.name for need in page.needs.all()]
    places = [line for place in page.places.all() for line in place.lines] + [area.name for area in page.areas.all()]
    return Shown(
        title=page.title,
        other_names=page.other_names,
        topics=", ".join(dict.fromkeys(terms)),
        summary=page.summary,
        body=plain(f"{page.description} {page.who_for} {page.how_to_get_it} {page.for_young_people}"),
        organisation=page.organisation.name if page.organisation else "",
        place=", ".join(dict.fromkeys(places)),
    )
