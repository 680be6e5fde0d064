"""The words around every page in other languages, in the admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.models import Locale
from wagtail.snippets.views.snippets import CreateView, EditView, IndexView, SnippetViewSet

from .models import SiteDetails, SiteWords

WHERE = "The English words are those of the site details. Change them here; translations take them up."


class WordsIndexView(IndexView):
    """The list without an "Add" button: there is one of each site, which follows its details."""

    def get_add_url(self) -> None:
        return None


class NoAddView(CreateView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponseForbidden("These words come from the site details.")


class WordsEditView(EditView):
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Those of other languages only: English ones are written with the facts beside them."""
        if self.object.locale_id == Locale.get_default().pk:
            messages.info(request, WHERE)
            details = SiteDetails._meta
            return redirect(reverse("wagtailsettings:edit", args=[details.app_label, details.model_name, self.object.site_id]))
        return super().dispatch(request, *args, **kwargs)


class SiteWordsViewSet(SnippetViewSet):
    """Banners, help now and who to call, to be translated."""

    model = SiteWords
    icon = "wagtail-localize-language"
    menu_label = "Words around pages"
    menu_order = 2
    add_to_settings_menu = True
    index_view_class = WordsIndexView
    add_view_class = NoAddView
    edit_view_class = WordsEditView
    copy_view_enabled = False
    list_display = ["__str__", "contact_name"]
