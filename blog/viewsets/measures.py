"""Measures in the admin. Their figures have screens of their own (views/figures.py)."""

from typing import Any

from django.contrib import messages
from django.urls import reverse
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic import CreateView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import Measure


class MeasureIndexView(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().with_recent()


class MeasureCreateView(CreateView):
    """A new measure is empty, so its figures come next."""

    def get_success_url(self) -> str:
        messages.info(self.request, "Now write down its figures.")
        return reverse("blog_figures", args=[self.object.pk])


class MeasureViewSet(ModelViewSet):
    model = Measure
    name = "measures"
    icon = "history"
    menu_label = "Measures"
    copy_view_enabled = False
    index_view_class = MeasureIndexView
    add_view_class = MeasureCreateView
    search_fields = ["name", "meaning", "source"]
    list_filter = ["theme", "area", "is_public"]
    ordering = ["name", "pk"]
    list_display = [
        "__str__",
        Column("latest", label="Newest figure", accessor=lambda measure: measure.latest_words or "None yet"),
        Column("latest_date", label="Date", accessor="latest_date"),
        "theme",
        BooleanColumn("is_public", label="On the site"),
    ]
    edit_handler = ObjectList(
        [
            HelpPanel(template="blog/admin/newest_figures.html", heading="Figures"),
            MultiFieldPanel(
                [
                    FieldPanel("name"),
                    FieldPanel("slug"),
                    FieldPanel("meaning"),
                    FieldRowPanel([FieldPanel("unit"), FieldPanel("unit_one")]),
                    FieldPanel("source"),
                    FieldPanel("dates_as"),
                ],
                heading="What is measured",
            ),
            MultiFieldPanel(
                [FieldPanel("direction"), FieldRowPanel([FieldPanel("target"), FieldPanel("target_on")])],
                heading="Which way it should go",
            ),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("theme"), FieldPanel("area")]), FieldPanel("is_public")], heading="Where it shows"
            ),
        ]
    )
