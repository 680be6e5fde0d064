import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    # What there was before the first release. A site that ran all of these is where this brings it.
    replaces = [
        ('search', '0001_initial'),
        ('search', '0002_full_text'),
        ('search', '0003_take_the_index_down'),
        ('search', '0004_stems_words_synonyms'),
        ('search', '0005_full_text_of_stems'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='IndexVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name='SynonymGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('terms', models.TextField(help_text='One on each line, or with commas between. The first is the main one: we show it to readers. Leave out capital letters and commas inside a term if you like; they make no difference.', verbose_name='words that mean the same')),
                ('one_way', models.BooleanField(default=False, help_text='Whoever types one of the others finds the first too, but not the other way round. For words with a second meaning: “statement” looks for “EHC plan”, and “EHC plan” not for “statement”.', verbose_name='only towards the first')),
                ('language', models.CharField(choices=[('en-gb', 'English'), ('pl', 'Polski'), ('uk', 'Українська'), ('ar', 'العربية'), ('ur', 'اردو'), ('pt', 'Português')], default='en-gb', max_length=10)),
            ],
            options={
                'verbose_name': 'group of words that mean the same',
                'verbose_name_plural': 'words people type',
                'ordering': ['terms', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='UnmetSearch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(max_length=100, verbose_name='words')),
                ('language', models.CharField(choices=[('en-gb', 'English'), ('pl', 'Polski'), ('uk', 'Українська'), ('ar', 'العربية'), ('ur', 'اردو'), ('pt', 'Português')], default='en-gb', max_length=10)),
                ('month', models.DateField(help_text='its first day')),
                ('count', models.PositiveIntegerField(default=0, verbose_name='times')),
            ],
            options={
                'verbose_name': 'unmet search',
                'verbose_name_plural': 'unmet searches',
                'constraints': [models.UniqueConstraint(fields=('question', 'language', 'month'), name='search_unmet_once')],
            },
        ),
        migrations.CreateModel(
            name='Word',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=10)),
                ('word', models.CharField(max_length=60)),
                ('stem', models.CharField(max_length=60)),
                ('uses', models.IntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('language', 'word'), name='search_word_once')],
            },
        ),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=20)),
                ('language', models.CharField(max_length=10)),
                ('title', models.TextField()),
                ('labels', models.TextField(blank=True, help_text='the names of its topics, with commas between')),
                ('facts', models.JSONField(blank=True, default=dict, help_text="what the page's app filters by")),
                ('title_words', models.TextField(blank=True)),
                ('other_names', models.TextField(blank=True)),
                ('topics', models.TextField(blank=True)),
                ('summary', models.TextField(blank=True)),
                ('organisation', models.TextField(blank=True)),
                ('place', models.TextField(blank=True)),
                ('body', models.TextField(blank=True)),
                ('spelled', models.TextField(blank=True, help_text='each of its words once, as readers write it')),
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.WAGTAIL_PAGE_MODEL)),
            ],
            options={
                'verbose_name_plural': 'search entries',
                'indexes': [models.Index(fields=['kind', 'language'], name='search_sear_kind_c84929_idx')],
            },
        ),
    ]
