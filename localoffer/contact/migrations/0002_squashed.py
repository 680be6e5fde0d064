import django.db.models.deletion
import localoffer.contact.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    # What there was before the first release. A site that ran all of these is where this brings it.
    replaces = [
        ('contact', '0001_initial'),
        ('contact', '0002_initial'),
        ('contact', '0003_inbox'),
    ]

    initial = True

    dependencies = [
        ('contact', '0001_squashed'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='message',
            name='handled_by',
            field=models.ForeignKey(blank=True, limit_choices_to=localoffer.contact.models.who_answers, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='in whose hands'),
        ),
        migrations.AddField(
            model_name='message',
            name='page',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL),
        ),
        migrations.AddConstraint(
            model_name='messagecount',
            constraint=models.UniqueConstraint(fields=('month', 'kind'), name='one_count_a_month_and_kind'),
        ),
        migrations.AddIndex(
            model_name='message',
            index=models.Index(fields=['status', '-received_at'], name='contact_mes_status_8137bd_idx'),
        ),
    ]
