"""The lists of words that describe services: what is offered, and two levels of topics."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.models import Locale

from localoffer.directory.models import AgeStage, Need, Topic
from tests import factories

pytestmark = pytest.mark.django_db


def test_terms_in_use_are_those_that_are_not_retired() -> None:
    offered = factories.NeedFactory()
    factories.NeedFactory(retired=True)
    assert list(Need.objects.in_use()) == [offered]


def test_terms_in_use_are_those_of_the_source_language() -> None:
    offered = factories.NeedFactory()
    offered.copy_for_translation(Locale.objects.create(language_code="pl")).save()
    assert Need.objects.count() == 2
    assert list(Need.objects.in_use()) == [offered]


def test_terms_come_in_the_order_that_editors_gave_then_by_name() -> None:
    last, first, second = (
        factories.NeedFactory(name="A", order=9),
        factories.NeedFactory(name="B", order=1),
        factories.NeedFactory(name="C", order=1),
    )
    assert list(Need.objects.in_use()) == [first, second, last]


def test_one_word_of_addresses_names_one_term_of_a_language() -> None:
    factories.NeedFactory(slug="autism")
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.NeedFactory(slug="autism")
    factories.TopicFactory(slug="autism")
    factories.NeedFactory(slug="autism", locale=Locale.objects.create(language_code="pl"))


def test_a_topic_may_stand_below_a_topic_at_the_top() -> None:
    Topic(name="Sleep", slug="sleep", parent=factories.TopicFactory()).full_clean(exclude=["locale", "translation_key"])


def problem_of(topic: Topic) -> str:
    with pytest.raises(ValidationError) as refusal:
        topic.clean()
    return refusal.value.message_dict["parent"][0]


def test_topics_have_two_levels_only() -> None:
    middle = factories.TopicFactory(parent=factories.TopicFactory())
    assert problem_of(Topic(name="Third", slug="third", parent=middle)).startswith("Topics have two levels.")


def test_a_topic_cannot_stand_below_itself() -> None:
    topic = factories.TopicFactory()
    topic.parent = topic
    assert problem_of(topic).startswith("Topics have two levels.")


def test_a_topic_with_topics_below_it_stays_at_the_top() -> None:
    top = factories.TopicFactory()
    factories.TopicFactory(parent=top)
    top.parent = factories.TopicFactory()
    assert problem_of(top).startswith("This topic has topics below it.")


@pytest.mark.parametrize(("first", "last", "wrong"), [(5, 4, True), (5, 5, False), (5, 6, False)])
def test_an_age_stage_does_not_end_before_it_begins(first: int, last: int, wrong: bool) -> None:
    stage = AgeStage(name="Stage", slug="stage", minimum_age=first, maximum_age=last)
    if wrong:
        with pytest.raises(ValidationError, match="Swap them"):
            stage.clean()
    else:
        stage.clean()


def test_a_term_that_listings_use_can_be_retired_and_they_keep_it(directory: Any) -> None:
    topic = factories.TopicFactory()
    service = factories.ServicePageFactory(parent=directory)
    service.topics = [topic]
    service.save()
    topic.retired = True
    topic.save()
    service.refresh_from_db()
    assert list(service.topics.all()) == [topic]
