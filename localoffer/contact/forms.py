"""The kit for every form that a visitor can send. See docs/public-forms.md."""

import re
from html import unescape
from typing import Any, ClassVar

import bleach
from bleach.html5lib_shim import HTML_TAGS
from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_WORDS = 5000
NOT_A_TAG = re.compile(rf"<(?!/?(?:{'|'.join(HTML_TAGS)})[\s/>])", re.IGNORECASE)
# Lines and tabs; and the signs that join or part letters of Urdu, and the people in one emoji.
KEPT = "\n\t\u200c\u200d"


def plain_text(value: str) -> str:
    """What a visitor typed as plain text: tags gone, no control characters, lines kept. Escape it when shown.

    Only the tags of HTML go: in "Jane <jane@example.org>" and in "< £5" nothing is a tag, and nothing is lost.
    """
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    marked = NOT_A_TAG.sub("&lt;", _letters(lines))
    words = unescape(bleach.clean(marked, tags=set(), attributes={}, strip=True))
    return _letters(words).strip()  # once more: "&#8238;" was letters before it was one


def _letters(value: str) -> str:
    """Without control characters; other kinds of space (as word processors write them) are spaces."""
    return "".join(letter if letter in KEPT or letter.isprintable() else " " if letter.isspace() else "" for letter in value)


class PlainTextField(forms.CharField):
    """Text from a visitor, cleaned before anything else looks at it."""

    def to_python(self, value: Any) -> str:
        return super().to_python(plain_text(str(value)) if value else value)


class PublicForm(forms.Form):
    """A form on a public page: honeypot, plain text, words of its own for what is wrong.

    ``is_trap`` is true when the hidden field was filled: a program did that, not a person.
    """

    use_required_attribute = False
    trap = forms.CharField(
        required=False,
        label=_("Leave this empty"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    error_css_class = "has-error"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            described = [f"{self[name].id_for_label}-hint"] if field.help_text else []
            if self.is_bound and name in self.errors:
                described.append(f"{self[name].id_for_label}-error")
                field.widget.attrs["aria-invalid"] = "true"
            if described:
                field.widget.attrs["aria-describedby"] = " ".join(described)

    @property
    def is_trap(self) -> bool:
        return bool(self.data.get("trap"))

    @property
    def shown_fields(self) -> list[forms.BoundField]:
        return [bound for bound in self if bound.name != "trap"]

    @property
    def error_list(self) -> list[tuple[str, str]]:
        """The (id of the field or "", sentence) of all that is wrong, for the error summary."""
        found = [("", str(sentence)) for sentence in self.non_field_errors()]
        for bound in self:
            found += [(bound.id_for_label, str(sentence)) for sentence in bound.errors]
        return found


class MessageForm(PublicForm):
    """A message to staff. An answer is wanted only when an e-mail address is given."""

    words = PlainTextField(
        label=_("Your message"),
        max_length=LONGEST_WORDS,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_("Please leave out private details about a child’s health or family."),
        error_messages={
            "required": _("Write your message."),
            "max_length": _("Your message has %(show_value)s letters. Shorten it to %(limit_value)s."),
        },
    )
    name = PlainTextField(
        label=_("Your name (you can leave this empty)"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"max_length": _("The name is too long. Shorten it to %(limit_value)s letters.")},
    )
    email = forms.EmailField(
        label=_("Your e-mail address (you can leave this empty)"),
        required=False,
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        help_text=_("Only if you want an answer. We use it for nothing else."),
        error_messages={
            "invalid": _("Write the e-mail address in full, like name@example.org."),
            "max_length": _("The e-mail address is too long. Look whether something else slipped in."),
        },
    )

    labels: ClassVar[dict[str, Any]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in self.labels.items():
            self.fields[name].label = label


class ProblemForm(MessageForm):
    labels: ClassVar = {"words": _("What is wrong?")}


class CommentForm(MessageForm):
    labels: ClassVar = {"words": _("What would you like to say about the Local Offer?")}


class ComplaintForm(MessageForm):
    labels: ClassVar = {"words": _("What went wrong, and what would put it right?")}
