import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    # What there was before the first release. A site that ran all of these is where this brings it.
    replaces = [
        ('events', '0001_initial'),
        ('events', '0002_meeting'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='BankHoliday',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(error_messages={'unique': 'That day is in the list already.'}, unique=True)),
                ('name', models.CharField(max_length=80)),
            ],
            options={
                'ordering': ['day'],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('body', models.CharField(choices=[('forum', 'SEND Youth Forum'), ('board', 'SEND board')], max_length=10, verbose_name='who meets')),
                ('title', models.CharField(help_text='Such as: Autumn meeting.', max_length=120)),
                ('day', models.DateField()),
                ('starts_at', models.TimeField(blank=True, help_text='Such as 16:30. Empty: not known yet.', null=True, verbose_name='from')),
                ('ends_at', models.TimeField(blank=True, null=True, verbose_name='until')),
                ('place', models.CharField(blank=True, help_text='For young people only the town, or “online”: tell the members the address yourself.', max_length=120, verbose_name='where, for the public')),
                ('is_cancelled', models.BooleanField(default=False, verbose_name='it does not happen')),
                ('agenda', models.TextField(blank=True, help_text='One thing a line, in plain words.', max_length=2000, verbose_name='what we talk about')),
                ('notes', models.TextField(blank=True, help_text='Plain notes, one thing a line, after the meeting. No surnames, and no school of a young person.', max_length=6000, verbose_name='what was said')),
            ],
            options={
                'ordering': ['-day', '-starts_at'],
                'indexes': [models.Index(fields=['body', 'day'], name='events_meet_body_d66841_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends_at', None), models.Q(('ends_at__gt', models.F('starts_at')), ('starts_at__isnull', False)), _connector='OR'), name='meeting_ends_after_it_begins', violation_error_message='It would end before it starts. Check both times.')],
            },
        ),
        migrations.CreateModel(
            name='SchoolTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='Such as: Autumn term, first half, 2026.', max_length=80)),
                ('first_day', models.DateField()),
                ('last_day', models.DateField()),
            ],
            options={
                'ordering': ['first_day'],
                'constraints': [models.CheckConstraint(condition=models.Q(('last_day__gte', models.F('first_day'))), name='term_ends_after_it_begins', violation_error_message='The term would end before it begins. Check both days.')],
            },
        ),
    ]
