"""Made-up services by the thousand, for trying the site at size. Written in bulk: Wagtail's own way takes 0.15 s each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from random import Random
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import router, transaction
from django.utils.text import slugify
from wagtail.models import Page

from localoffer.places.choices import NAMED
from localoffer.places.models import Place
from localoffer.search.index import put_all

from .choices import AccessAnswer, Checked, Free, Known, Serves, Wait
from .models import (
    AccessFeature,
    Area,
    DirectoryPage,
    Language,
    Need,
    Organisation,
    ServiceAccess,
    ServiceContact,
    ServicePage,
    ServicePlace,
    ServiceSchedule,
    Topic,
)

CHUNK = 500
MIDDLE_OF_COUNTY = ("Oxford", 51.752, -1.258)
NAMES = """
    Acorn Badger Bluebell Bridge Brook Daisy Elm Fern Hazel Heron Kite Larch Maple Meadow Oak Otter Poppy Robin Rowan Willow
""".split()
GROUPS = """
    Club Group Team Clinic Playgroup Drop-in Workshop Project Centre Circle Helpline Network Scheme Studio Buddies
""".split()
OPENINGS = (
    "You can come as you are. We start with a cup of tea and no forms.",
    "Some children join in at once. Others watch from the door for three weeks. Both are fine.",
    "We began with four families round a kitchen table, and we still listen first.",
    "Nobody has to explain a meltdown here. We have seen a few.",
)
MIDDLES = (
    "There is a quiet corner with cushions and a box of things to hold.",
    "We keep groups small, with one adult for every three children.",
    "Staff know about {need} and go on learning from the families who come.",
    "You get a picture of what will happen before your first visit.",
    "Brothers and sisters can come in the school holidays.",
    "We can meet you at the gate and walk in with you.",
    "Parents have a room of their own with a kettle and somebody to talk to.",
    "We write down what worked, and share it with your school if you ask us to.",
    "If it is too loud, say so. We turn it down.",
    "You can try one session before you decide.",
    "We help with letters and forms about {topic}.",
    "There is space for wheelchairs and for children who need to run.",
)
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True)
class Words:
    """What services are made of: the vocabularies and the places of this site."""

    topics: list[Topic]
    needs: list[Need]
    access: list[AccessFeature]
    areas: list[Area]
    languages: list[Language]
    places: list[tuple[str, float, float]]

    @classmethod
    def read(cls) -> "Words":
        places = Place.objects.filter(kind__in=NAMED, inside=True).values_list("name", "latitude", "longitude")
        return cls(
            list(Topic.objects.in_use().select_related("parent")),
            list(Need.objects.in_use()),
            list(AccessFeature.objects.in_use()),
            list(Area.objects.in_use().filter(in_county=True)),
            list(Language.objects.in_use()),
            list(places) or [MIDDLE_OF_COUNTY],
        )


@dataclass
class Seeded:
    """One service and all that belongs to it, not yet saved."""

    page: ServicePage
    topics: list[Topic]
    needs: list[Need]
    areas: list[Area]
    languages: list[Language]
    places: list[ServicePlace]
    contacts: list[ServiceContact]
    access: list[ServiceAccess]
    schedules: list[ServiceSchedule]


def seed_services(
    *,
    directory: DirectoryPage,
    words: Words,
    number: int,
    seed: int,
    now: datetime,
    made: Callable[[int], Any] = lambda count: None,
) -> None:
    """Adds ``number`` live services below the directory and puts them into the search index.

    The same seed makes the same services. Each 500 are one transaction; ``made`` is told how many were just made.
    """
    random = Random(seed)  # noqa: S311  nothing secret is made of it
    organisations = make_organisations()
    made_up = services(random, words, organisations, now)
    while chunk := list(islice(made_up, min(CHUNK, number))):
        number -= len(chunk)
        with transaction.atomic():
            add_below(directory, [one.page for one in chunk], now)
            add_particulars(chunk)
        put_all([one.page.pk for one in chunk])
        made(len(chunk))


def make_organisations() -> list[Organisation]:
    for name in NAMES:
        title = f"{name} Trust (example)"
        Organisation.objects.get_or_create(slug=slugify(title), defaults={"name": title, "kind": "charity"})
    return list(Organisation.objects.filter(slug__in=[slugify(f"{name} Trust (example)") for name in NAMES]))


def services(random: Random, words: Words, organisations: list[Organisation], now: datetime) -> Iterator[Seeded]:
    """Services without end."""
    while True:
        yield one_service(random, words, random.choice(organisations), now)


def some(random: Random, terms: list[Any], most: int) -> list[Any]:
    return random.sample(terms, min(len(terms), random.randint(0, most)))


def one_service(random: Random, words: Words, organisation: Organisation, now: datetime) -> Seeded:
    topic = random.choice(words.topics)
    need = random.choice(words.needs).name if words.needs else "many needs"
    town, latitude, longitude = random.choice(words.places)
    name = f"{random.choice(NAMES)} {topic.name} {random.choice(GROUPS)}, {town}"
    lowest = random.choice([0, 0, 2, 5, 8, 11, 14, 16])
    sentences = [random.choice(OPENINGS), *random.sample(MIDDLES, 8)]
    text = [sentence.format(need=need.lower(), topic=topic.name.lower()) for sentence in sentences]
    at_places = random.random() < 0.8
    page = ServicePage(
        title=name,
        summary=f"Help with {topic.name.lower()} in {town}, for children and young people with SEND.",
        organisation=organisation,
        description="".join(f"<p>{' '.join(text[start : start + 3])}</p>" for start in (0, 3, 6)),
        for_young_people="You can come and look first. You do not have to talk." if random.random() < 0.5 else "",
        minimum_age=lowest if random.random() < 0.85 else None,
        maximum_age=min(25, lowest + random.choice([4, 6, 9, 25])) if random.random() < 0.85 else None,
        free=random.choice(Free.values),
        referral_needed=random.choice(Known.values),
        diagnosis_needed=random.choice(Known.values),
        plan_needed=random.choice(Known.values),
        out_of_county=random.choice(Known.values),
        wait=random.choice(Wait.values),
        at_places=at_places,
        comes_to_you=random.random() < 0.2,
        online=random.random() < 0.25,
        by_phone=random.random() < 0.25,
        serves=random.choice([Serves.COUNTY, Serves.AREAS, Serves.AREAS, Serves.UNKNOWN]),
        last_checked=(now - timedelta(days=random.randint(1, 700))).date() if random.random() < 0.8 else None,
        checked_how=random.choice(Checked.values),
    )
    features = some(random, words.access, 8)
    return Seeded(
        page=page,
        topics=[topic, *some(random, words.topics, 2)],
        needs=some(random, words.needs, 5),
        areas=some(random, words.areas, 2) if page.serves == Serves.AREAS else [],
        languages=some(random, words.languages, 2) if random.random() < 0.2 else [],
        places=[place_near(random, town, latitude, longitude)] if at_places else [],
        contacts=[ServiceContact(name="Team", phone=f"01632 960{random.randint(0, 999):03}")],
        access=[ServiceAccess(feature=feature, answer=random.choice(AccessAnswer.values)) for feature in features],
        schedules=[ServiceSchedule(weekdays=random.choice(DAYS), opens_at="16:00", closes_at="18:00")] if at_places else [],
    )


def place_near(random: Random, town: str, latitude: float, longitude: float) -> ServicePlace:
    """A place within a mile or so of the town's middle. Its postcode is left out: it might be somebody's."""
    return ServicePlace(
        name=f"{random.choice(NAMES)} Hall",
        address=f"{random.randint(1, 90)} {random.choice(NAMES)} Lane",
        town=town,
        latitude=round(latitude + random.uniform(-0.01, 0.01), 5),
        longitude=round(longitude + random.uniform(-0.015, 0.015), 5),
    )


def add_below(directory: DirectoryPage, pages: list[ServicePage], now: datetime) -> None:
    """Saves the pages as the directory's last children: the rows of Page first, then those of ServicePage.

    Django refuses ``bulk_create`` for models with a parent; this is what it would do.
    """
    parent = Page.objects.select_for_update().get(pk=directory.pk)
    last = parent.get_last_child()
    number = Page._str2int(last.path[-Page.steplen :]) if last else 0
    start = Page.objects.order_by("-pk").values_list("pk", flat=True)[0]
    content_type = ContentType.objects.get_for_model(ServicePage)
    for offset, page in enumerate(pages, start=1):
        page.path = Page._get_path(parent.path, parent.depth + 1, number + offset)
        page.depth, page.numchild = parent.depth + 1, 0
        page.slug = f"{slugify(page.title)[:200]}-{start + offset}"
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.draft_title, page.live, page.has_unpublished_changes = page.title, True, False
        page.locale_id, page.content_type = parent.locale_id, content_type
        page.first_published_at = page.last_published_at = page.latest_revision_created_at = now
    fields = [field.attname for field in Page._meta.concrete_fields if not field.primary_key]
    Page.objects.bulk_create([Page(**{name: getattr(page, name) for name in fields}) for page in pages])
    ids = dict(Page.objects.filter(path__in=[page.path for page in pages]).values_list("path", "pk"))
    for page in pages:
        page.pk = page.page_ptr_id = ids[page.path]
    own = ServicePage._meta.local_concrete_fields
    ServicePage._base_manager._insert(pages, fields=own, using=router.db_for_write(ServicePage))
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild + len(pages))


def add_particulars(chunk: list[Seeded]) -> None:
    for name, term in (("topics", "topic"), ("needs", "need"), ("areas", "area"), ("languages", "language")):
        through = getattr(ServicePage, name).through
        through.objects.bulk_create(
            through(**{"servicepage_id": one.page.pk, f"{term}_id": chosen.pk})
            for one in chunk
            for chosen in {chosen.pk: chosen for chosen in getattr(one, name)}.values()
        )
    for name, model in (
        ("places", ServicePlace),
        ("contacts", ServiceContact),
        ("access", ServiceAccess),
        ("schedules", ServiceSchedule),
    ):
        rows = []
        for one in chunk:
            for order, row in enumerate(getattr(one, name)):
                row.page_id, row.sort_order = one.page.pk, order
                if hasattr(row, "locale_id"):  # its words can be translated
                    row.locale_id = one.page.locale_id
                rows.append(row)
        model.objects.bulk_create(rows)
