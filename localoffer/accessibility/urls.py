from django.urls import path

from . import views

app_name = "accessibility"

urlpatterns = [
    path("display/", views.display, name="display"),
    path("accessibility-statement/", views.statement, name="statement"),
]
