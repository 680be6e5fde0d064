import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PageReading',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('youth', 'Youth pages'), ('board', 'Board posts'), ('listing', 'Services'), ('other', 'Other pages')], max_length=10)),
                ('words', models.PositiveIntegerField()),
                ('grade', models.FloatField(db_index=True)),
                ('mean_sentence', models.FloatField()),
                ('longest_sentence', models.PositiveIntegerField()),
                ('reason', models.TextField(blank=True, help_text='Why it may be over its limit.')),
                ('measured_by', models.PositiveSmallIntegerField(help_text='The version of the rules.')),
                ('measured_at', models.DateTimeField()),
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='kept_reading', to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'ordering': ['-grade', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ReadingLimits',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('youth_grade', models.PositiveSmallIntegerField(default=6, help_text='1 to 18.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(18)], verbose_name='reading grade')),
                ('youth_sentence', models.PositiveSmallIntegerField(default=20, help_text='8 to 60.', validators=[django.core.validators.MinValueValidator(8), django.core.validators.MaxValueValidator(60)], verbose_name='words in a sentence')),
                ('board_grade', models.PositiveSmallIntegerField(default=9, help_text='1 to 18.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(18)], verbose_name='reading grade')),
                ('board_sentence', models.PositiveSmallIntegerField(default=25, help_text='8 to 60.', validators=[django.core.validators.MinValueValidator(8), django.core.validators.MaxValueValidator(60)], verbose_name='words in a sentence')),
                ('listing_grade', models.PositiveSmallIntegerField(default=9, help_text='1 to 18.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(18)], verbose_name='reading grade')),
                ('listing_sentence', models.PositiveSmallIntegerField(default=25, help_text='8 to 60.', validators=[django.core.validators.MinValueValidator(8), django.core.validators.MaxValueValidator(60)], verbose_name='words in a sentence')),
                ('other_grade', models.PositiveSmallIntegerField(default=9, help_text='1 to 18.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(18)], verbose_name='reading grade')),
                ('other_sentence', models.PositiveSmallIntegerField(default=25, help_text='8 to 60.', validators=[django.core.validators.MinValueValidator(8), django.core.validators.MaxValueValidator(60)], verbose_name='words in a sentence')),
                ('site', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, to='wagtailcore.site')),
            ],
            options={
                'verbose_name': 'limits of plain words',
            },
        ),
    ]
