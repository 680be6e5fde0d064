"""One factory for each kind of thing, named after it. Each makes the smallest thing that may be published."""

from datetime import UTC, date, datetime
from typing import Any

import factory
import wagtail_factories
from django.core.files.base import ContentFile
from django.utils.text import slugify
from wagtail.models import Locale

from blog.models import (
    AuthorProfile,
    BoardBlogPage,
    BoardMeetingPage,
    BoardMeetingsPage,
    BoardMembersPage,
    BoardPostPage,
    BoardTheme,
    BoardThemePage,
    Measure,
    MeasurePoint,
    MeasuresPage,
    NewsAuthor,
    NewsCategory,
    NewsIndexPage,
    NewsPage,
    Promise,
    PromisesPage,
)
from home.models import HomePage, InformationPage, SectionPage
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
from localoffer.easyread.models import EasyReadPage
from localoffer.events.models import Meeting
from localoffer.media.models import Consent, CustomImage, CustomMedia
from localoffer.people.models import User
from localoffer.plainlanguage.models import GlossaryTerm
from localoffer.seal.models import Award, Criteria, Criterion, Visit, VisitRequest
from localoffer.whatson.models import EventPage, EventsPage, EventTime
from youth.models import (
    ApprovedPlacesPage,
    Asked,
    ByYouGuidePage,
    ForumMeetingsPage,
    ForumPostPage,
    ForumPostsPage,
    TellUsPage,
    WorkItem,
    YouAskedPage,
    YoungMessage,
    YouthHomePage,
    YouthPage,
)

SUMMARY = "A page with all that it must have."
PASSWORD = "a long enough password"


class UserFactory(factory.django.DjangoModelFactory):
    email = factory.Sequence(lambda number: f"person{number}@example.org")
    display_name = "Sam"

    class Meta:
        model = User

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> User:
        return model_class.objects.create_user(kwargs.pop("email"), kwargs.pop("password", PASSWORD), **kwargs)


class ConsentFactory(factory.django.DjangoModelFactory):
    display_name = "Ari"
    agrees_to_picture = True
    under_16 = False
    given_by_person = True
    how_given = "signed form"
    given_on = date(2026, 1, 1)
    ends_on = date(2027, 12, 31)

    class Meta:
        model = Consent


class CustomImageFactory(wagtail_factories.ImageFactory):
    title = factory.Sequence(lambda number: f"Picture {number}")
    description = "A drawing of a sun."
    shows_people = False

    class Meta:
        model = CustomImage


class CustomMediaFactory(factory.django.DjangoModelFactory):
    title = factory.Sequence(lambda number: f"Film {number}")
    type = "video"
    duration = 35
    transcript = "A sun rises. It says: hello."
    shows_people = False

    class Meta:
        model = CustomMedia

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> CustomMedia:
        film = model_class(**kwargs)
        film.file.save("film.mp4", ContentFile(b"0123456789" * 100), save=False)
        film.captions.save("film.vtt", ContentFile(b"WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n"), save=False)
        film.save()
        return film


class TermFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Term {number}")
    slug = factory.Sequence(lambda number: f"term-{number}")


class GlossaryTermFactory(factory.django.DjangoModelFactory):
    term = factory.Sequence(lambda number: f"hard word {number}")
    meaning = "A plain meaning."
    locale = factory.LazyFunction(Locale.get_default)

    class Meta:
        model = GlossaryTerm


class TopicFactory(TermFactory):
    class Meta:
        model = Topic


class NeedFactory(TermFactory):
    class Meta:
        model = Need


class AgeStageFactory(TermFactory):
    minimum_age = 5
    maximum_age = 11

    class Meta:
        model = AgeStage


class AccessFeatureFactory(TermFactory):
    class Meta:
        model = AccessFeature


class AreaFactory(TermFactory):
    class Meta:
        model = Area


class LanguageFactory(TermFactory):
    class Meta:
        model = Language


class OrganisationFactory(factory.django.DjangoModelFactory):
    name = factory.Sequence(lambda number: f"Organisation {number} (example)")
    slug = factory.Sequence(lambda number: f"organisation-{number}")
    kind = "charity"

    class Meta:
        model = Organisation


class BasePageFactory(wagtail_factories.PageFactory):
    """Saved below ``parent``, live unless told otherwise."""

    title = factory.Sequence(lambda number: f"Page {number}")
    summary = SUMMARY

    class Meta:
        abstract = True


class HomePageFactory(BasePageFactory):
    title = "Help for children"
    slug = "front"

    class Meta:
        model = HomePage


class SectionPageFactory(BasePageFactory):
    class Meta:
        model = SectionPage


class InformationPageFactory(BasePageFactory):
    class Meta:
        model = InformationPage


class DirectoryPageFactory(BasePageFactory):
    title = "Find a service"
    slug = "find-a-service"

    class Meta:
        model = DirectoryPage


class ServicePageFactory(BasePageFactory):
    title = factory.Sequence(lambda number: f"Service {number}")
    organisation = factory.SubFactory(OrganisationFactory)

    class Meta:
        model = ServicePage


class AuthorProfileFactory(factory.django.DjangoModelFactory):
    name = "Alex Morgan (example)"
    slug = factory.Sequence(lambda number: f"author-{number}")
    role = "Independent chair (example)"

    class Meta:
        model = AuthorProfile


class BoardBlogPageFactory(BasePageFactory):
    title = "Board and news"
    slug = "board"

    class Meta:
        model = BoardBlogPage


class BoardPostPageFactory(BasePageFactory):
    author = factory.SubFactory(AuthorProfileFactory)
    date = date(2026, 10, 21)
    in_short = "The board met. It made a plan."

    class Meta:
        model = BoardPostPage


class BoardThemeFactory(TermFactory):
    class Meta:
        model = BoardTheme


class PromiseFactory(factory.django.DjangoModelFactory):
    """A public promise on its way; what happened to it is written with blog.services.add_step."""

    words = factory.Sequence(lambda number: f"We will do thing {number}.")
    made_at = "SEND improvement board"
    made_on = date(2026, 7, 15)
    owner = "The SEND team"
    due_on = date(2026, 12, 1)
    is_public = True

    class Meta:
        model = Promise


class PromisesPageFactory(BasePageFactory):
    title = "What the board promised"
    slug = "promises"

    class Meta:
        model = PromisesPage


class BoardThemePageFactory(BasePageFactory):
    title = factory.LazyAttribute(lambda page: page.theme.name)
    theme = factory.SubFactory(BoardThemeFactory)

    class Meta:
        model = BoardThemePage


class MeasureFactory(factory.django.DjangoModelFactory):
    """A public measure in percent; its figures are written with ``points`` ({day: value})."""

    name = factory.Sequence(lambda number: f"Plans on time {number}")
    slug = factory.Sequence(lambda number: f"measure-{number}")
    meaning = "How many plans are ready in 20 weeks."
    unit = "%"
    source = "Report to councillors"
    direction = "higher"
    is_public = True

    class Meta:
        model = Measure
        skip_postgeneration_save = True

    @factory.post_generation
    def points(self, create: bool, extracted: dict[date, Any] | None, **kwargs: Any) -> None:
        MeasurePoint.objects.bulk_create(
            MeasurePoint(measure=self, day=day, value=value) for day, value in (extracted or {}).items()
        )


class MeasuresPageFactory(BasePageFactory):
    title = "What the board measures"
    slug = "measures"

    class Meta:
        model = MeasuresPage


class BoardMembersPageFactory(BasePageFactory):
    title = "Who sits on the board"
    slug = "members"

    class Meta:
        model = BoardMembersPage


class BoardMeetingsPageFactory(BasePageFactory):
    title = "When the board meets"
    slug = "meetings"

    class Meta:
        model = BoardMeetingsPage


class BoardMeetingPageFactory(BasePageFactory):
    title = factory.Sequence(lambda number: f"Meeting {number} of the board")
    day = date(2026, 10, 21)

    class Meta:
        model = BoardMeetingPage


class EventsPageFactory(BasePageFactory):
    title = "What is on"
    slug = "whats-on"

    class Meta:
        model = EventsPage


class EventPageFactory(BasePageFactory):
    """``times``: a dictionary, or a list of them, for each row of its times; one date unless told."""

    title = factory.Sequence(lambda number: f"Event {number}")
    town = "Abingdon"
    phone = "01632 960123"

    class Meta:
        model = EventPage

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> EventPage:
        parent, rows = kwargs.pop("parent"), kwargs.pop("times", {"freq": "once", "starts_on": date(2026, 12, 1)})
        kwargs.setdefault("slug", slugify(kwargs["title"]))
        page = model_class(**kwargs)
        page.times.set([EventTime(**row) for row in ([rows] if isinstance(rows, dict) else rows)])
        return parent.add_child(instance=page)


class NewsCategoryFactory(TermFactory):
    class Meta:
        model = NewsCategory


class NewsIndexPageFactory(BasePageFactory):
    title = "News"
    slug = "news"

    class Meta:
        model = NewsIndexPage


class NewsPageFactory(BasePageFactory):
    """An item with one author, or with ``authors``; ``categories`` are those that it is about."""

    date = date(2026, 10, 21)

    class Meta:
        model = NewsPage

    @classmethod
    def _create_instance(cls, model_class: Any, parent: Any, kwargs: Any) -> Any:
        authors, categories = kwargs.pop("authors", None), kwargs.pop("categories", ())
        page = model_class(**kwargs)
        page.bylines.set([NewsAuthor(author=author) for author in authors or [AuthorProfileFactory()]])
        page.categories.set(categories)
        return parent.add_child(instance=page)


class YouthHomePageFactory(BasePageFactory):
    title = "This part is for you"
    slug = "young-people"

    class Meta:
        model = YouthHomePage


class YouthPageFactory(BasePageFactory):
    class Meta:
        model = YouthPage


class ApprovedPlacesPageFactory(BasePageFactory):
    title = "Places we like"

    class Meta:
        model = ApprovedPlacesPage


class ByYouGuidePageFactory(BasePageFactory):
    title = "By you: places we like"
    slug = "by-you"

    class Meta:
        model = ByYouGuidePage


class EasyReadPageFactory(BasePageFactory):
    """The Easy Read edition of ``parent``; give it the ``body``."""

    title = "In Easy Read"
    slug = "easy-read"

    class Meta:
        model = EasyReadPage


class ForumPostsPageFactory(BasePageFactory):
    title = "Our posts"
    slug = "our-posts"

    class Meta:
        model = ForumPostsPage


class ForumPostPageFactory(BasePageFactory):
    title = factory.Sequence(lambda number: f"Post {number}")
    words = "I like the river. It is quiet there."
    chosen_name = "Kai"
    words_consent = factory.SubFactory(ConsentFactory, agrees_to_words=True, agrees_to_name=True)

    class Meta:
        model = ForumPostPage


class AwardFactory(factory.django.DjangoModelFactory):
    """An award of ``listing``, given straight into the table; the rules for giving are in seal.services."""

    decided_on = date(2026, 3, 1)
    given_on = date(2026, 3, 2)
    ends_on = date(2028, 3, 1)
    words = "Nobody rushed me."
    visited_by = "Three of us, aged 13 to 17"
    recorded_at = datetime(2026, 3, 2, 12, tzinfo=UTC)

    class Meta:
        model = Award

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Award:
        return super()._create(model_class, *args, **of_listing(kwargs))


def of_listing(fields: dict[str, Any]) -> dict[str, Any]:
    """``listing`` by its key and its name."""
    listing = fields.pop("listing", None)
    return fields | ({"listing_key": listing.translation_key, "listing_title": listing.title} if listing is not None else {})


class CriteriaFactory(factory.django.DjangoModelFactory):
    """A version of the criteria, in force, with two of them."""

    introduction = "Places where we had a very good time."
    are_examples = True
    published_at = datetime(2026, 1, 10, 12, tzinfo=UTC)

    class Meta:
        model = Criteria

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Criteria:
        lines = kwargs.pop("lines", ["Staff talk to us.", "There is a quiet place."])
        version = model_class(**kwargs)
        version.criteria = [Criterion(words=words, sort_order=order) for order, words in enumerate(lines)]
        version.save()
        return version


class VisitRequestFactory(factory.django.DjangoModelFactory):
    asked_by = "service"
    place_name = factory.Sequence(lambda number: f"Place {number}")
    words = "Please come and see us."
    email = "club@example.org"
    received_at = datetime(2026, 11, 1, 12, tzinfo=UTC)

    class Meta:
        model = VisitRequest


class VisitFactory(factory.django.DjangoModelFactory):
    """A visit to ``listing``: made, its words approved, not decided."""

    visited_on = date(2026, 2, 20)
    visited_by = "Three of us, aged 13 to 17"
    words = "Nobody rushed me."
    words_approved_at = datetime(2026, 2, 21, 12, tzinfo=UTC)

    class Meta:
        model = Visit

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Visit:
        return super()._create(model_class, *args, **of_listing(kwargs))


class TellUsPageFactory(BasePageFactory):
    title = "Tell us"
    slug = "tell-us"

    class Meta:
        model = TellUsPage


class YouAskedPageFactory(BasePageFactory):
    title = "You asked, this happened"

    class Meta:
        model = YouAskedPage


class ForumMeetingsPageFactory(BasePageFactory):
    title = "Our meetings"

    class Meta:
        model = ForumMeetingsPage


class YoungMessageFactory(factory.django.DjangoModelFactory):
    """A message as it is stored; the rules for sending are in youth.listening."""

    kind = "idea"
    words = "Put a quiet hour in the library."
    sent_once = factory.Sequence(lambda number: f"{number:064}")
    received_at = datetime(2026, 11, 1, 12, tzinfo=UTC)

    class Meta:
        model = YoungMessage


class WorkItemFactory(factory.django.DjangoModelFactory):
    title = factory.Sequence(lambda number: f"Work {number}")
    summary = "We want this."

    class Meta:
        model = WorkItem


class AskedFactory(factory.django.DjangoModelFactory):
    words = "Tell us when the bus is late."
    asked_of = "The bus team"
    asked_on = date(2026, 9, 1)

    class Meta:
        model = Asked


class MeetingFactory(factory.django.DjangoModelFactory):
    body = "forum"
    title = "Autumn meeting"
    day = date(2026, 12, 1)

    class Meta:
        model = Meeting
