"""Who may open the papers of a meeting."""

from typing import Any

from localoffer.pages.querysets import open_to_all

from ..models import BoardMeetingPage, HeldPaper, MeetingPaper
from .bringing_in import blogs_for


def may_open(document: Any, user: Any) -> bool:
    """True for a document that is no paper, for a paper of a meeting that everybody may see, and for those who write the blog."""
    if open_to_all(BoardMeetingPage.objects.filter(papers__document=document.pk)).exists():
        return True
    is_paper = HeldPaper.objects.filter(pk=document.pk).exists() or MeetingPaper.objects.filter(document=document.pk).exists()
    return not is_paper or bool(blogs_for(user))
