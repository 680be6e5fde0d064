"""A booklet holds what the directory holds now: the right services, each once, with what is known and what is not."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from localoffer.booklet.finding import contents_of, number_of_services
from localoffer.booklet.models import Booklet
from localoffer.booklet.rules import chapters
from localoffer.directory.keeping import Word
from localoffer.directory.models import ServiceContact
from localoffer.search.index import rebuild
from tests import factories

TODAY = date(2026, 11, 22)
TOPICS = (Word("play", "Play"), Word("swim", "Swimming", parent="play"), Word("health", "Health"))


def test_a_service_of_two_topics_stands_once_under_the_first() -> None:
    found = chapters([("Club", ["health", "play"]), ("Clinic", ["health"])], TOPICS, rest="More")
    assert [(chapter.name, chapter.entries) for chapter in found] == [("Play", ["Club"]), ("Health", ["Clinic"])]


def test_a_booklet_about_one_topic_has_its_own_topics_as_chapters_and_the_rest_last() -> None:
    found = chapters([("Chess", ["play"]), ("Pool", ["play", "swim"])], TOPICS, about="play", rest="More")
    assert [(chapter.name, chapter.entries) for chapter in found] == [("Swimming", ["Pool"]), ("More", ["Chess"])]


@pytest.fixture
def services(directory: Any) -> Any:
    """Makes so many services of one topic, that the search knows."""

    def make(number: int, topic: Any, **fields: Any) -> None:
        for place in range(number):
            page = factories.ServicePageFactory(
                parent=directory,
                title=f"{topic.name} {place:03}",
                slug=f"{topic.name}-{fields.get('minimum_age')}-{number}-{place}",
                **fields,
            )
            page.contacts = [ServiceContact(phone="01632 960101")]
            page.topics = [topic]
            page.save()
        rebuild()

    return make


@pytest.mark.django_db
class TestContents:
    def test_only_services_of_the_topic_are_in_it_and_the_alphabet_says_where_it_is_cut(self, services: Any) -> None:
        play, health = factories.TopicFactory(name="Play"), factories.TopicFactory(name="Health")
        services(3, play)
        services(1, health)
        booklet = Booklet(title="Play", topic=play)
        whole, cut = contents_of(booklet, TODAY, most=3), contents_of(booklet, TODAY, most=2)
        titles = [entry.service.title for chapter in cut.chapters for entry in chapter.entries]
        assert (whole.shown, whole.left_out) == (3, 0)
        assert (cut.shown, cut.left_out, titles) == (2, 1, ["Play 000", "Play 001"])
        assert number_of_services(Booklet(title="All")) == 4

    def test_a_service_that_does_not_say_its_ages_is_counted_and_not_guessed(self, services: Any) -> None:
        play = factories.TopicFactory(name="Play")
        services(1, play, minimum_age=5, maximum_age=9)
        services(1, play, minimum_age=None, maximum_age=None)
        found = contents_of(Booklet(title="X", ages=factories.AgeStageFactory(minimum_age=5, maximum_age=10)), TODAY)
        assert (found.shown, found.unsure) == (1, 1)

    def test_it_asks_the_database_as_often_for_twelve_services_as_for_two(self, services: Any, client: Client) -> None:
        Booklet.objects.create(title="All", slug="all")
        topic = factories.TopicFactory(name="Play")
        asked = []
        for number in (2, 12):
            services(number, topic)
            client.get("/booklets/all/")
            with CaptureQueriesContext(connection) as captured:
                assert client.get("/booklets/all/").status_code == 200
            asked.append(len(captured))
        assert asked[0] == asked[1]


@pytest.mark.django_db
class TestPages:
    def test_the_booklet_says_what_is_not_known_and_how_to_have_a_say(self, services: Any, client: Client) -> None:
        services(1, factories.TopicFactory(name="Play"))
        Booklet.objects.create(title="All <of> it", slug="all")
        page = client.get("/booklets/all/").content.decode()
        for words in ("Play 000", "01632 960101", "Not known: ask them", "Have your say", "What is inside"):
            assert words.replace(" 960101", "\N{NO-BREAK SPACE}960101") in page or words in page
        assert "All &lt;of&gt; it" in page
        assert "/booklets/all/</bdi>" in page
        assert 'href="/booklets/all/"' in client.get("/booklets/").content.decode()
        assert client.get("/booklets/none/").status_code == 404

    def test_the_command_writes_one_file_that_needs_nothing_else(self, services: Any, tmp_path: Path) -> None:
        topic = factories.TopicFactory(name="Play", slug="play")
        services(1, topic)
        call_command("make_booklet", topic="play", title="Play", to=tmp_path / "play.html")
        written = (tmp_path / "play.html").read_text()
        assert "Play 000" in written
        assert "<link" not in written
        assert "<script" not in written

    def test_the_command_names_the_topics_that_there_are(self, home: Any, tmp_path: Path) -> None:
        factories.TopicFactory(name="Play", slug="play")
        with pytest.raises(CommandError, match="no topic “plya”"):
            call_command("make_booklet", topic="plya", to=tmp_path / "x.html")
