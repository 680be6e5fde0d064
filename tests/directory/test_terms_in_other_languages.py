"""Terms have translations for showing; editors choose among those of the source language, each once."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
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


def test_the_list_of_topics_says_the_language_of_each(english: Topic, admin_client: Any) -> None:
    soup = BeautifulSoup(admin_client.get("/admin/snippets/directory/topic/").content, "html5lib")
    words = soup.select_one("table.listing").get_text(" ", strip=True)
    assert "Language" in words
    assert [row.select("td")[2].get_text(strip=True) for row in soup.select("table.listing tbody tr")] == ["English", "Polski"]
