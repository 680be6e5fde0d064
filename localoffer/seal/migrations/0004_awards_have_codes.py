import localoffer.seal.models.awards
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [('seal', '0003_awards_from_before')]

    operations = [
        migrations.AlterField(
            model_name='award',
            name='code',
            field=models.CharField(default=localoffer.seal.models.awards.new_code, editable=False, max_length=12, unique=True),
        ),
        migrations.AlterField(
            model_name='award',
            name='review_on',
            field=models.DateField(editable=False, verbose_name='next visit due from'),
        ),
    ]
