from django.urls import path

from . import views

app_name = "alerts"

urlpatterns = [
    path("", views.SignUpView.as_view(), name="sign_up"),
    path("look/", views.LookView.as_view(), name="look"),
    path("confirm/<str:token>/", views.ConfirmView.as_view(), name="confirm"),
    path("confirmed/", views.ConfirmedView.as_view(), name="confirmed"),
    path("mine/<str:token>/", views.MineView.as_view(), name="mine"),
    path("stop/<str:token>/", views.StopView.as_view(), name="stop"),
    path("stopped/", views.StoppedView.as_view(), name="stopped"),
]
