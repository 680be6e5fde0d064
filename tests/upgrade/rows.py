"""A small site with a row in each table that would be missed: what a council would have had on the day of a release."""

from datetime import date, datetime, timezone
from typing import Any

from django.core.management import call_command
from wagtail.models import Page, Site

from localoffer.alerts.models import Subscription
from localoffer.contact.models import Message
from localoffer.navigation.models import SiteDetails
from localoffer.people.services import set_up_roles
from tests import factories

MOMENT = datetime(2026, 11, 1, 12, tzinfo=timezone.utc)  # noqa: UP017  this must run on the code of old versions too
PASSWORD = "heron pebble lantern oboe"


def plant() -> None:
    """Writes the rows into an empty database that has its tables. Uses what the first release had, and nothing newer."""
    root = Page.get_first_root_node()
    Site.objects.all().delete()
    for page in Page.objects.filter(depth=2):
        page.delete()
    root = Page.objects.get(pk=root.pk)
    home = factories.HomePageFactory(parent=root)
    Site.objects.create(is_default_site=True, root_page=home, hostname="localhost", port=8000, site_name="Local Offer")
    plant_pages(home)
    plant_youth(home)
    set_up_roles()
    call_command("rebuild_search", verbosity=0)


def plant_pages(home: Any) -> None:
    details = SiteDetails.for_site(Site.objects.get())
    details.contact_name, details.contact_phone = "The heron desk", "01632 960111"
    details.save()
    sam = factories.UserFactory(email="sam@example.org", display_name="Sam Heron", password=PASSWORD)
    section = factories.SectionPageFactory(parent=home, title="Help by heron", slug="help")
    information = factories.InformationPageFactory(
        parent=section,
        title="How herons help",
        slug="herons",
        content_owner=sam,
        body=[{"type": "text", "value": "<p>A heron waits for a long time.</p>"}],
    )
    information.save_revision(user=sam).publish()
    information.title = "A draft about herons"
    information.save_revision(user=sam)
    directory = factories.DirectoryPageFactory(parent=home)
    organisation = factories.OrganisationFactory(name="Heron Trust (example)", slug="heron-trust")
    listing = factories.ServicePageFactory(parent=directory, title="Heron club", slug="heron-club", organisation=organisation)
    listing.topics.add(factories.TopicFactory(name="Wading birds", slug="wading"))
    listing.save()
    factories.AwardFactory(listing=listing, words="The herons did not rush us.")
    blog = factories.BoardBlogPageFactory(parent=home)
    factories.BoardPostPageFactory(
        parent=blog,
        title="The board met the herons",
        slug="herons",
        body=[{"type": "text", "value": "<p>We heard of herons.</p>"}],
    )
    factories.PromiseFactory(words="We will count the herons.")
    factories.GlossaryTermFactory(term="heronry", meaning="A place where herons nest.")
    factories.CustomImageFactory(title="A heron", description="A heron on one leg.")
    Message.objects.create(kind="message", words="Where are the herons?", reference="HERON12", received_at=MOMENT)
    Subscription.objects.create(address="wader@example.org", how_often="weekly", language="en-gb", asked_at=MOMENT)


def plant_youth(home: Any) -> None:
    youth = factories.YouthHomePageFactory(parent=home)
    posts = factories.ForumPostsPageFactory(parent=youth)
    consent = factories.ConsentFactory(display_name="Wren", agrees_to_words=True, agrees_to_name=True)
    factories.ForumPostPageFactory(parent=posts, title="Herons", slug="herons", words="I like herons.", words_consent=consent)
    factories.YoungMessageFactory(words="Put a heron in the library.")
    factories.AskedFactory(words="Tell us when the heron is late.")
    factories.MeetingFactory(title="The heron meeting", day=date(2026, 12, 1))
