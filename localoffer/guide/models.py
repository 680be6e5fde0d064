from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.search import index

from localoffer.pages.models import BasePage, Problems
from localoffer.pages.querysets import open_to_all

from . import rules
from .blocks import OutcomesBlock, QuestionsBlock

HOW_IT_WORKS = (
    "<p>Visitors start at the first question and see one question a page. Each answer leads to another question or to what "
    "could help, by its <strong>short name</strong>; or straight to a page or a search. Nothing that they answer is kept.</p>"
    "<p>An example: the question “age” has the answer “Under 5”, which leads to “little”. “little” may be the next question, "
    "or a part of “What could help”. In the preview you can choose each part by its short name.</p>"
)


class GuidePage(BasePage):
    """A few plain questions that lead to what could help. Where a visitor is stands in the address: ``?a=2.1``."""

    intro = RichTextField(
        "introduction", blank=True, features=["bold", "link", "ul"], help_text="Shown above the first question. May stay empty."
    )
    questions = StreamField(QuestionsBlock(), blank=True, help_text="The first one is the start. Six to nine are best.")
    outcomes = StreamField(
        OutcomesBlock(), blank=True, verbose_name="what could help", help_text="The ends of the guide. Answers lead here."
    )

    reading_fields = ("title", "summary", "intro")
    page_description = "A few plain questions that lead families to services, pages and searches."
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        HelpPanel(HOW_IT_WORKS, heading="How a guide works"),
        FieldPanel("intro"),
        FieldPanel("questions"),
        FieldPanel("outcomes"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("intro"),
        index.SearchField("questions"),
        index.SearchField("outcomes"),
    ]

    class Meta:
        verbose_name = "guide"

    def guide(self) -> rules.Guide:
        return rules.read_guide(
            self.questions.raw_data if self.questions else [], self.outcomes.raw_data if self.outcomes else []
        )

    def publish_problems(self) -> Problems:
        problems = super().publish_problems()
        guide = self.guide()
        wanted = {answer.page for question in guide.questions for answer in question.answers if answer.page}
        closed = wanted - set(open_to_all(Page.objects.filter(pk__in=wanted)).values_list("pk", flat=True))
        for name, found in (
            ("questions", rules.question_problems(guide, closed)),
            ("outcomes", rules.outcome_problems(guide)),
        ):
            if found:
                problems[name] = [*problems.get(name, []), *found]
        return problems

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The question or what could help; an answer goes on to the address of what follows (``goes_to`` of the views)."""
        response = super().serve(request, *args, **kwargs)
        address = response.context_data.get("goes_to")
        return HttpResponseRedirect(address) if address else response

    @property
    def preview_modes(self) -> Sequence[tuple[str, str]]:
        """The start, and each part by its short name."""
        guide = self.guide()
        names = dict.fromkeys(part.name for part in (*guide.questions[1:], *guide.outcomes) if part.name)
        return [("", "The start"), *((name, name) for name in names)]
