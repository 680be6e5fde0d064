"""Choosing from the picture library: Wagtail's own chooser of images, opened at the library and searched by word."""

from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model
from wagtail.images.views.chooser import (
    ImageChooseResultsView,
    ImageChooserViewSet,
    ImageChooseView,
    ImageUploadView,
)
from wagtail.images.widgets import AdminImageChooser

from .library import library, library_ids

NAME = "picture_library"


class OfTheLibrary:
    """Only the library's pictures, by name. The collections need not be chosen among: there is one."""

    ordering = "title"

    def get_object_list(self) -> QuerySet:
        return super().get_object_list().filter(collection_id__in=library_ids())

    @cached_property
    def collections(self) -> None:
        return None


class IntoTheLibrary:
    """What is uploaded here goes into the library unless another collection is chosen."""

    def get_creation_form_kwargs(self) -> dict[str, Any]:
        return super().get_creation_form_kwargs() | {"initial": {"collection": library().pk}}


class LibraryChooseView(OfTheLibrary, IntoTheLibrary, ImageChooseView):
    pass


class LibraryChooseResultsView(OfTheLibrary, IntoTheLibrary, ImageChooseResultsView):
    pass


class LibraryUploadView(IntoTheLibrary, ImageUploadView):
    pass


class LibraryChooserViewSet(ImageChooserViewSet):
    choose_view_class = LibraryChooseView
    choose_results_view_class = LibraryChooseResultsView
    create_view_class = LibraryUploadView


class LibraryChooser(AdminImageChooser):
    """The field of a form in which a picture of the library is chosen."""

    choose_one_text = _("Choose a picture")
    choose_another_text = _("Choose another picture")
    link_to_chosen_text = _("Change this picture’s words")
    chooser_modal_url_name = f"{NAME}:choose"


viewset = LibraryChooserViewSet(NAME, model=get_image_model(), url_prefix="picture-library")
