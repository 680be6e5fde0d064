"""The demonstration's booklets to print."""

from localoffer.booklet.models import Booklet
from localoffer.directory.models import Topic

BOOKLETS = (
    ("all-services", "Services in Oxfordshire (example)", "All services of this demonstration, by topic.", ""),
    ("things-to-do", "Things to do (example)", "Clubs, sport and play for children and young people.", "things-to-do"),
)


def load_booklets() -> None:
    """Two booklets; left alone when editors have any."""
    if Booklet.objects.exists():
        return
    for slug, title, about, topic in BOOKLETS:
        wanted = Topic.objects.in_use().filter(slug=topic).first()
        Booklet.objects.create(slug=slug, title=title, about=about, topic=wanted)
