from wagtail.snippets.models import register_snippet

from .viewsets import ConsentViewSet

register_snippet(ConsentViewSet)
