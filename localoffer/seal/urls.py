from django.urls import path

from .views import asking, badges, public

app_name = "seal"

urlpatterns = [
    path("", public.register, name="register"),
    path("criteria/", public.criteria, name="criteria"),
    path("criteria/<int:number>/", public.criteria, name="criteria"),
    path("ask/", asking.AskView.as_view(), name="ask"),
    path("ask/<int:page_id>/", asking.AskView.as_view(), name="ask"),
    path("suggest/", asking.SuggestView.as_view(), name="suggest"),
    path("suggest/<int:page_id>/", asking.SuggestView.as_view(), name="suggest"),
    path("sent/<slug:reference>/", asking.SentView.as_view(), name="sent"),
    # For other sites: one address for each listing, which outlives each of its seals.
    path("listing/<uuid:key>/badge.svg", badges.badge, name="badge"),
    path("listing/<uuid:key>/", badges.newest, name="newest"),
    # For machines.
    path("issuer.json", badges.issuer, name="issuer"),
    path("badge.svg", badges.picture, name="picture"),
    path("badge/<int:number>.json", badges.badge_class, name="badge_class"),
    path("<slug:code>.json", badges.assertion, name="assertion"),
    path("<slug:code>/badge/", public.put_it_up, name="put_it_up"),
    path("<slug:code>/certificate/", public.certificate, name="certificate"),
    path("<slug:code>/qr.svg", badges.qr, name="qr"),
    path("<slug:code>/", public.check, name="check"),
]
