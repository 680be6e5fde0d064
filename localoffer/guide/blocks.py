"""What a guide is made of: questions with answers, and what could help."""

from typing import Any, ClassVar

from django import forms
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from localoffer.blocks.base import BodyBlock, PageChooserBlock, PublicBlock
from localoffer.blocks.content import short_text

from .rules import MOST_ANSWERS

LONGEST_NAME = 40


class NameBlock(blocks.FieldBlock):
    """A short name by which answers find a part of the guide.

    Not a CharBlock: nobody but editors reads it, so it is neither searched, nor translated, nor graded.
    """

    def __init__(self, required: bool = True, help_text: str | None = None, **kwargs: Any) -> None:
        self.field = forms.CharField(required=required, help_text=help_text, max_length=LONGEST_NAME)
        super().__init__(**kwargs)

    class Meta:
        icon = "tag"


class AnswerBlock(PublicBlock):
    needs: ClassVar = {"words": "Write the words of each answer."}
    words = blocks.CharBlock(max_length=120, label="The answer", help_text="Such as: Talking and understanding")
    leads_to = NameBlock(
        required=False,
        label="What follows: a short name",
        help_text="The short name of another question, or of what could help. Such as: talking",
    )
    page = PageChooserBlock(required=False, label="Or straight to a page")
    search = blocks.CharBlock(
        max_length=100, required=False, label="Or a search", help_text="The words to look for. Such as: speech therapy"
    )
    age = SnippetChooserBlock(
        "directory.AgeStage", required=False, label="Age", help_text="If this answer says an age: later searches keep to it."
    )

    class Meta:
        icon = "radio-full"
        label = "Answer"


class QuestionBlock(PublicBlock):
    needs: ClassVar = {"name": "Give each question a short name, such as: age.", "title": "Write the question."}
    name = NameBlock(label="Short name", help_text="Only for you, so that answers can lead here. Such as: age")
    title = blocks.CharBlock(max_length=150, label="The question", help_text="Such as: How old is your child?")
    hint = blocks.CharBlock(
        max_length=250, required=False, label="Hint", help_text="Such as: Choose the one that is closest. You can come back."
    )
    answers = blocks.ListBlock(AnswerBlock(), max_num=MOST_ANSWERS, label="Answers, 2 to 8")

    class Meta:
        icon = "help"
        template = "guide/blocks/question.html"
        label = "Question"
        label_format = "{name}: {title}"
        description = "One plain question with two to eight answers"
        preview_value: ClassVar[dict[str, Any]] = {
            "name": "age",
            "title": "How old is your child?",
            "hint": "Choose one.",
            "answers": [{"words": "Under 5", "leads_to": "talking"}, {"words": "5 to 11", "leads_to": "talking"}],
        }


class SearchBlock(PublicBlock):
    needs: ClassVar = {"label": "Say what each search finds."}
    label = blocks.CharBlock(max_length=100, label="What it finds", help_text="Such as: Speech and language therapy near you")
    words = blocks.CharBlock(max_length=100, required=False, label="Words to look for", help_text="Such as: speech therapy")
    topic = SnippetChooserBlock("directory.Topic", required=False, label="Topic")
    need = SnippetChooserBlock("directory.Need", required=False, label="Need")
    age = SnippetChooserBlock(
        "directory.AgeStage", required=False, label="Age", help_text="Empty: the age that the visitor chose in an answer."
    )

    class Meta:
        icon = "search"
        label = "Search"


class OutcomeBlock(PublicBlock):
    needs: ClassVar = {
        "name": "Give it a short name, such as: talking.",
        "title": "Write a title.",
        "text": "Write a few plain sentences: what helps, and what to do first.",
    }
    name = NameBlock(label="Short name", help_text="Only for you, so that answers can lead here. Such as: talking")
    title = blocks.CharBlock(max_length=120, label="Title", help_text="Such as: Help with talking")
    text = short_text(label="A few sentences", help_text="What helps, and what to do first. Who to call is always shown below.")
    urgent = blocks.BooleanBlock(
        required=False,
        label="Show the numbers for help at once",
        help_text="For danger and despair: 999, 111 and the like come first.",
    )
    services = blocks.ListBlock(
        PageChooserBlock(page_type="directory.ServicePage", required=False),
        default=[],
        label="Services",
        help_text="Three or four are best. A service that has closed is left out by itself.",
    )
    pages = blocks.ListBlock(PageChooserBlock(required=False), default=[], label="Pages to read")
    searches = blocks.ListBlock(SearchBlock(), default=[], label="Searches")

    class Meta:
        icon = "pick"
        template = "guide/blocks/outcome.html"
        label = "What could help"
        label_format = "{name}: {title}"
        description = "An end of the guide: services, pages and searches that could help"
        preview_value: ClassVar[dict[str, Any]] = {
            "name": "talking",
            "title": "Help with talking",
            "text": "<p>You can ask for help yourself. You need no diagnosis.</p>",
        }


class QuestionsBlock(BodyBlock):
    question = QuestionBlock()


class OutcomesBlock(BodyBlock):
    outcome = OutcomeBlock()
