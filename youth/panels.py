from typing import Any

from wagtail.admin.ui.components import Component

from .services import guide_below, home_of_guide, may_build_guide


class ByYouPanel(Component):
    """On the admin's first page: builds or opens the guide. Only for those who may publish it."""

    name = "by_you_guide"
    template_name = "youth/admin/by_you_panel.html"
    order = 400  # after what waits for somebody

    def __init__(self, user: Any) -> None:
        self.user = user

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        home = home_of_guide()
        if not may_build_guide(self.user, home):
            return {"may_build": False}
        token = (parent_context or {}).get("csrf_token")  # a panel is rendered without the request
        return {"may_build": True, "guide": guide_below(home), "csrf_token": token}
