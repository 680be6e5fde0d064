import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    # What there was before the first release. A site that ran all of these is where this brings it.
    replaces = [
        ('home', '0001_initial'),
        ('home', '0002_initial'),
        ('home', '0003_easy_read'),
        ('home', '0004_leave_quickly'),
    ]

    initial = True

    dependencies = [
        ('directory', '0001_squashed'),
        ('home', '0001_squashed'),
        ('media', '0001_squashed'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='homepage',
            name='content_owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who answers for this page'),
        ),
        migrations.AddField(
            model_name='informationpage',
            name='content_owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who answers for this page'),
        ),
        migrations.AddField(
            model_name='informationpage',
            name='picture',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media.customimage', verbose_name='picture at the top'),
        ),
        migrations.AddField(
            model_name='sectionpage',
            name='age_stage',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='directory.agestage'),
        ),
        migrations.AddField(
            model_name='sectionpage',
            name='content_owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who answers for this page'),
        ),
        migrations.AddField(
            model_name='sectionpage',
            name='picture',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media.customimage', verbose_name='picture at the top'),
        ),
        migrations.AddField(
            model_name='sectionpage',
            name='topic',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='directory.topic'),
        ),
    ]
