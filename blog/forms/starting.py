"""Which of the usual sections a new post begins with."""

from typing import Any

from django import forms

from ..models import AuthorProfile, BoardBlogPage, UsualSection


class StartForm(forms.Form):
    author = forms.ModelChoiceField(
        AuthorProfile.objects.all(),
        label="Who writes it",
        empty_label="Choose one",
        help_text="Not there? Add them under Snippets, Authors.",
        error_messages={"required": "Say who writes this post.", "invalid_choice": "Choose one of these authors."},
    )
    sections = forms.ModelMultipleChoiceField(
        UsualSection.objects.all(),
        label="It begins with",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="You can take out and add sections later.",
        error_messages={"invalid_choice": "One of these sections is not in the list any more. Choose again."},
    )
    blog = forms.ModelChoiceField(BoardBlogPage.objects.none(), label="Blog", empty_label=None)

    def __init__(self, *args: Any, blogs: list[BoardBlogPage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sections"].initial = UsualSection.objects.values_list("pk", flat=True)
        self.fields["blog"].queryset = BoardBlogPage.objects.filter(pk__in=[blog.pk for blog in blogs])
        if len(blogs) == 1:
            del self.fields["blog"]
