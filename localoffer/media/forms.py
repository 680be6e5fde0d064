from django import forms
from wagtailmedia.forms import BaseMediaForm


class MediaForm(BaseMediaForm):
    class Meta(BaseMediaForm.Meta):
        widgets = {**BaseMediaForm.Meta.widgets, "captions": forms.ClearableFileInput}
