from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Collection


@register_setting(icon="group", order=20)
class ForumSettings(BaseGenericSetting):
    """How young people's posts are approved, and which pictures the members may choose."""

    two_steps = models.BooleanField(
        "two people look at each post",
        default=False,
        help_text="First one checks that it is safe, then another one publishes it. Else one person does both.",
    )
    library = models.ForeignKey(
        Collection,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="pictures to choose from",
        help_text="Members may use the pictures of this collection. Without it they can only add their own.",
    )

    panels = [FieldPanel("two_steps"), FieldPanel("library")]

    class Meta:
        verbose_name = "youth forum"

    def __str__(self) -> str:
        return "Youth forum"
