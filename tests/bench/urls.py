"""The site's addresses, and beside them Wagtail's own way of serving a page, as the measure for the others."""

from django.urls import path
from wagtail.views import serve

from localoffer.urls import handler403, handler404
from localoffer.urls import urlpatterns as site_urls

urlpatterns = [path("stock/<path:path>", serve), *site_urls]

__all__ = ["handler403", "handler404", "urlpatterns"]
