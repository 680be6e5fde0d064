from typing import Any

from wagtail import hooks

from .viewsets import PlaceViewSet


@hooks.register("register_admin_viewset")
def register_places() -> Any:
    return PlaceViewSet()
