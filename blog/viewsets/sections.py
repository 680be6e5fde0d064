"""The usual sections of a post in the admin."""

from wagtail.admin.viewsets.model import ModelViewSet

from ..models import UsualSection


class UsualSectionViewSet(ModelViewSet):
    model = UsualSection
    name = "usual-sections"
    icon = "title"
    menu_label = "Usual sections of a post"
    copy_view_enabled = False
    list_display = ["name", "guidance"]
    ordering = ["sort_order", "pk"]
    form_fields = ["name", "guidance", "sort_order"]
