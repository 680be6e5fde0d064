import uuid

from django.db import migrations
from django.db.models import OuterRef, Subquery

ROWS = ("ServiceAccess", "ServiceAnswer", "ServiceContact", "ServiceCost")
AT_ONCE = 1000


def give_keys(apps, schema_editor):
    """Each row gets a key of its own, and the language of its page. Translations take up the keys when they are next saved."""
    pages = apps.get_model("wagtailcore", "Page").objects.filter(pk=OuterRef("page_id"))
    for name in ROWS:
        model = apps.get_model("directory", name)
        model.objects.update(locale_id=Subquery(pages.values("locale_id")[:1]))
        rows = []
        for row in model.objects.only("pk").iterator(AT_ONCE):
            row.translation_key = uuid.uuid4()
            rows.append(row)
        model.objects.bulk_update(rows, ["translation_key"], batch_size=AT_ONCE)


class Migration(migrations.Migration):
    dependencies = [("directory", "0003_rows_in_languages")]

    operations = [migrations.RunPython(give_keys, migrations.RunPython.noop)]
