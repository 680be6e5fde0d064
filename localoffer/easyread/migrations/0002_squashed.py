import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    # What there was before the first release. A site that ran all of these is where this brings it.
    replaces = [
        ('easyread', '0001_initial'),
        ('easyread', '0002_leave_quickly'),
    ]

    initial = True

    dependencies = [
        ('easyread', '0001_squashed'),
        ('media', '0001_squashed'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='easyreadpage',
            name='content_owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who answers for this page'),
        ),
        migrations.AddField(
            model_name='easyreadpage',
            name='picture',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media.customimage', verbose_name='picture on the cover'),
        ),
    ]
