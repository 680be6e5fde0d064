"""Names that the directory knows, for whoever looks in a text for what could tell who a young person is."""

from .choices import OrganisationKind
from .models import Organisation, ServicePage


def schools() -> list[str]:
    """Schools and colleges, and the services that they provide."""
    return _names(True)


def no_persons() -> list[str]:
    """The other organisations and services."""
    return _names(False)


def _names(of_schools: bool) -> list[str]:
    organisations = Organisation.objects.values_list("name", "kind")
    services = ServicePage.objects.live().values_list("title", "organisation__kind")
    # Without the mark of the demonstration's examples.
    return [
        name.removesuffix(" (example)")
        for name, kind in [*organisations, *services]
        if (kind == OrganisationKind.SCHOOL) is of_schools
    ]
