"""What stands beside a post's own fields in its editor."""

from typing import Any

from django.utils import timezone
from wagtail.admin.panels import Panel

from ..rules.checklist import checklist
from .approval import asks_the_chair, can_ask_the_chair, chair_problem, newest_review
from .promises import Promise


class PromisesPanel(Panel):
    """The promises that the post tells of, with a way to write down another. They are no part of the post's draft."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "blog/admin/post_promises.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            user, today = self.request.user, timezone.localdate()
            found = _promises(self.instance)
            return context | {
                "post": self.instance,
                "rows": [(promise, promise.state_on(today).label) for promise in found],
                "may_add": user.has_perm("blog.add_promise"),
                "may_change": user.has_perm("blog.change_promise"),
            }


class ChairPanel(Panel):
    """Where the chair's approval stands, with the way to ask for it. Shown where the chair can be asked, or was."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "blog/admin/chair_panel.html"

        def is_shown(self) -> bool:
            return super().is_shown() and (can_ask_the_chair(self.instance) or newest_review(self.instance.pk) is not None)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            post = self.instance
            return super().get_context_data(parent_context) | {
                "post": post,
                "problem": chair_problem(post, timezone.now()),
                "must_ask": asks_the_chair(post),
                "can_ask": can_ask_the_chair(post),
                "reviews": list(post.chair_reviews.select_related("asked_by")) if post.pk else [],
            }


class ChecklistPanel(Panel):
    """What is there and what is missing, in the version that was saved last."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "blog/admin/checklist.html"

        def is_shown(self) -> bool:
            return self.instance.pk is not None and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            post = self.instance
            checks = checklist(
                post,
                has_body=bool(post.body),
                has_themes=post.themes.exists(),
                has_next_meeting=post.next_meeting_date is not None,
                has_promises=bool(_promises(post)),
            )
            # What the gate itself would say, which knows more than this list: alternative texts, consents, headings.
            in_the_way = [sentence for sentences in post.publish_problems().values() for sentence in sentences]
            return super().get_context_data(parent_context) | {"checks": checks, "in_the_way": in_the_way}


def _promises(post: Any) -> list[Promise]:
    """Also those that are not public yet, the oldest first."""
    if post.pk is None:
        return []
    return list(Promise.objects.filter(post__translation_key=post.translation_key).oldest_first())
