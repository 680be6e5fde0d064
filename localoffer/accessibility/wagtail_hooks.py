from wagtail import hooks

from .viewsets import AccessibilityProblemViewSet


@hooks.register("register_admin_viewset")
def register_problems() -> AccessibilityProblemViewSet:
    return AccessibilityProblemViewSet()
