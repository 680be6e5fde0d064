from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from .models import SiteWords
from .viewsets import NobodyAdds, SiteWordsViewSet

register_permission_policy(SiteWords, NobodyAdds(SiteWords))
register_snippet(SiteWordsViewSet)
