import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    # What there was before the first release. A site that ran all of these is where this brings it.
    replaces = [
        ('blog', '0001_initial'),
        ('blog', '0002_initial'),
        ('blog', '0003_initial'),
        ('blog', '0004_easy_read'),
        ('blog', '0005_leave_quickly'),
        ('blog', '0006_word_documents'),
        ('blog', '0007_promises'),
        ('blog', '0008_measures'),
        ('blog', '0009_areas'),
        ('blog', '0010_corrections'),
        ('blog', '0011_members'),
    ]

    initial = True

    dependencies = [
        ('blog', '0001_squashed'),
        ('media', '0001_squashed'),
    ]

    operations = [
        migrations.AddField(
            model_name='authorprofile',
            name='picture',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media.customimage'),
        ),
    ]
