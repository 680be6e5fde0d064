"""The demonstration's news: its categories and authors, which its pages need. All of it invented."""

from blog.models import AuthorProfile, NewsCategory

from .reading import read

FILE = "news.json"


def load_words() -> None:
    """Adds the categories and the authors that are not there yet."""
    described = read(FILE)
    for number, (slug, name) in enumerate(described["categories"].items(), start=1):
        NewsCategory.objects.get_or_create(slug=slug, defaults={"name": name, "sort_order": number})
    for author in described["authors"]:
        words = {name: author[name] for name in ("name", "role", "about")}
        AuthorProfile.objects.get_or_create(slug=author["key"], defaults=words)
