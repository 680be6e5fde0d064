from wagtail.admin.viewsets.model import ModelViewSet

from .models import AccessibilityProblem


class AccessibilityProblemViewSet(ModelViewSet):
    """What does not work for some people. The public statement is made of it."""

    model = AccessibilityProblem
    name = "accessibility-problems"
    icon = "view"
    menu_label = "Accessibility"
    menu_order = 248
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    add_to_reference_index = False
    list_display = ["__str__", "reason", "criterion", "mend_by", "mended_on"]
    list_filter = ["reason", "mended_on"]
    search_fields = ["problem", "affected", "instead", "why"]
    list_export = ["problem", "affected", "instead", "reason", "criterion", "why", "mend_by", "mended_on"]
    ordering = ["mended_on", "mend_by", "pk"]
