"""The demonstration's consents: one that is live, one that ends soon, one that was taken back. The people are made up."""

from datetime import date, timedelta

from django.core.files.images import ImageFile

from localoffer.media.models import Consent, CustomImage
from localoffer.people.models import User

from .files import collection
from .reading import FOLDER

SHOWN = "forum-visit"  # a drawing; handled as a picture of real people would be
TAKEN_BACK = "Our picnic (example, taken back)"
HOW = "Example: signed form, kept by the forum"


def load_consents(recorded_by: User, pictures: dict[str, int], today: date) -> None:
    """Nothing where there is any consent."""
    if Consent.objects.exists():
        return
    day = timedelta(days=1)
    live = Consent.objects.create(
        display_name="Three of us, aged 13 to 15 (example)",
        agrees_to_picture=True,
        under_16=True,
        given_by_person=True,
        given_by_parent=True,
        parent_role="mothers of two, foster carer with the council’s agreement for one",
        how_given=HOW,
        given_on=today - 60 * day,
        ends_on=today + 305 * day,
        recorded_by=recorded_by,
    )
    picture = CustomImage.objects.get(pk=pictures[SHOWN])
    picture.shows_people, picture.consent = True, live
    picture.save()
    Consent.objects.create(
        display_name="Ari (example)",
        agrees_to_words=True,
        agrees_to_name=True,
        under_16=False,
        given_by_person=True,
        how_given=HOW,
        given_on=today - 345 * day,
        ends_on=today + 20 * day,
        recorded_by=recorded_by,
    )
    taken_back = Consent.objects.create(
        display_name="Bo (example)",
        agrees_to_picture=True,
        under_16=False,
        cannot_decide=True,
        decided_by="J. (example)",
        decided_role="father, as deputy of the court",
        decided_on=today - 101 * day,
        how_given=HOW,
        given_on=today - 100 * day,
        ends_on=today + 265 * day,
        withdrawn_on=today - 10 * day,
        withdrawn_note="Example: Bo turned away when we showed the picture again.",
        recorded_by=recorded_by,
    )
    with (FOLDER / "pictures" / "friends.png").open("rb") as file:
        CustomImage.objects.create(
            title=TAKEN_BACK,
            description="Drawing of four young people who have a picnic.",
            credit="Drawn for this site",
            shows_people=True,
            consent=taken_back,
            collection=collection(),
            file=ImageFile(file, name="picnic.png"),
        )
