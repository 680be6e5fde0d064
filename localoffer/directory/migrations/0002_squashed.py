import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    # What there was before the first release. A site that ran all of these is where this brings it.
    replaces = [
        ('directory', '0001_initial'),
        ('directory', '0002_initial'),
        ('directory', '0003_listing_facts'),
        ('directory', '0004_editing'),
        ('directory', '0005_phone_for'),
        ('directory', '0006_leave_quickly'),
    ]

    initial = True

    dependencies = [
        ('directory', '0001_squashed'),
        ('media', '0001_squashed'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='directorypage',
            name='content_owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who answers for this page'),
        ),
        migrations.AddField(
            model_name='language',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='language',
            name='merged_into',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.language'),
        ),
        migrations.AddField(
            model_name='need',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='need',
            name='merged_into',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.need'),
        ),
        migrations.AddField(
            model_name='serviceaccess',
            name='feature',
            field=models.ForeignKey(help_text='Such as: step-free entrance.', on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.accessfeature'),
        ),
        migrations.AddField(
            model_name='servicelink',
            name='document',
            field=models.ForeignKey(blank=True, help_text='Such as: a leaflet.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='media.customdocument'),
        ),
        migrations.AddField(
            model_name='servicelink',
            name='target',
            field=models.ForeignKey(blank=True, help_text='A page of this site.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL),
        ),
        migrations.AddField(
            model_name='servicepage',
            name='age_stages',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Such as: Primary school, for ages 5 to 10.', related_name='+', to='directory.agestage'),
        ),
        migrations.AddField(
            model_name='servicepage',
            name='areas',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Such as: Abingdon. Only if it serves some areas.', related_name='+', to='directory.area'),
        ),
        migrations.AddField(
            model_name='servicepage',
            name='content_owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who answers for this page'),
        ),
        migrations.AddField(
            model_name='servicepage',
            name='film',
            field=models.ForeignKey(blank=True, help_text='With captions. Such as: a walk from the door to the room.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media.custommedia'),
        ),
        migrations.AddField(
            model_name='servicepage',
            name='languages',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, help_text='What the staff themselves speak. Such as: British Sign Language.', related_name='+', to='directory.language'),
        ),
        migrations.AddField(
            model_name='servicepage',
            name='needs',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, help_text='Only those it is made for. A football club for all children has none; one for deaf children has “Hearing”.', related_name='+', to='directory.need'),
        ),
        migrations.AddField(
            model_name='servicepage',
            name='organisation',
            field=models.ForeignKey(blank=True, help_text='Who provides it: a council team, a charity, a school. Not there yet? Add it under Directory, Organisations.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='services', to='directory.organisation'),
        ),
        migrations.AddField(
            model_name='servicelink',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='directory.servicepage'),
        ),
        migrations.AddField(
            model_name='servicecost',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='costs', to='directory.servicepage'),
        ),
        migrations.AddField(
            model_name='servicecontact',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='contacts', to='directory.servicepage'),
        ),
        migrations.AddField(
            model_name='servicecloseddates',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='closed_dates', to='directory.servicepage'),
        ),
        migrations.AddField(
            model_name='serviceanswer',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='directory.servicepage'),
        ),
        migrations.AddField(
            model_name='serviceaccess',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='access', to='directory.servicepage'),
        ),
        migrations.AddField(
            model_name='servicepicture',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='pictures', to='directory.servicepage'),
        ),
        migrations.AddField(
            model_name='servicepicture',
            name='picture',
            field=models.ForeignKey(help_text='Such as: the gate from the pavement, without people.', on_delete=django.db.models.deletion.CASCADE, related_name='+', to='media.customimage'),
        ),
        migrations.AddField(
            model_name='serviceplace',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='places', to='directory.servicepage'),
        ),
        migrations.AddField(
            model_name='serviceregistration',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='registrations', to='directory.servicepage'),
        ),
        migrations.AddField(
            model_name='serviceschedule',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='schedules', to='directory.servicepage'),
        ),
        migrations.AddField(
            model_name='topic',
            name='locale',
            field=models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale'),
        ),
        migrations.AddField(
            model_name='topic',
            name='merged_into',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.topic'),
        ),
        migrations.AddField(
            model_name='topic',
            name='parent',
            field=models.ForeignKey(blank=True, help_text='Such as: Things to do, for Sport and swimming. Empty for a topic at the top.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='children', to='directory.topic'),
        ),
        migrations.AddField(
            model_name='servicepage',
            name='topics',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, help_text='One to three. Such as: Sport and swimming.', related_name='+', to='directory.topic'),
        ),
        migrations.AlterUniqueTogether(
            name='accessfeature',
            unique_together={('slug', 'locale'), ('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='agestage',
            unique_together={('slug', 'locale'), ('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='area',
            unique_together={('slug', 'locale'), ('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='language',
            unique_together={('slug', 'locale'), ('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='need',
            unique_together={('slug', 'locale'), ('translation_key', 'locale')},
        ),
        migrations.AlterUniqueTogether(
            name='topic',
            unique_together={('slug', 'locale'), ('translation_key', 'locale')},
        ),
    ]
