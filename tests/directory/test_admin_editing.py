"""The form of a listing: how complete it is, whether it is there already, the gate, and comparing versions."""

from datetime import date, time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from localoffer.directory.models import (
    ServiceAccess,
    ServiceContact,
    ServiceCost,
    ServiceLink,
    ServicePage,
    ServicePlace,
    ServiceSchedule,
)
from localoffer.events.models import ClosedDates, Schedule
from localoffer.people.roles import DIRECTORY_EDITOR
from tests.factories import AccessFeatureFactory, OrganisationFactory, TopicFactory

pytestmark = pytest.mark.django_db
ROWS = (
    *("pictures", "answers", "costs", "links", "contacts", "places", "schedules", "closed_dates", "access"),
    *("registrations", "comments"),
)
CHOICES = {
    "level": "unknown",
    "referral_needed": "unknown",
    "diagnosis_needed": "unknown",
    "plan_needed": "unknown",
    "free": "unknown",
    "direct_payments": "unknown",
    "wait": "unknown",
    "spaces": "unknown",
    "serves": "unknown",
    "out_of_county": "unknown",
    "carer": "unknown",
    "siblings_welcome": "unknown",
    "personal_care": "unknown",
    "medicines": "unknown",
    "interpreter": "unknown",
    "status": "open",
}


@pytest.fixture
def admin(site_tree: Any, person: Any, client: Client) -> Client:
    client.force_login(person(DIRECTORY_EDITOR))
    return client


def typed(title: str = "Kick On", rows: dict[str, list[dict[str, Any]]] | None = None, **fields: Any) -> dict[str, Any]:
    """What the form sends for a listing with these fields and rows."""
    data = {
        "title": title,
        "slug": title.lower().replace(" ", "-"),
        "summary": "A club.",
        "organisation": str(fields.pop("organisation", None) or OrganisationFactory().pk),
        "description": rich_text("<p>Come in.</p>"),
        "how_to_get_it": rich_text("<p>Ring.</p>"),
        **CHOICES,
        **{name: inline_formset((rows or {}).get(name, [])) for name in ROWS},
        **fields,
    }
    return nested_form_data(data)


def create(admin: Client, directory: Any, data: dict[str, Any], publish: bool = True) -> Any:
    address = reverse("wagtailadmin_pages:add", args=["directory", "servicepage", directory.pk])
    return admin.post(address, data | ({"action-publish": "1"} if publish else {}))


def edit(admin: Client, page: Any, data: dict[str, Any], publish: bool = True) -> Any:
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return admin.post(address, data | ({"action-publish": "1"} if publish else {}))


def words(answer: Any) -> str:
    return answer.content.decode()


# --- How complete ------------------------------------------------------------------------------


def test_the_form_says_how_complete_the_draft_is_and_what_is_missing(admin: Client, listing: Any) -> None:
    page = listing()
    html = words(admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
    assert f"<strong>{page.completeness} of 100</strong>" in html
    assert "Say what it costs, or that it is free." in html
    assert '<a href="#tab-how_to_start">How to start</a>' in html
    page.free = "no"
    page.save_revision()
    html = words(admin.get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
    assert f"<strong>{page.completeness + 7} of 100</strong>" in html
    assert "Say what it costs" not in html


def test_every_link_of_the_missing_leads_to_a_tab_that_is_there(admin: Client, listing: Any) -> None:
    html = words(admin.get(reverse("wagtailadmin_pages:edit", args=[listing().pk])))
    tabs = {part.split('"')[0] for part in html.split('<a href="#tab-')[1:]}
    assert len(tabs) > 3
    assert [tab for tab in tabs if f'id="tab-{tab}"' not in html] == []


# --- Is it there already? ----------------------------------------------------------------------


def test_a_new_listing_with_the_name_of_another_is_asked_about_and_published_when_it_is_another(
    admin: Client, listing: Any, directory: Any
) -> None:
    there = listing("Kick On")
    answer = create(admin, directory, typed("Kick On", slug="kick-on-2"))
    assert answer.status_code == 200
    assert "This may be there already." in words(answer)
    assert "has the same name" in words(answer)
    assert reverse("wagtailadmin_pages:edit", args=[there.pk]) in words(answer)
    assert ServicePage.objects.count() == 1
    create(admin, directory, typed("Kick On", slug="kick-on-2", another_service="on"))
    assert ServicePage.objects.live().filter(title="Kick On").count() == 2


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ({"contacts": [{"phone": "+44 1632 960123"}]}, "has the same telephone number"),
        ({"places": [{"town": "Abingdon", "postcode": "ox14 3ex"}]}, "is at the same postcode, with a similar name"),
    ],
)
def test_the_rows_typed_in_the_form_are_compared_too(
    admin: Client, listing: Any, directory: Any, rows: dict[str, Any], why: str
) -> None:
    page = listing("Abbey Saturday Club", places=[ServicePlace(town="Abingdon", postcode="OX14 3EX")])
    page.contacts = [ServiceContact(phone="01632 960123")]
    page.save_revision().publish()
    assert why in words(create(admin, directory, typed("Saturday Club", rows)))
    assert create(admin, directory, typed("Saturday Club")).status_code == 302


def test_a_draft_is_saved_without_asking_and_shows_the_warning(admin: Client, listing: Any, directory: Any) -> None:
    listing("Kick On")
    assert create(admin, directory, typed("Kick On", slug="kick-on-2"), publish=False).status_code == 302
    draft = ServicePage.objects.get(slug="kick-on-2")
    assert "has the same name" in words(admin.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])))


def test_a_public_listing_is_asked_about_only_when_what_is_compared_changes(admin: Client, listing: Any) -> None:
    listing("Kick On")
    page = listing("Kick Off")
    page.title = "Kick On"
    page.save_revision().publish()
    organisation = page.organisation_id
    assert edit(admin, page, typed("Kick On", slug=page.slug, organisation=organisation, who_for="All")).status_code == 302
    assert ServicePage.objects.get(pk=page.pk).who_for == "All"
    again = typed("Kick On!", slug=page.slug, organisation=organisation)
    assert edit(admin, page, again).status_code == 302  # the same but for a mark
    listing("Swing Wide")
    renamed = edit(admin, page, typed("Swing Wide", slug=page.slug, organisation=organisation))
    assert "This may be there already." in words(renamed)


def test_looking_for_doubles_takes_the_same_queries_for_one_and_for_many(
    admin: Client, listing: Any, django_assert_max_num_queries: Any
) -> None:
    def asked() -> int:
        with django_assert_max_num_queries(60) as queries:
            assert "has the same name" in words(admin.get("/admin/services/like-this/?title=Kick+On&phone=01632960123"))
        return len(queries)

    listing("Kick On")
    few = asked()
    for number in range(6):
        listing(f"Club {number}", places=[ServicePlace(town="Abingdon", postcode="OX14 3EX")])
    assert asked() == few


@pytest.mark.parametrize(
    "query",
    ["", "title=", "title=%00", "title=%3Cb%3E&phone=%F0%9F%8E%88&postcode=%00", f"title={'x' * 2000}", "title=a&but=-1", "but=٣",
     "title=a&but=99999999999999999999", "&".join(["phone=01632960123"] * 500)],
)  # fmt: skip
def test_looking_for_doubles_stands_whatever_is_asked(admin: Client, listing: Any, query: str) -> None:
    listing()
    answer = admin.get(f"/admin/services/like-this/?{query}")
    assert answer.status_code == 200
    assert "<li>" not in words(answer)


def test_a_listing_is_no_double_of_itself(admin: Client, listing: Any) -> None:
    page = listing("Kick On")
    assert "<li>" not in words(admin.get(f"/admin/services/like-this/?title=Kick+On&but={page.pk}"))


# --- The gate reads what stands in the form ------------------------------------------------------

PLACE = {"town": "Abingdon", "name": "Abbey Hall"}
TIME = {
    "freq": "weekly", "interval": "1", "weekdays": "SA", "opens_at": "10:00", "closes_at": "12:00", "during": "all_year",
    "at_place": "Abbey Hall",
}  # fmt: skip


def test_a_time_at_a_place_that_is_not_in_the_form_is_refused_with_a_sentence(admin: Client, directory: Any) -> None:
    answer = create(admin, directory, typed("Club", {"schedules": [TIME], "places": [{**PLACE, "name": "Other Hall"}]}))
    assert answer.status_code == 200
    assert "which is none of the places" in words(answer)


def test_a_place_and_its_time_are_published_together(admin: Client, directory: Any) -> None:
    answer = create(admin, directory, typed("Club", {"schedules": [TIME], "places": [PLACE]}))
    assert answer.status_code == 302, {name: rows.errors for name, rows in answer.context["form"].formsets.items()}
    page = ServicePage.objects.get(title="Club")
    assert page.live
    assert [row.at_place for row in page.schedules.all()] == ["Abbey Hall"]
    assert [row.name for row in page.places.all()] == ["Abbey Hall"]


def test_a_summary_is_asked_for_when_publishing_and_not_for_a_draft(admin: Client, directory: Any) -> None:
    assert create(admin, directory, typed("Club", summary="")).status_code == 200
    assert create(admin, directory, typed("Club", summary=""), publish=False).status_code == 302


# --- Comparing versions ------------------------------------------------------------------------


def test_each_changed_fact_and_row_shows_in_the_comparison_in_words(admin: Client, listing: Any) -> None:
    clubs, sport = TopicFactory(name="Clubs"), TopicFactory(name="Sport")
    feature = AccessFeatureFactory(name="Hoist")
    page = listing(topics=[clubs], places=[ServicePlace(town="Abingdon")])
    page.contacts = [ServiceContact(phone="01632 960123")]
    page.access = [ServiceAccess(feature=feature, answer="yes")]
    page.save_revision().publish()
    page = ServicePage.objects.get(pk=page.pk)
    page.topics = [sport]
    page.organisation = OrganisationFactory(name="Lantern")
    page.wait, page.free, page.status = "months-3", "yes", "temporarily_closed"
    page.alert, page.online = "Flood", True
    page.for_young_people = "Come in."
    place, contact, access = page.places.get(), page.contacts.get(), page.access.get()
    place.town, contact.phone, access.answer = "Wantage", "01632 960456", "partly"
    page.places, page.contacts, page.access = [place], [contact], [access]
    page.costs = [ServiceCost(option="One session", amount=4)]
    page.links = [ServiceLink(kind="booking", words="Book a place", address="https://book.example.org/")]
    page.schedules = [ServiceSchedule(weekdays="SA,MO", opens_at=time(10), closes_at=time(12))]
    page.closed_from = date(2026, 8, 1)
    revision = page.save_revision()
    address = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", revision.pk])
    html = words(admin.get(address))
    for old, new in (
        ("Clubs", "Sport"),
        ("Not known: ask them", "1 to 3 months"),
        ("Not known: ask them", "Free"),
        ("Open", "Closed for now"),
        ("Abingdon", "Wantage"),
        ("Yes", "Partly"),
        ("No", "Yes"),
    ):
        assert f'<span class="deletion">{old}</span>' in html, old
        assert f'<span class="addition">{new}</span>' in html, new
    for added in (
        "Lantern",
        "Flood",
        "Come in.",
        "One session",
        "Book a place",
        "Hoist",
        "960456",
        "1 August 2026",
        "Monday, Saturday",
        "10:00",
    ):
        assert added in html, added
    for code in ("another_service", "MO,SA", ">True<"):
        assert code not in html, code


def test_comparing_shows_nothing_where_nothing_changed(admin: Client, listing: Any) -> None:
    page = listing(topics=[TopicFactory()])
    revision = ServicePage.objects.get(pk=page.pk).save_revision()
    address = reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "live", revision.pk])
    html = words(admin.get(address))
    assert 'class="addition"' not in html
    assert 'class="deletion"' not in html


def test_a_revision_goes_back_to_how_it_was(admin: Client, listing: Any) -> None:
    page = listing(summary="First.")
    first = Page.objects.get(pk=page.pk).latest_revision
    page.summary = "Second."
    page.save_revision().publish()
    assert "First." in words(admin.get(reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk])))


# --- Help --------------------------------------------------------------------------------------


def panels_below(panel: Any) -> Any:
    yield panel
    for child in getattr(panel, "children", ()):
        yield from panels_below(child)


def test_each_field_of_a_listing_has_help_with_an_example() -> None:
    handler = ServicePage.get_edit_handler()
    own = [relation.related_model for relation in ServicePage._meta.related_objects if relation.name in ROWS[:-1]]
    names = {panel.field_name for panel in panels_below(handler) if isinstance(panel, FieldPanel)}
    fields = [field for field in ServicePage._meta.local_fields + ServicePage._meta.local_many_to_many if field.name in names]
    fields += [
        field
        for model in own
        for panel in panels_below(ObjectList(model.panels).bind_to_model(model))
        if isinstance(panel, FieldPanel) and (field := model._meta.get_field(panel.field_name))
    ]
    assert len(fields) > 80
    inherited = {"summary", "content_owner", "review_date", *(field.name for field in Schedule._meta.fields)}
    inherited |= {field.name for field in ClosedDates._meta.fields}
    assert [str(field) for field in fields if not field.help_text and field.name not in inherited] == []


# --- What readers have -------------------------------------------------------------------------


def test_a_draft_saved_in_the_form_leaves_what_is_kept_for_readers_and_publishing_ends_it(
    admin: Client, listing: Any, django_capture_on_commit_callbacks: Any
) -> None:
    def generations(publish: bool) -> int:
        with django_capture_on_commit_callbacks() as told:
            assert edit(admin, page, data, publish=publish).status_code == 302
        return sum(callback.__name__ in ("new_generation", "forget") for callback in told)

    page, data = listing(title="Kick On", slug="kick-on"), typed("Kick On", summary="Another club.")
    assert generations(publish=False) == 0
    assert generations(publish=True) > 0
