from wagtail.snippets.models import register_snippet

from .viewsets import SiteWordsViewSet

register_snippet(SiteWordsViewSet)
