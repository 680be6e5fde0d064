from wagtail.admin.mail import GroupApprovalTaskStateSubmissionEmailNotifier
from wagtail.signals import task_submitted

from .models import SupporterTaskState

# Kept here: signals hold their receivers weakly.
tell_supporters = GroupApprovalTaskStateSubmissionEmailNotifier()


def connect() -> None:
    """Wagtail sends its letters for steps of its own kind only; ours is another kind."""
    task_submitted.connect(tell_supporters, sender=SupporterTaskState, dispatch_uid="youth.submitted")
