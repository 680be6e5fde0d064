from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.models import Page

from localoffer.pages.contexts import provides_context

from .finding import find_services
from .forms import FilterForm
from .models import DirectoryPage


@provides_context(DirectoryPage)
def results(page: Page, request: HttpRequest) -> dict[str, Any]:
    """What the results page shows for the question in the address."""
    form = FilterForm(request.GET)
    today = timezone.localdate()
    found = find_services(form, number=request.GET.get("page"), today=today)
    question = form.cleaned_data["q"]
    return {
        "form": form,
        "results": found,
        "question": question,
        "tags": form.chosen_tags(),
        "has_question": bool(question or form.chosen_tags()),
        "top_topics": [topic for topic in form.topics if topic.parent_id is None],
        "page_address": form.address(),
    }
