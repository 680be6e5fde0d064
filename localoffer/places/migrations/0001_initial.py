import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=60)),
                ('key', models.CharField(editable=False, max_length=60)),
                ('kind', models.PositiveSmallIntegerField(choices=[(1, 'town'), (2, 'village or part of a town'), (3, 'postcode district, such as OX14'), (4, 'postcode sector, such as OX14 3'), (5, 'postcode')], default=2)),
                ('latitude', models.FloatField(help_text='Such as 51.671.', validators=[django.core.validators.MinValueValidator(49.0), django.core.validators.MaxValueValidator(61.0)])),
                ('longitude', models.FloatField(help_text='Such as -1.283. West of Greenwich it begins with a minus.', validators=[django.core.validators.MinValueValidator(-9.0), django.core.validators.MaxValueValidator(2.0)])),
                ('area', models.SlugField(blank=True, db_index=False, help_text='The slug of one of the directory’s areas, such as vale-of-white-horse. Empty when not known.', verbose_name='local district')),
                ('inside', models.BooleanField(default=True, verbose_name='in our area')),
                ('source', models.PositiveSmallIntegerField(choices=[(1, 'shipped with the product'), (2, 'imported'), (3, 'kept by editors')], default=3, editable=False)),
            ],
            options={
                'ordering': ['kind', 'key', 'area'],
                'constraints': [models.UniqueConstraint(fields=('kind', 'key', 'area', 'source'), name='place_once')],
            },
        ),
    ]
