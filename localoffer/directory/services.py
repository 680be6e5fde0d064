"""Changes of many listings at once, and of the words that describe them. What was done and what was left is reported."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.log_actions import log
from wagtail.models import Page

from .choices import Status
from .completeness import completeness_of
from .models import ServicePage, Topic

AS_DRAFT = "Its draft was changed and must be published: it has changes that are not public yet."
NOT_PUBLIC = "It is not public; its draft was changed."
CHUNK = 500


class ChangeRefused(Exception):
    """Nothing was changed. Its words are for the person."""


@dataclass
class Report:
    """The names of the listings that were changed, and of those that were changed otherwise or left, each with the reason."""

    published: list[str] = field(default_factory=list)
    drafted: list[tuple[str, str]] = field(default_factory=list)
    left: list[tuple[str, str]] = field(default_factory=list)


def change_topics(*, services: Iterable[Any], add: Iterable[Topic], remove: Iterable[Topic], user: Any) -> Report:
    """Adds and removes topics, listing by listing. Raises ChangeRefused when nothing was asked, or one topic both ways."""
    add, remove = list(add), list(remove)
    if not (add or remove):
        raise ChangeRefused("Choose at least one topic to add or to take away.")
    if both := [topic.name for topic in add if topic in remove]:
        raise ChangeRefused(f"You chose to add and to take away the same topic: {', '.join(both)}.")

    def apply(page: ServicePage) -> bool:
        before = list(page.topics.all())
        after = [topic for topic in before if topic not in remove] + [topic for topic in add if topic not in before]
        page.topics = after
        return before != after

    data = {"added": [topic.name for topic in add], "removed": [topic.name for topic in remove]}
    return change_each(services, apply, "directory.topics", data, user)


def set_status(*, services: Iterable[Any], status: str, alert: str, user: Any) -> Report:
    """Opens or closes services. Raises ChangeRefused when they are closed for now and nothing says why."""
    alert = alert.strip()
    if status == Status.TEMPORARILY_CLOSED and not alert:
        raise ChangeRefused("Say why they are closed for now, and until when if you know. Families read this.")

    def apply(page: ServicePage) -> bool:
        before = (page.status, page.alert)
        page.status = status
        page.alert = alert if alert or status == Status.OPEN else page.alert
        if status == Status.OPEN:
            page.closed_from = page.closed_until = None
        return before != (page.status, page.alert)

    return change_each(services, apply, "directory.status", {"status": str(Status(status).label), "alert": alert}, user)


def change_each(
    services: Iterable[Any], apply: Callable[[ServicePage], bool], action: str, data: dict[str, Any], user: Any
) -> Report:
    """Changes each listing's newest version in a transaction of its own; publishes it if all of the old one was public.

    ``apply`` changes a listing in hand and says whether that made a difference.
    """
    report = Report()
    for service in services:
        title = service.get_admin_display_title()
        try:
            with transaction.atomic():
                how = change_one(service.pk, apply, action, data, user)
        except ChangeRefused as refusal:
            report.left.append((title, str(refusal)))
        except ValidationError as error:
            report.left.append((title, " ".join(error.messages)))
        else:
            if how:
                report.drafted.append((title, how))
            else:
                report.published.append(title)
    return report


def change_one(pk: int, apply: Callable[[ServicePage], bool], action: str, data: dict[str, Any], user: Any) -> str:
    """ "" when it was published; else what was done. Raises ChangeRefused or ValidationError, and then nothing is changed."""
    public = ServicePage.objects.select_for_update().get(pk=pk)
    page = public.get_latest_revision_as_object()
    may = public.permissions_for_user(user)
    if why := why_left_alone(public, page, may, user):
        raise ChangeRefused(why)
    whole = public.live and not public.has_unpublished_changes and may.can_publish()
    if not apply(page):
        raise ChangeRefused("It is so already.")
    if whole:
        page.full_clean()
    elif not public.live:
        page.save()
    revision = page.save_revision(user=user, clean=False)
    log(instance=page, action=action, user=user, revision=revision, data=data, content_changed=True)
    if whole:
        revision.publish(user=user)
        return ""
    return AS_DRAFT if public.live else NOT_PUBLIC


def why_left_alone(public: ServicePage, page: ServicePage, may: Any, user: Any) -> str:
    if public.alias_of_id:
        return "It is a copy: change the listing itself."
    if not may.can_edit():
        return "You may not change it."
    lock = page.get_lock()
    if lock is not None and lock.for_user(user):
        return "Somebody has locked it."
    return "It waits for approval." if public.current_workflow_state else ""


# --- Merging words of a vocabulary -----------------------------------------------------------


def why_not_merge(term: Any, into: Any) -> str:
    """Why the one cannot be merged into the other; "" when it can."""
    if type(term) is not type(into) or term.locale_id != into.locale_id:
        return "Choose a term of the same list and language."
    if term.pk == into.pk:
        return "Choose another term: it cannot be merged into itself."
    if into.retired:
        return f"“{into}” is retired. Choose a term that is in use."
    if isinstance(term, Topic) and into.parent_id:
        if into.parent_id == term.pk:
            return f"“{into}” stands below “{term}”. Move it to the top first."
        if term.children.exists():
            return f"“{term}” has topics below it. Merge it into a topic at the top, or move those first."
    return ""


def merge_terms(*, term: Any, into: Any, user: Any) -> int:
    """Whatever has the first term has the other one from now on; the first stays, retired, and says where it went.

    Listings and pages are changed where they are stored; older versions and drafts follow when they are opened
    (models/drafts.py). Returns how many pages were changed. Raises ChangeRefused.
    """
    if why := why_not_merge(term, into):
        raise ChangeRefused(why)
    model = type(term)
    with transaction.atomic():
        changed: set[int] = set()
        for relation in uses(term):
            changed |= repoint(relation, term, into)
        if isinstance(term, Topic):
            term.children.update(parent=into)
        model.objects.filter(merged_into=term).update(merged_into=into)
        retire_into(term, into)
        data = {"term": str(term), "into": str(into)}
        for page in Page.objects.filter(pk__in=changed).specific(defer=True):
            log(instance=page, action="directory.merge", user=user, data=data, content_changed=True)
        for one in (term, into):
            log(instance=one, action="directory.merge", user=user, data=data)
    return len(changed)


def retire_into(term: Any, into: Any) -> None:
    """The term and its translations are no longer offered. Saved one by one, so that whoever listens hears of it."""
    twins = {twin.locale_id: twin for twin in type(term).objects.filter(translation_key=into.translation_key)}
    for one in type(term).objects.filter(translation_key=term.translation_key):
        one.retired, one.merged_into = True, twins.get(one.locale_id)
        one.save()
    term.retired, term.merged_into = True, into
    into.save()  # its pages are other ones now


def uses(term: Any) -> list[Any]:
    """The foreign keys by which listings, their rows and other pages point at terms of this vocabulary."""
    own = type(term)
    return [
        relation.field
        for relation in own._meta.get_fields(include_hidden=True)
        if relation.auto_created and relation.one_to_many and relation.related_model is not own
    ]


def owner_of(relation: Any) -> Any:
    """The field that says whose row it is: the other end of a many-to-many, or the page of a row. None for other models."""
    for other in relation.model._meta.local_fields:
        if other is not relation and (
            isinstance(other, ParentalKey) or (relation.model._meta.auto_created and other.is_relation)
        ):
            return other
    return None


def page_ids(relation: Any, rows: Any) -> set[int]:
    """The ids of the pages to which these rows belong, or which they are."""
    owner = owner_of(relation)
    if not issubclass(owner.related_model if owner else relation.model, Page):
        return set()
    return set(rows.order_by().values_list(owner.attname if owner else "pk", flat=True))


def repoint(relation: Any, term: Any, into: Any) -> set[int]:
    """Points the rows at the other term; where that is there already, the old row goes. Returns the ids of the pages."""
    every, owner = relation.model._base_manager, owner_of(relation)
    rows = every.filter(**{relation.name: term})
    ids = page_ids(relation, rows)
    if owner:
        there = set(every.filter(**{relation.name: into}).values_list(owner.attname, flat=True))
        rows.filter(**{f"{owner.name}__in": there}).delete()
    every.filter(**{relation.name: term}).update(**{relation.name: into})
    return ids


def where_used(word: Any) -> set[int]:
    """The ids of the pages that have this term or this organisation."""
    found = [page_ids(relation, relation.model._base_manager.filter(**{relation.name: word})) for relation in uses(word)]
    return set().union(*found)


# --- Completeness ----------------------------------------------------------------------------


def count_completeness(now: Any) -> int:
    """Renews the stored completeness of all listings: it wanes when a check grows old. Returns how many were changed."""
    today, changed = timezone.localtime(now).date(), 0
    ids = list(ServicePage.objects.each_once().order_by("pk").values_list("pk", flat=True))
    related = ("places", "contacts", "costs", "schedules", "topics", "access", "pictures", "needs")
    for start in range(0, len(ids), CHUNK):
        others = []
        for page in ServicePage.objects.filter(pk__in=ids[start : start + CHUNK]).prefetch_related(*related):
            percent = completeness_of(page, today).percent
            if percent != page.completeness:
                page.completeness = percent
                others.append(page)
        # Not save(): that would be a new state of the page, for the search and for whatever is kept.
        changed += ServicePage.objects.bulk_update(others, ["completeness"])
    return changed
