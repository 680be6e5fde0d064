"""The smaller copies of pictures: made before anybody asks for them, and gone when the picture may no longer be shown.

Whatever is missing all the same is made by Wagtail when a page asks for it.
"""

from datetime import date
from functools import partial
from io import BytesIO
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django_tasks import task
from wagtail.images.models import Filter

from ..library import library_ids
from ..models import Consent, CustomImage
from ..rules.sizes import OF_PAGES, OF_THE_LIBRARY


def make_soon(image_id: int) -> None:
    """Has the copies of a picture made in the background, once what changed about it is committed.

    Robust: whoever sent the picture need not hear of a queue that fails, since pages make what is missing.
    """
    transaction.on_commit(partial(make_in_background.enqueue, image_id), robust=True)


@task(queue_name="slow")  # whoever looks at once gets the picture all the same
def make_in_background(image_id: int) -> None:
    image = CustomImage.objects.filter(pk=image_id).first()
    if image is not None:  # else deleted since
        make_renditions(image=image, today=timezone.localdate())


def make_renditions(*, image: CustomImage, today: date) -> int:
    """Makes those copies for public pages that are missing, and returns how many. None of a picture that may not be shown.

    Drawing takes seconds, so it is done first, with nobody waiting; then all of them are stored at once, if the picture may
    still be shown and is still the same. Raises what Wagtail raises when its file cannot be read.
    """
    if not image.may_be_shown(today):
        return 0
    there = set(image.renditions.values_list("filter_spec", "focal_point_key"))
    sizes = OF_THE_LIBRARY if image.collection_id in library_ids() else OF_PAGES
    missing = [size for size in map(Filter, sizes) if (size.spec, size.get_cache_key(image)) not in there]
    if not missing:
        return 0
    with image.open_file() as file:
        whole = file.read()
    drawn = [(size, image.generate_rendition_file(size, source=File(BytesIO(whole), name=image.file.name))) for size in missing]
    with transaction.atomic():
        if not _is_as_it_was(image, today):
            return 0
        for size, made in drawn:
            image.renditions.get_or_create(
                filter_spec=size.spec, focal_point_key=size.get_cache_key(image), defaults={"file": made}
            )
    return len(drawn)


def _is_as_it_was(image: CustomImage, today: date) -> bool:
    """Whether the picture may be shown and has the same file, now and until the end of this transaction.

    Whoever takes the consent back waits for us, or we for them: so no copy is stored behind their back.
    """
    now = CustomImage.objects.select_for_update(of=("self",), no_key=True).filter(pk=image.pk).first()
    if now is None or now.file.name != image.file.name:
        return False
    if now.consent_id is not None:
        now.consent = Consent.objects.select_for_update(no_key=True).get(pk=now.consent_id)
    return now.may_be_shown(today)


def remove_renditions(image: CustomImage) -> None:
    """The rows, and at commit the files: Wagtail would leave the files to the queue."""
    renditions: list[Any] = list(image.renditions.all())
    image.renditions.all().delete()
    for rendition in renditions:
        storage, name = rendition.file.storage, rendition.file.name
        transaction.on_commit(lambda storage=storage, name=name: storage.delete(name))
