"""What stands beside a post's own fields in its editor."""

import copy
from typing import Any

from django.utils import timezone
from wagtail.admin.panels import Panel

from localoffer.pages.models import PublishingForm

from ..rules.checklist import checklist
from .promises import Promise


class RowsForm(PublishingForm):
    """For pages whose gate asks for rows below them. It waits until those that were typed are read."""

    def _post_clean(self) -> None:
        super(PublishingForm, self)._post_clean()

    def is_valid(self) -> bool:
        valid = super().is_valid()
        if self.is_bound and not self.is_deferred_validation and not hasattr(self, "gated"):
            self.gated = True
            self.show_problems_of(self.as_typed())
        return valid and not self.errors

    def as_typed(self) -> Any:
        """The page with the rows that stand in the form, not saved, beside the one that the form will save."""
        page = copy.copy(self.instance)
        typed = {
            name: [
                form.instance
                for form in formset.forms
                if form not in formset.deleted_forms and (form in formset.initial_forms or form.has_changed())
            ]
            for name, formset in self.formsets.items()
            if name != "comments" and formset.is_valid()
        }
        page._cluster_related_objects = {**getattr(self.instance, "_cluster_related_objects", {}), **typed}
        return page


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
