from django.urls import path

from .views import suggest

app_name = "search"

urlpatterns = [path("suggest/", suggest, name="suggest")]
