from django.urls import path

from . import views

app_name = "booklet"

urlpatterns = [
    path("", views.booklets, name="list"),
    path("<slug:slug>/", views.booklet, name="booklet"),
]
