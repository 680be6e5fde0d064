from wagtail.snippets.models import register_snippet

from .viewsets import GlossaryTermViewSet

register_snippet(GlossaryTermViewSet)
