"""The full-text index goes while its table changes; 0005 makes it anew."""

from importlib import import_module

from django.db import migrations

before = import_module("localoffer.search.migrations.0002_full_text")


class Migration(migrations.Migration):
    dependencies = [("search", "0002_full_text")]

    operations = [migrations.RunPython(before.unmake, before.make)]
