import uuid

import django.db.models.deletion
from django.db import migrations, models

ROWS = ("serviceaccess", "serviceanswer", "servicecontact", "servicecost")


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_squashed"), ("wagtailcore", "0098_apitoken")]

    operations = [
        operation
        for name in ROWS
        for operation in (
            migrations.AddField(name, "translation_key", models.UUIDField(default=uuid.uuid4, editable=False, null=True)),
            migrations.AddField(
                name,
                "locale",
                models.ForeignKey(
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="wagtailcore.locale",
                    verbose_name="locale",
                ),
            ),
        )
    ]
