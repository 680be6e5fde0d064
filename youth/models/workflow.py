"""The step in which a supporter reads a young person's page."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from wagtail.models import AbstractGroupApprovalTask, TaskState

NO_MESSAGE = "Write a kind message: what is good, and what to change. The young person reads it."


class SendBackForm(forms.Form):
    """Nobody gets a post back without a word."""

    comment = forms.CharField(
        label="Your message to the young person",
        max_length=2000,
        help_text="Say what is good first. Then say what to change, one thing at a time.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": NO_MESSAGE},
    )


class SupporterTaskState(TaskState):
    """A post that waits, and who is reading it."""

    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )


class SupporterTask(AbstractGroupApprovalTask):
    """Like Wagtail's approval by a group, but sending back needs a message, and it is known who reads."""

    task_state_class = SupporterTaskState

    class Meta:
        verbose_name = "approval by a forum supporter"
        verbose_name_plural = "approvals by a forum supporter"

    def get_form_for_action(self, action: str) -> Any:
        return SendBackForm if action == "reject" else super().get_form_for_action(action)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        if not super().get_actions(obj, user):
            return []
        return [("reject", "Send back with a message", True), ("approve", "Approve", False)]

    def on_action(self, task_state: TaskState, user: Any, action_name: str, **kwargs: Any) -> Any:
        """The last word on each road: the form of a view may have been left out."""
        if action_name == "reject" and not str(kwargs.get("comment") or "").strip():
            raise ValidationError(NO_MESSAGE)
        return super().on_action(task_state, user, action_name, **kwargs)

    @classmethod
    def get_description(cls) -> str:
        return "A forum supporter reads it, and approves it or sends it back with a message"
