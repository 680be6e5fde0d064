"""Blocks of words: text, callouts, steps, facts, contacts, questions and answers, quotations, links."""

from typing import ClassVar

from wagtail import blocks

from .addresses import HINT, check_address
from .base import SHORT_FEATURES, TEXT_FEATURES, PageChooserBlock, PublicBlock

ICONS = [
    ("age", "Age"),
    ("school", "School"),
    ("health", "Health"),
    ("money", "Money"),
    ("things-to-do", "Things to do"),
    ("growing-up", "Growing up"),
    ("social-care", "Social care"),
    ("travel", "Travel"),
    ("short-breaks", "Short breaks"),
    ("complaints", "Complaints"),
    ("ehc-plan", "EHC plan"),
    ("early-years", "Early years"),
    ("advice", "Advice"),
    ("young-people", "Young people"),
    ("seal", "The seal"),
    ("board", "The board"),
    ("say", "Have your say"),
    ("work", "Work"),
    ("home-living", "A home of my own"),
    ("worried", "Feeling worried"),
    ("forum", "The forum"),
]


class TextBlock(blocks.RichTextBlock):
    needs_words = "Write something, or remove this part."

    class Meta:
        icon = "pilcrow"
        template = "blocks/text.html"
        label = "Text"
        description = "Paragraphs, headings and lists"
        preview_value = "<h2>Who can get help</h2><p>Any child or young person aged 0 to 25.</p>"

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", TEXT_FEATURES)
        super().__init__(**kwargs)


def short_text(**kwargs: object) -> blocks.RichTextBlock:
    """A few sentences without headings."""
    return blocks.RichTextBlock(features=SHORT_FEATURES, **kwargs)


class CalloutBlock(PublicBlock):
    needs: ClassVar = {"title": "Write a title.", "text": "Write what people must know."}
    kind = blocks.ChoiceBlock(
        choices=[("info", "Good to know"), ("important", "Important"), ("tip", "Tip")], default="info", label="Kind"
    )
    title = blocks.CharBlock(max_length=80)
    text = short_text()

    class Meta:
        icon = "warning"
        template = "blocks/callout.html"
        label = "Callout"
        description = "One thing that nobody should miss"
        preview_value = {"kind": "important", "title": "Ask early", "text": "<p>You can ask before a diagnosis.</p>"}


class StepBlock(PublicBlock):
    needs: ClassVar = {"title": "Give each step a title.", "text": "Say what happens in each step."}
    title_level = 3
    title = blocks.CharBlock(max_length=100)
    text = short_text()

    class Meta:
        icon = "list-ol"
        template = "blocks/step.html"
        label = "Step"
        description = "One step of a journey"
        preview_value = {"title": "Talk to the school", "text": "<p>Ask for the SENCO.</p>"}


class StepsBlock(PublicBlock):
    needs: ClassVar = {"title": "Write a title.", "steps": "Add the steps."}
    title_level = 2
    title = blocks.CharBlock(max_length=100)
    steps = blocks.ListBlock(StepBlock(), min_num=1)

    class Meta:
        icon = "list-ol"
        template = "blocks/steps.html"
        label = "Steps"
        description = "What happens, one step after the other"
        preview_value = {
            "title": "How to ask",
            "steps": [
                {"title": "Write to us", "text": "<p>A letter or an e-mail will do.</p>"},
                {"title": "We answer", "text": "<p>Within 6 weeks.</p>"},
            ],
        }


class FactBlock(PublicBlock):
    needs: ClassVar = {"label": "Give each fact a label.", "value": "Give each fact its value."}
    label = blocks.CharBlock(max_length=60)
    value = blocks.CharBlock(max_length=200)

    class Meta:
        icon = "info-circle"
        template = "blocks/fact.html"
        label = "Fact"
        description = "One fact with its label"
        preview_value = {"label": "Cost", "value": "Free"}


class KeyFactsBlock(PublicBlock):
    needs: ClassVar = {"title": "Write a title.", "facts": "Add the facts."}
    title_level = 2
    title = blocks.CharBlock(max_length=100)
    facts = blocks.ListBlock(FactBlock(), min_num=1)

    class Meta:
        icon = "info-circle"
        template = "blocks/key_facts.html"
        label = "Key facts"
        description = "Facts at a glance: who, when, how much"
        preview_value = {
            "title": "At a glance",
            "facts": [{"label": "Who", "value": "Ages 0 to 25"}, {"label": "Cost", "value": "Free"}],
        }


class ContactBlock(PublicBlock):
    needs: ClassVar = {"name": "Say who to contact."}
    name = blocks.CharBlock(max_length=100)
    about = blocks.CharBlock(max_length=250, required=False, label="What they can help with")
    phone = blocks.CharBlock(max_length=40, required=False, label="Telephone")
    email = blocks.EmailBlock(required=False, label="E-mail")
    web = blocks.URLBlock(required=False, label="Website")
    hours = blocks.CharBlock(max_length=200, required=False, label="When they answer")

    class Meta:
        icon = "mail"
        template = "blocks/contact.html"
        label = "Contact"
        description = "Who to call or write to"
        preview_value = {
            "name": "Family advice line (example)",
            "about": "Free advice on SEND",
            "phone": "01632 960123",
            "email": "hello@advice.example.org",
            "web": "https://advice.example.org",
            "hours": "Monday to Friday, 9am to 5pm",
        }


class AnswerBlock(PublicBlock):
    needs: ClassVar = {"title": "Write each question.", "text": "Write each answer."}
    title_level = 3
    title = blocks.CharBlock(max_length=150, label="Question or title")
    text = short_text(label="Answer")

    class Meta:
        icon = "help"
        template = "blocks/answer.html"
        label = "Question"
        description = "A question with its answer, opened on demand"
        preview_value = {"title": "Do I need a diagnosis?", "text": "<p>No.</p>"}


class AccordionBlock(PublicBlock):
    needs: ClassVar = {"title": "Write a title.", "items": "Add the questions."}
    title_level = 2
    title = blocks.CharBlock(max_length=100)
    items = blocks.ListBlock(AnswerBlock(), min_num=1)

    class Meta:
        icon = "list-ul"
        template = "blocks/accordion.html"
        label = "Accordion"
        description = "Questions and answers that open one by one"
        preview_value = {"title": "Questions people ask", "items": [{"title": "Do I need a diagnosis?", "text": "<p>No.</p>"}]}


class QuotationBlock(PublicBlock):
    needs: ClassVar = {"text": "Write the words.", "source": "Say whose words they are."}
    text = blocks.TextBlock(label="The words, without quotation marks")
    source = blocks.CharBlock(max_length=200, label="Whose words, and when")
    link = blocks.URLBlock(required=False, label="Where it can be read")

    class Meta:
        icon = "openquote"
        template = "blocks/quotation.html"
        label = "Quotation"
        description = "Somebody's own words, with their source"
        preview_value = {"text": "To make friends and make a difference", "source": "SEND Youth Forum, February 2025", "link": ""}


class LinkBlock(PublicBlock):
    needs: ClassVar = {"title": "Give each link a title."}
    title_level = 3
    title = blocks.CharBlock(max_length=80)
    text = blocks.CharBlock(max_length=160, required=False, label="One line about it")
    page = PageChooserBlock(required=False)
    address = blocks.CharBlock(max_length=250, required=False, label="Or an address", help_text=HINT, validators=[check_address])
    icon = blocks.ChoiceBlock(choices=ICONS, required=False, label="Picture")

    class Meta:
        icon = "link"
        template = "blocks/link.html"
        label = "Link"
        description = "A door to another page"
        preview_value = {
            "title": "Help at school",
            "text": "Support, plans, moving on",
            "page": None,
            "address": "/",
            "icon": "school",
        }


class LinksBlock(PublicBlock):
    needs: ClassVar = {"title": "Write a title.", "links": "Add the links."}
    title_level = 2
    title = blocks.CharBlock(max_length=100)
    links = blocks.ListBlock(LinkBlock(), min_num=1)

    class Meta:
        icon = "grip"
        template = "blocks/links.html"
        label = "Doors"
        description = "Links to other pages, each with a picture and a line"
        preview_value = {
            "title": "Where to go next",
            "links": [{"title": "Help at school", "text": "Support and plans", "page": None, "address": "/", "icon": "school"}],
        }
