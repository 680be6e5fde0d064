"""The words of the priority action areas become areas, one for each wording; what promises say of them stays the same."""

from django.db import migrations
from django.utils.text import slugify

LONGEST_SLUG = 50


def areas_of_words(apps, schema_editor):
    BoardTheme, Promise = apps.get_model("blog", "BoardTheme"), apps.get_model("blog", "Promise")
    made = {}
    for promise in Promise.objects.exclude(priority_area="").order_by("pk"):
        name = " ".join(promise.priority_area.split())
        if not name:
            continue
        if name.lower() not in made:
            start = slugify(name)[:LONGEST_SLUG].strip("-") or "area"
            slug, number = start, 2
            while BoardTheme.objects.filter(slug=slug).exists():
                slug, number = f"{start}-{number}", number + 1
            made[name.lower()] = BoardTheme.objects.create(name=name, slug=slug, kind="area", sort_order=100 + len(made))
        Promise.objects.filter(pk=promise.pk).update(area=made[name.lower()])
    settle(schema_editor)


def words_of_areas(apps, schema_editor):
    Promise = apps.get_model("blog", "Promise")
    for promise in Promise.objects.exclude(area=None).select_related("area"):
        Promise.objects.filter(pk=promise.pk).update(priority_area=promise.area.name)
    settle(schema_editor)


def settle(schema_editor):
    """PostgreSQL changes no table while checks of its rows are still to come."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        schema_editor.execute("SET CONSTRAINTS ALL DEFERRED")


class Migration(migrations.Migration):
    dependencies = [("blog", "0008_measures")]

    operations = [
        migrations.RunPython(areas_of_words, words_of_areas),
        migrations.RemoveField(model_name="promise", name="priority_area"),
    ]
