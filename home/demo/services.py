"""The demonstration's directory: vocabularies, organisations, services."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from wagtail.models import Locale

from localoffer.directory.models import (
    AccessFeature,
    AgeStage,
    Area,
    DirectoryPage,
    Language,
    Need,
    Organisation,
    ServicePage,
    Topic,
)

from .listings import ListingMaker
from .reading import read, read_services

VOCABULARIES = {"needs": Need, "age_stages": AgeStage, "access_features": AccessFeature, "areas": Area, "languages": Language}


def load_vocabularies() -> None:
    """Adds the terms and organisations that are not there yet; those that editors changed stay as they are."""
    words = read("vocabularies.json")
    locale = Locale.get_default()

    def put(model: type, described: dict[str, Any], order: int, **more: Any) -> Any:
        fields = {key: value for key, value in described.items() if key not in ("slug", "children")}
        return model.objects.get_or_create(slug=described["slug"], locale=locale, defaults={**fields, "order": order, **more})[0]

    for order, described in enumerate(words["topics"]):
        parent = put(Topic, described, order)
        for below, child in enumerate(described["children"]):
            put(Topic, child, below, parent=parent)
    for name, model in VOCABULARIES.items():
        for order, described in enumerate(words[name]):
            put(model, described, order)
    for described in words["organisations"]:
        Organisation.objects.get_or_create(
            slug=described["slug"], defaults={k: v or "" for k, v in described.items() if k != "slug"}
        )


def load_services(directory: DirectoryPage, today: date, *, pictures: Mapping[str, int], page_id: Callable[[str], int]) -> int:
    """Adds the services that are not there yet; ``pictures`` by key, ``page_id`` by path. Returns how many there are now."""
    there = set(ServicePage.objects.child_of(directory).values_list("slug", flat=True))
    maker = ListingMaker(pictures=pictures, page_id=page_id, today=today)
    for described in read_services():
        if described["slug"] not in there:
            directory.add_child(instance=maker.page(described))
    return ServicePage.objects.child_of(directory).count()
