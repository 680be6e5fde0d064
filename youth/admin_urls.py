from django.urls import path

from . import views
from .voices.asked import approve_asked
from .voices.inbox import write_up_voice
from .writing import member, member_files, supporter

# The names of the members' own screens begin with "forum_member_": the middleware lets members open these only.
urlpatterns = [
    path("youth/by-you/", views.build_by_you_guide, name="by_you_guide"),
    path("forum/posts/", member.posts, name="forum_member_posts"),
    path("forum/next/", member.what_next, name="forum_member_next"),
    path("forum/posts/new/", member.new, name="forum_member_new"),
    path("forum/posts/<int:page_id>/", member.post, name="forum_member_post"),
    path("forum/posts/<int:page_id>/write/", member.edit, name="forum_member_edit"),
    path("forum/posts/<int:page_id>/picture/", member_files.picture, name="forum_member_picture"),
    path("forum/posts/<int:page_id>/recording/", member_files.recording, name="forum_member_recording"),
    path("forum/posts/<int:page_id>/preview/", member.preview, name="forum_member_preview"),
    path("forum/posts/<int:page_id>/check/", member.check, name="forum_member_check"),
    path("forum/posts/<int:page_id>/change/", member.change, name="forum_member_change"),
    path("forum/posts/<int:page_id>/delete/", member.delete, name="forum_member_delete"),
    path("forum/queue/", supporter.queue, name="forum_queue"),
    path("forum/queue/<int:page_id>/", supporter.read, name="forum_read"),
    path("forum/details/<int:page_id>/", supporter.details, name="forum_details"),
    path("forum/requests/<int:pk>/done/", supporter.request_done, name="forum_request_done"),
    path("voices/<int:pk>/write-up/", write_up_voice, name="voices_write_up"),
    path("asked/<int:pk>/approve/", approve_asked, name="asked_approve"),
]
