"""Reads that the checks of young people's pages need. As many queries for a long text as for a short one."""

from django.db.models.functions import Length

from localoffer.directory.choices import OrganisationKind
from localoffer.directory.models import Organisation, ServicePage
from localoffer.places.models import Place

SHORTEST_NAME = 4


def names_in(text: str) -> tuple[list[str], list[str]]:
    """The names that the site knows and that stand in ``text``: (schools, others such as services and towns).

    What has the name of a school is a school also where it is a service or a place as well.
    """
    whole = " ".join(text.split()).casefold()

    def standing(names: list[str]) -> list[str]:
        return [name for name in names if len(name) >= SHORTEST_NAME and name.casefold() in whole]

    organisations = list(Organisation.objects.values_list("name", "kind"))
    schools = standing([name for name, kind in organisations if kind == OrganisationKind.SCHOOL])
    others = standing([name for name, kind in organisations if kind != OrganisationKind.SCHOOL])
    of_schools = ServicePage.objects.filter(organisation__kind=OrganisationKind.SCHOOL).values_list("pk", flat=True)
    schools_of_pages = set(of_schools)
    for pk, title in ServicePage.objects.live().values_list("pk", "title"):
        (schools if pk in schools_of_pages else others).extend(standing([title]))
    places = Place.objects.named().annotate(letters=Length("name")).filter(letters__gte=SHORTEST_NAME)
    others += standing(list(places.values_list("name", flat=True)))
    taken = set(schools)
    return sorted(taken), sorted(set(others) - taken)
