from django.urls import path, re_path
from wagtail import urls as wagtail_urls

from . import views

# Wagtail's own addresses but two. Its sign-in for private pages would let people guess passwords without limit: the
# admin's limited one serves instead (WAGTAIL_FRONTEND_LOGIN_URL). Its last one serves pages; ours does in fewer queries.
REPLACED = {"wagtailcore_login", "wagtail_serve"}

urlpatterns = [
    path("glossary/", views.glossary, name="glossary"),
    *(pattern for pattern in wagtail_urls.urlpatterns if pattern.name not in REPLACED),
    re_path(wagtail_urls.serve_pattern, views.serve, name="wagtail_serve"),
]
