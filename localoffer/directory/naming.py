"""Names that the directory knows, for whoever looks in a text for what could tell who a young person is."""

from .choices import OrganisationKind
from .models import Organisation, ServicePage


def schools() -> list[str]:
    return [_unmarked(name) for name in Organisation.objects.filter(kind=OrganisationKind.SCHOOL).values_list("name", flat=True)]


def no_persons() -> list[str]:
    """Services and organisations that are no schools."""
    organisations = Organisation.objects.exclude(kind=OrganisationKind.SCHOOL).values_list("name", flat=True)
    return [_unmarked(name) for name in [*organisations, *ServicePage.objects.listed().values_list("title", flat=True)]]


def _unmarked(name: str) -> str:
    """Without the mark of the demonstration's examples."""
    return name.removesuffix(" (example)")
