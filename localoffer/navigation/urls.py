from django.urls import path

from . import views

urlpatterns = [path("colours-<slug:key>.css", views.colours, name="colours")]
