import django.db.models.deletion
import modelcluster.contrib.taggit
import modelcluster.fields
from django.conf import settings
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
        ('blog', '0002_squashed'),
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='boardblogpage',
            name='content_owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who answers for this page'),
        ),
        migrations.AddField(
            model_name='boardmemberspage',
            name='content_owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who answers for this page'),
        ),
        migrations.AddField(
            model_name='boardmember',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='blog.boardmemberspage'),
        ),
        migrations.AddField(
            model_name='boardpostpage',
            name='author',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='blog.authorprofile'),
        ),
        migrations.AddField(
            model_name='boardpostpage',
            name='content_owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who answers for this page'),
        ),
        migrations.AddField(
            model_name='boardpostpage',
            name='themes',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, help_text='The post shows on the pages of these.', related_name='posts', to='blog.boardtheme', verbose_name='themes and priority action areas'),
        ),
        migrations.AddField(
            model_name='boardthemepage',
            name='content_owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who answers for this page'),
        ),
        migrations.AddField(
            model_name='boardthemepage',
            name='theme',
            field=models.ForeignKey(blank=True, help_text='The posts, promises and measures of it are shown here.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pages', to='blog.boardtheme', verbose_name='theme or area'),
        ),
        migrations.AddField(
            model_name='measure',
            name='area',
            field=models.ForeignKey(blank=True, limit_choices_to={'kind': 'area'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='measures_of_area', to='blog.boardtheme', verbose_name='priority action area'),
        ),
        migrations.AddField(
            model_name='measure',
            name='theme',
            field=models.ForeignKey(blank=True, limit_choices_to={'kind': 'theme'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='measures', to='blog.boardtheme'),
        ),
        migrations.AddField(
            model_name='measurepoint',
            name='measure',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='points', to='blog.measure'),
        ),
        migrations.AddField(
            model_name='measurespage',
            name='content_owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who answers for this page'),
        ),
        migrations.AddField(
            model_name='postcorrection',
            name='page',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='blog.boardpostpage'),
        ),
        migrations.AddField(
            model_name='posttag',
            name='content_object',
            field=modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='tagged_items', to='blog.boardpostpage'),
        ),
        migrations.AddField(
            model_name='posttag',
            name='tag',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(app_label)s_%(class)s_items', to='taggit.tag'),
        ),
        migrations.AddField(
            model_name='boardpostpage',
            name='tags',
            field=modelcluster.contrib.taggit.ClusterTaggableManager(blank=True, help_text='A comma-separated list of tags.', through='blog.PostTag', to='taggit.Tag', verbose_name='Tags'),
        ),
        migrations.AddField(
            model_name='promise',
            name='area',
            field=models.ForeignKey(blank=True, limit_choices_to={'kind': 'area'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='promises_of_area', to='blog.boardtheme', verbose_name='priority action area'),
        ),
        migrations.AddField(
            model_name='promise',
            name='post',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='promises', to='blog.boardpostpage', verbose_name='the post that tells of it'),
        ),
        migrations.AddField(
            model_name='promise',
            name='theme',
            field=models.ForeignKey(blank=True, limit_choices_to={'kind': 'theme'}, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='promises', to='blog.boardtheme'),
        ),
        migrations.AddField(
            model_name='promisespage',
            name='content_owner',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who answers for this page'),
        ),
        migrations.AddField(
            model_name='promisestep',
            name='promise',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='blog.promise'),
        ),
        migrations.AddField(
            model_name='promisestep',
            name='recorded_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='measurepoint',
            constraint=models.UniqueConstraint(fields=('measure', 'day'), name='one_figure_a_day'),
        ),
        migrations.AddIndex(
            model_name='promise',
            index=models.Index(fields=['is_public', 'outcome', 'due_on'], name='promise_state'),
        ),
    ]
