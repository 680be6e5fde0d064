"""The demonstration's page tree. Pages are made first, their bodies afterwards, so that all links have a page to lead to."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from wagtail.models import Locale, Page

from blog.models import (
    AuthorProfile,
    BoardBlogPage,
    BoardMeetingsPage,
    BoardMember,
    BoardMembersPage,
    BoardPostPage,
    BoardTheme,
    BoardThemePage,
    MeasuresPage,
    NewsAuthor,
    NewsCategory,
    NewsIndexPage,
    NewsPage,
    PostCorrection,
    PromisesPage,
)
from localoffer.directory.models import AgeStage, DirectoryPage, ServicePage, Topic
from localoffer.whatson.models import EventsPage
from youth.models import (
    ApprovedPlacesPage,
    ByYouGuidePage,
    ForumMeetingsPage,
    ForumPostsPage,
    TellUsPage,
    YouAskedPage,
    YouthHomePage,
    YouthPage,
)

from ..models import HomePage, InformationPage, SectionPage
from .reading import BodyWriter, DemoError, linked, read

TYPES: dict[str, type[Page]] = {
    model.__name__: model
    for model in (
        InformationPage,
        SectionPage,
        DirectoryPage,
        EventsPage,
        BoardBlogPage,
        BoardPostPage,
        PromisesPage,
        MeasuresPage,
        BoardMembersPage,
        BoardMeetingsPage,
        BoardThemePage,
        NewsIndexPage,
        NewsPage,
        YouthHomePage,
        YouthPage,
        ApprovedPlacesPage,
        ByYouGuidePage,
        ForumPostsPage,
        TellUsPage,
        YouAskedPage,
        ForumMeetingsPage,
    )
}
SHARED = ("title", "slug", "summary", "search_description")
POST = ("date", "meeting_name", "meeting_date", "in_short", "for_young_people", "next_meeting_date", "next_meeting_note")
AREAS = ("help-by-topic", "help-by-age", "whats-on", "youth", "board", "have-your-say", "about")


class Tree:
    """The pages as they are made, each found again by its path such as "/help-by-topic/health/"."""

    def __init__(self, home: HomePage, pictures: dict[str, int], videos: dict[str, int], today: date) -> None:
        self.home = home
        self.pictures = pictures
        self.videos = videos
        self.today = today
        self.ids: dict[str, int] = {"/": home.pk}
        self.planted: dict[str, Page] = {}
        self.authors: dict[str, AuthorProfile] = {}
        self.measures: dict[str, int] = {}
        self.unfinished: list[tuple[Page, dict[str, Any]]] = []

    def grow(self) -> DirectoryPage:
        """Makes all pages that are not there yet, without their bodies; the directory first, for the services."""
        directory = self._plant(self.home, "/", read("pages/home.json")["directory"])
        for area in AREAS:
            described = read(f"pages/{area}.json")
            for author in described.get("authors", []) if isinstance(described, dict) else []:
                self._author(author)
            for page in described if isinstance(described, list) else [described]:
                self._plant(self.home, "/", page)
        for page in (*read("pages/heard.json"), *read("news.json")["pages"]):
            self._plant(self.planted[page["below"]], page["below"], page)
        return directory

    def writer(self) -> BodyWriter:
        """What turns the blocks of the files into bodies, once pages and services are there."""
        services = dict(ServicePage.objects.filter(locale=Locale.get_default()).values_list("slug", "pk"))
        return BodyWriter(
            page_id=self.page_id,
            picture_id=self.pictures.__getitem__,
            video_id=self.videos.__getitem__,
            service_id=services.__getitem__,
            measure_id=self.measures.__getitem__,
        )

    def fill(self) -> None:
        """Writes the bodies of the pages that were made just now."""
        writer = self.writer()
        for page, described in self.unfinished:
            if "body" in described and hasattr(page, "body"):
                page.body = writer.raw(described["body"])
            if described.get("how_to_comment"):
                page.how_to_comment = linked(described["how_to_comment"], self.page_id)
            page.save()

    def page_id(self, path: str) -> int:
        if path not in self.ids:
            raise DemoError(f"A page of the demonstration links to {path}, which is not there.")
        return self.ids[path]

    def _plant(self, parent: Page, path: str, described: dict[str, Any]) -> Page:
        path = f"{path}{described['slug']}/"
        model = TYPES[described["type"]]
        page = model.objects.child_of(parent).filter(slug=described["slug"]).first()
        if page is None:
            page = model(**dict(self._fields(model, described)))
            if members := described.get("members"):
                page.members.set([BoardMember(**member) for member in members])
            if corrected := described.get("corrections"):
                page.corrections.set(
                    [PostCorrection(day=date.fromisoformat(one["day"]), words=one["words"]) for one in corrected]
                )
            if model is NewsPage:
                wrote = {author.slug: author for author in AuthorProfile.objects.filter(slug__in=described["news_authors"])}
                page.bylines.set([NewsAuthor(author=wrote[slug]) for slug in described["news_authors"]])
                page.categories.set(NewsCategory.objects.filter(slug__in=described["categories"]))
            parent.add_child(instance=page)
            if tags := described.get("tags"):
                page.tags.set(tags)
            if themes := described.get("themes"):
                page.themes.set(BoardTheme.objects.filter(slug__in=themes))
                page.save()
            self.unfinished.append((page, described))
        self.ids[path], self.planted[path] = page.pk, page
        for child in described.get("children") or []:
            self._plant(page, path, child)
        return page

    def _fields(self, model: type[Page], described: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        for name in SHARED:
            yield name, described.get(name) or ""
        yield "review_date", self.today + timedelta(days=described.get("review_in_days") or 180)
        yield "leave_quickly", bool(described.get("leave_quickly"))
        names = {field.name for field in model._meta.get_fields()}
        if "picture" in names and described.get("picture"):
            yield "picture_id", self.pictures[described["picture"]]
        yield from ((name, described[name]) for name in ("shelf", "age") if name in names & described.keys())
        yield from ((name, described.get(name) or "") for name in ("hard_because", "icon", "about") if name in names)
        if "topic" in names and described.get("topic"):
            yield "topic", Topic.objects.in_use().get(slug=described["topic"])
        if "age_stage" in names and described.get("age_stage"):
            yield "age_stage", AgeStage.objects.in_use().get(slug=described["age_stage"])
        if model is BoardThemePage:
            yield "theme", BoardTheme.objects.get(slug=described["theme"])
        if model is NewsPage:
            yield "date", date.fromisoformat(described["date"])
            yield "is_featured", bool(described.get("featured"))
        if model is BoardPostPage:
            yield "author", self.authors[described["author"]]
            for name in POST:
                if described.get(name):
                    yield name, date.fromisoformat(described[name]) if name.endswith("date") else described[name]

    def _author(self, described: dict[str, Any]) -> None:
        self.authors[described["key"]] = AuthorProfile.objects.get_or_create(
            slug=described["key"],
            defaults={
                "name": described["name"],
                "role": described["role"],
                "about": described["about"],
                "picture_id": self.pictures[described["picture"]],
            },
        )[0]
