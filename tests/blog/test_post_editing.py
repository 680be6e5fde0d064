"""What stands beside a post's own fields in its editor: its promises, the list before publishing, corrections."""

from datetime import date, timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from blog.models import PostCorrection
from blog.rules.checklist import checklist
from localoffer.people.roles import COMMUNICATIONS
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(site_tree: Any, person: Any, client: Any) -> Any:
    client.force_login(person(COMMUNICATIONS))
    return client


@pytest.fixture
def post(site_tree: Any) -> Any:
    return factories.BoardPostPageFactory(parent=site_tree["blog"], title="The board met", meeting_name="SEND board")


def editor(staff: Any, post: Any) -> tuple[str, set[str]]:
    """The words of a post's editor, and where its links lead."""
    response = staff.get(f"/admin/pages/{post.pk}/edit/")
    assert response.status_code == 200
    soup = BeautifulSoup(response.content, "html5lib")
    return " ".join(soup.get_text(" ").split()), {link["href"] for link in soup.select("a[href]")}


def test_a_posts_editor_lists_its_promises_and_leads_to_a_new_one_of_this_post(staff: Any, post: Any) -> None:
    assert "No promise is written down for this post." in editor(staff, post)[0]
    late = factories.PromiseFactory(post=post, words="We will call back.", due_on=date(2020, 1, 1), made_on=date(2019, 1, 1))
    other = factories.PromiseFactory(words="Of another post.")
    words, links = editor(staff, post)
    assert "We will call back. : Late" in words
    assert "Of another post." not in words
    assert f"/admin/promises/edit/{late.pk}/" in links
    assert f"/admin/promises/edit/{other.pk}/" not in links
    new = f"/admin/promises/new/?post={post.pk}"
    assert new in links
    form = BeautifulSoup(staff.get(new).content, "html5lib")
    assert form.select_one("[name=post]")["value"] == str(post.pk)


@pytest.mark.parametrize("number", ["", "abc", "-1", "9" * 30, "999999", "²", "\x00"])
def test_a_strange_post_in_the_address_of_a_new_promise_does_no_harm(staff: Any, number: str) -> None:
    assert staff.get("/admin/promises/new/", {"post": number}).status_code == 200


def test_the_list_before_publishing_says_what_is_missing_and_what_stands_in_the_way(staff: Any, post: Any) -> None:
    words, _ = editor(staff, post)
    assert "Missing: It says the same for young people." in words
    assert "Done: It says which meeting it reports." in words
    assert "Nothing stands in the way of publishing it." in words
    post.in_short, post.for_young_people = "", "You were heard."
    post.save_revision(clean=False)
    words, _ = editor(staff, post)
    assert "Needed: It has the post in short." in words
    assert "Done: It says the same for young people." in words
    assert "It cannot be published yet: Write the post in short: three to five plain sentences." in words


def test_each_line_of_the_list_follows_its_own_fact(post: Any) -> None:
    bare = {"has_body": False, "has_themes": False, "has_next_meeting": False, "has_promises": False}
    done = [check.words for check in checklist(post, **bare) if check.done]
    assert done == ["It says who writes.", "It says which meeting it reports.", "It has the post in short."]
    for fact, line in (("has_body", 4), ("has_next_meeting", 5), ("has_themes", 7), ("has_promises", 8)):
        assert checklist(post, **bare | {fact: True})[line].done
        assert not checklist(post, **bare)[line].done


def test_a_correction_stands_at_the_top_of_the_post_with_its_day(post: Any, client: Any) -> None:
    assert "Corrected on" not in client.get(post.url).content.decode()
    post.corrections.add(PostCorrection(day=date(2026, 11, 3), words="We wrote 40. It is <14>."))
    post.save_revision().publish()
    assert "Corrected on 3 November 2026:</strong> We wrote 40. It is &lt;14&gt;." in client.get(post.url).content.decode()


@pytest.mark.parametrize(("days", "said"), [(0, ""), (1, "dated after today"), (-9999, "dated before the post")])
def test_a_correction_is_dated_between_the_post_and_today(post: Any, days: int, said: str) -> None:
    post.corrections.add(PostCorrection(day=timezone.localdate() + timedelta(days=days), words="It is 14."))
    problems = [sentence for sentences in post.publish_problems().values() for sentence in sentences]
    assert (said in " ".join(problems)) if said else problems == []
