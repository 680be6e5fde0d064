from typing import Any

from wagtail.users.views.users import IndexView
from wagtail.users.views.users import UserViewSet as WagtailUserViewSet

from .forms import UserCreationForm, UserEditForm


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
