"""Writing, sending and deciding on young people's posts: one transaction each, refused with a sentence for people."""

from .deciding import approve_post, check_safety, confirm_details, finish_request, link_words, mark_reading, send_back
from .files import add_picture, add_recording, library_pictures, own_pictures
from .refusals import PostRefused
from .writing import ask_for_change, delete_draft, own_post, posts_page, save_draft, send_post, start_post

__all__ = [
    "PostRefused",
    "add_picture",
    "add_recording",
    "approve_post",
    "ask_for_change",
    "check_safety",
    "confirm_details",
    "delete_draft",
    "finish_request",
    "library_pictures",
    "link_words",
    "mark_reading",
    "own_pictures",
    "own_post",
    "posts_page",
    "save_draft",
    "send_back",
    "send_post",
    "start_post",
]
