"""Names that the directory knows, for whoever looks in a text for what could tell who a young person is."""

from django.db.models import Q

from .choices import OrganisationKind
from .models import Organisation, ServicePage


def schools() -> list[str]:
    """Schools and colleges, and the services that they provide. One query."""
    return _names(Q(kind=OrganisationKind.SCHOOL), Q(organisation__kind=OrganisationKind.SCHOOL))


def no_persons() -> list[str]:
    """The other organisations and services. One query."""
    return _names(~Q(kind=OrganisationKind.SCHOOL), ~Q(organisation__kind=OrganisationKind.SCHOOL))


def _names(organisations: Q, services: Q) -> list[str]:
    """Without the mark of the demonstration's examples."""
    titles = ServicePage.objects.live().filter(services).order_by().values_list("title")
    names = Organisation.objects.filter(organisations).order_by().values_list("name").union(titles)
    return [name.removesuffix(" (example)") for (name,) in names]
