import django.core.validators
import django.utils.timezone
import localoffer.contact.models
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
    ]

    operations = [
        migrations.CreateModel(
            name='InboxSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tell', models.EmailField(blank=True, help_text='Empty: everybody who may answer messages. The e-mail says how many there are, never what is in them.', max_length=254, verbose_name='tell this address of new messages')),
                ('keep_months', models.PositiveSmallIntegerField(default=12, validators=[django.core.validators.MinValueValidator(1, 'Keep messages for at least a month.'), django.core.validators.MaxValueValidator(120, 'Ten years is the most.')], verbose_name='delete messages after so many months')),
                ('keep_comments_months', models.PositiveSmallIntegerField(default=24, help_text='The council must publish comments and its answer once a year: keep them for longer than that.', validators=[django.core.validators.MinValueValidator(1, 'Keep messages for at least a month.'), django.core.validators.MaxValueValidator(120, 'Ten years is the most.')], verbose_name='delete comments on the Local Offer after so many months')),
            ],
            options={
                'verbose_name': 'inbox',
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(default=localoffer.contact.models.new_reference, editable=False, max_length=10, unique=True)),
                ('words', models.TextField(verbose_name='what they wrote')),
                ('received_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='received')),
                ('status', models.CharField(choices=[('new', 'New'), ('reading', 'Somebody is reading it'), ('with', 'With someone who can answer'), ('answered', 'Answered'), ('closed', 'Closed')], default='new', max_length=10, verbose_name='state')),
                ('with_whom', models.CharField(blank=True, help_text='Who was asked, outside this inbox. Such as: the transport team.', max_length=120, verbose_name='with whom')),
                ('staff_note', models.TextField(blank=True, verbose_name='note for colleagues')),
                ('told_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('kind', models.CharField(choices=[('message', 'Message'), ('problem', 'Problem with a page'), ('comment', 'Comment on the Local Offer'), ('complaint', 'Complaint')], max_length=12)),
                ('name', models.CharField(blank=True, max_length=100)),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('about', models.CharField(blank=True, max_length=255, verbose_name='about the page')),
            ],
            options={
                'ordering': ['-received_at'],
            },
        ),
        migrations.CreateModel(
            name='MessageCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('month', models.DateField()),
                ('kind', models.CharField(max_length=20)),
                ('number', models.PositiveIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'count of deleted messages',
                'verbose_name_plural': 'counts of deleted messages',
                'ordering': ['-month', 'kind'],
            },
        ),
    ]
