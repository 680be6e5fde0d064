"""The words around every page in other languages, in the admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.models import Locale
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.snippets.views.snippets import EditView, SnippetViewSet

from .models import SiteDetails, SiteWords

WHERE = "The English words are those of the site details. Change them here; translations take them up."


class NobodyAdds(ModelPermissionPolicy):
    """There is one of each site, which follows its details."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "add" and super().user_has_permission(user, action)


class WordsEditView(EditView):
    """Those of other languages only: English ones are written with the facts beside them."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.to_the_details() or super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return self.to_the_details() or super().post(request, *args, **kwargs)

    def to_the_details(self) -> HttpResponse | None:
        if self.object.locale_id != Locale.get_default().pk:
            return None
        messages.info(self.request, WHERE)
        details = SiteDetails._meta
        return redirect(reverse("wagtailsettings:edit", args=[details.app_label, details.model_name, self.object.site_id]))


class SiteWordsViewSet(SnippetViewSet):
    """Banners, help now and who to call, to be translated."""

    model = SiteWords
    icon = "wagtail-localize-language"
    menu_label = "Words around pages"
    menu_order = 2
    add_to_settings_menu = True
    edit_view_class = WordsEditView
    copy_view_enabled = False
    list_display = ["__str__", LocaleColumn(label="Language"), "contact_name"]
