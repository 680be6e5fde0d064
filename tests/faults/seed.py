"""Makes the small site that the fault tests break: `python -m tests.faults.seed`, with the environment of that site."""

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402

from localoffer.navigation.models import SiteDetails  # noqa: E402
from localoffer.people.models import User  # noqa: E402
from tests import factories  # noqa: E402
from tests.faults.site import ADMIN, PASSWORD, PHONE  # noqa: E402


def main() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    Site.objects.all().delete()
    Page.objects.filter(depth=2).delete()
    home = factories.HomePageFactory(parent=Page.get_first_root_node())
    site = Site.objects.create(is_default_site=True, root_page=home, hostname="localhost", port=8000)
    SiteDetails.objects.create(site=site, contact_name="SENDIASS (example)", contact_phone=PHONE, contact_hours="9 to 5")
    section = factories.SectionPageFactory(parent=home, title="Money", slug="money")
    factories.InformationPageFactory(parent=section, title="Written last", slug="written-last", live=False).save_revision()
    User.objects.create_superuser(email=ADMIN, password=PASSWORD)


if __name__ == "__main__":
    main()
