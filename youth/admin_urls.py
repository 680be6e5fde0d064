from django.urls import path

from . import views
from .voices.asked import approve_asked
from .voices.inbox import write_up_voice

urlpatterns = [
    path("youth/by-you/", views.build_by_you_guide, name="by_you_guide"),
    path("voices/<int:pk>/write-up/", write_up_voice, name="voices_write_up"),
    path("asked/<int:pk>/approve/", approve_asked, name="asked_approve"),
]
