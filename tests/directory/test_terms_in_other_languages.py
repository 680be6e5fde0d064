"""Terms have translations for showing; editors choose among those of the source language, each once."""

from typing import Any

import pytest
from wagtail.models import Locale

from localoffer.directory.models import Topic
from localoffer.directory.viewsets.filters import ServiceFilterSet
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def english() -> Topic:
    topic = factories.TopicFactory(name="Sport")
    polish = topic.copy_for_translation(Locale.objects.create(language_code="pl"))
    polish.name = "Sport po polsku"
    polish.save()
    return topic


def test_the_form_of_a_listing_offers_each_topic_once(english: Topic, directory: Any) -> None:
    page = factories.ServicePageFactory(parent=directory)
    form = page.get_edit_handler().get_form_class()(instance=page, for_user=factories.UserFactory(is_superuser=True))
    assert list(form.fields["topics"].queryset) == [english]


def test_the_list_of_services_is_filtered_by_each_topic_once(english: Topic) -> None:
    assert list(ServiceFilterSet().form.fields["topics"].queryset) == [english]
