"""All addresses of the site. Apps are included by name, so that nothing here is imported upward."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.utils.module_loading import import_string
from wagtail.contrib.sitemaps.views import sitemap

from localoffer.media.views import serve_media
from localoffer.pages.sitemaps import LanguagesSitemap

handler404 = "home.views.not_found"
handler403 = "home.views.forbidden"
handler400 = "home.views.bad_request"
handler500 = "home.views.server_error"

urlpatterns = [
    path("", include("localoffer.upkeep.urls")),
    path("admin/", include("wagtail.admin.urls")),
    path("documents/", include("wagtail.documents.urls")),
    path("media/<path:path>", serve_media, name="media"),
    path("healthz", import_string("home.views.healthz"), name="healthz"),
    path("favicon.ico", import_string("home.views.favicon"), name="favicon"),
    path("robots.txt", import_string("home.views.robots"), name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": {"wagtail": LanguagesSitemap}}, name="sitemap"),
]

urlpatterns += i18n_patterns(
    path("contact/", include("localoffer.contact.urls")),
    path("alerts/", include("localoffer.alerts.urls")),
    path("", include("localoffer.accessibility.urls")),
    path("seal/", include("localoffer.seal.urls")),
    path("search/", include("localoffer.search.urls")),
    path("directory/", include("localoffer.directory.urls")),
    path("shortlist/", include("localoffer.shortlist.urls")),
    path("booklets/", include("localoffer.booklet.urls")),
    path("events/", include("localoffer.whatson.urls")),
    path("", include("blog.urls")),
    path("", include("youth.urls")),
    path("", include("localoffer.pages.urls")),
    prefix_default_language=False,
)
