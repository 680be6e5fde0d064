from typing import Any

from django.db import transaction
from django.http import HttpResponse
from wagtail.users.views.groups import CreateView, EditView
from wagtail.users.views.groups import GroupViewSet as WagtailGroupViewSet
from wagtail.users.views.users import IndexView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from .forms import UserCreationForm, UserEditForm
from .services import places_logged


class UserIndexView(IndexView):
    """The list of people, found by the name to show too: Wagtail looks for first and last names only."""

    search_fields = ("email", "display_name")


class UserViewSet(WagtailUserViewSet):
    """Wagtail's user pages, asking for a name to show."""

    index_view_class = UserIndexView
    create_template_name = "people/users/create.html"
    edit_template_name = "people/users/edit.html"

    def get_form_class(self, for_update: bool = False) -> Any:
        return UserEditForm if for_update else UserCreationForm


class LogsPlaces:
    """Before a view that saves a group: the log then names what was given and taken on pages and collections."""

    @transaction.atomic
    def process_form(self) -> HttpResponse:
        with places_logged(self.object):  # type: ignore[attr-defined]
            return super().process_form()  # type: ignore[misc]


class GroupCreateView(LogsPlaces, CreateView):
    pass


class GroupEditView(LogsPlaces, EditView):
    pass


class GroupViewSet(WagtailGroupViewSet):
    add_view_class = GroupCreateView
    edit_view_class = GroupEditView
