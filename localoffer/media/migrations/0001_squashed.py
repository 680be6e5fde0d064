import django.core.validators
import localoffer.media.models.files
import modelsearch.index
import wagtail.images.models
from django.db import migrations, models


class Migration(migrations.Migration):

    # What there was before the first release. A site that ran all of these is where this brings it.
    replaces = [
        ('media', '0001_initial'),
        ('media', '0002_initial'),
        ('media', '0003_who_agreed'),
        ('media', '0004_films_in_other_ways'),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('display_name', models.CharField(help_text='Never a surname. For a group: “three of us, aged 15 to 19”.', max_length=60, verbose_name='first or chosen name')),
                ('agrees_to_picture', models.BooleanField(default=False, verbose_name='picture or film')),
                ('agrees_to_voice', models.BooleanField(default=False, verbose_name='voice')),
                ('agrees_to_words', models.BooleanField(default=False, verbose_name='words')),
                ('agrees_to_name', models.BooleanField(default=False, verbose_name='first or chosen name')),
                ('under_16', models.BooleanField(choices=[(True, 'Under 16'), (False, '16 or over')], help_text='When they turn 16, ask them again: from then on it is theirs to decide.', verbose_name='how old were they when they agreed?')),
                ('given_by_person', models.BooleanField(default=False, help_text='In their own way: by words, signs, pictures or a device.', verbose_name='the person agreed')),
                ('given_by_parent', models.BooleanField(default=False, help_text='Not every parent or carer has it. With a care order the council has it: ask the social worker.', verbose_name='under 16: somebody with parental responsibility agreed')),
                ('parent_role', models.CharField(blank=True, help_text='What they are to the young person, not their name. Such as: mother; the council, by its social worker.', max_length=100, verbose_name='who that is')),
                ('cannot_decide', models.BooleanField(default=False, help_text='Only after you helped them to decide in every way you could. Then somebody decides what is best for them.', verbose_name='16 or over: they cannot decide this themselves')),
                ('decided_by', models.CharField(blank=True, max_length=100, verbose_name='who decided what is best for them')),
                ('decided_role', models.CharField(blank=True, help_text='Such as: deputy of the court; mother; social worker.', max_length=100, verbose_name='in what role')),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='decided on')),
                ('how_given', models.CharField(help_text='For example: signed form, kept by the forum.', max_length=200, verbose_name='how it was given')),
                ('given_on', models.DateField(verbose_name='given on')),
                ('ends_on', models.DateField(help_text='The last day on which we may show it.', verbose_name='ends on')),
                ('withdrawn_on', models.DateField(blank=True, help_text='From this day nothing that rests on this consent is shown. This cannot be undone: record a new consent.', null=True, verbose_name='taken back on')),
                ('withdrawn_note', models.TextField(blank=True, max_length=500, verbose_name='note on taking it back')),
                ('reminded_for', models.DateField(blank=True, editable=False, null=True)),
            ],
            options={
                'verbose_name': 'consent',
                'verbose_name_plural': 'consents',
                'ordering': ['-given_on'],
            },
        ),
        migrations.CreateModel(
            name='CustomDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('file', models.FileField(upload_to='documents', verbose_name='file')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('file_size', models.PositiveBigIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, editable=False, max_length=40)),
            ],
            options={
                'verbose_name': 'document',
                'verbose_name_plural': 'documents',
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='CustomImage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('width', models.IntegerField(editable=False, verbose_name='width')),
                ('height', models.IntegerField(editable=False, verbose_name='height')),
                ('created_at', models.DateTimeField(auto_now_add=True, db_index=True, verbose_name='created at')),
                ('focal_point_x', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_y', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_width', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_height', models.PositiveIntegerField(blank=True, null=True)),
                ('file_size', models.PositiveIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                ('shows_people', models.BooleanField(choices=[(True, 'Yes'), (False, 'No')], help_text='Drawings and crowds seen from behind are “No”.', verbose_name='are there people in it who could be recognised?')),
                ('file', localoffer.media.models.files.CleanImageField(height_field='height', upload_to=wagtail.images.models.get_upload_to, verbose_name='file', width_field='width')),
                ('description', models.CharField(blank=True, default='', help_text='What the picture shows, for somebody who cannot see it. One or two plain sentences.', max_length=255, verbose_name='alternative text')),
                ('is_decorative', models.BooleanField(default=False, help_text='Tick only if nothing is lost when nobody sees it.', verbose_name='only for decoration')),
                ('credit', models.CharField(blank=True, max_length=255, verbose_name='who made it')),
            ],
            options={
                'verbose_name': 'image',
                'verbose_name_plural': 'images',
                'abstract': False,
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='CustomMedia',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('file', models.FileField(upload_to='media', verbose_name='file')),
                ('type', models.CharField(choices=[('audio', 'Audio file'), ('video', 'Video file')], max_length=255)),
                ('duration', models.FloatField(blank=True, default=0, help_text='Duration in seconds', validators=[django.core.validators.MinValueValidator(0)], verbose_name='duration')),
                ('width', models.PositiveIntegerField(blank=True, null=True, verbose_name='width')),
                ('height', models.PositiveIntegerField(blank=True, null=True, verbose_name='height')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='created at')),
                ('shows_people', models.BooleanField(choices=[(True, 'Yes'), (False, 'No')], help_text='Drawings and crowds seen from behind are “No”.', verbose_name='are there people in it who could be recognised?')),
                ('thumbnail', localoffer.media.models.files.CleanPictureField(blank=True, help_text='Shown before the film plays.', upload_to='media_thumbnails', validators=[django.core.validators.FileExtensionValidator(['gif', 'jpg', 'jpeg', 'png', 'webp'])], verbose_name='still picture')),
                ('captions', models.FileField(blank=True, help_text='A WebVTT file (.vtt): the words and the sounds that matter, with their times.', upload_to='captions', validators=[django.core.validators.FileExtensionValidator(['vtt'])])),
                ('transcript', models.TextField(blank=True, help_text='All that is said and shown, in writing, for people who cannot see or hear it.')),
            ],
            options={
                'verbose_name': 'film or recording',
                'verbose_name_plural': 'films and recordings',
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='CustomRendition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('filter_spec', models.CharField(db_index=True, max_length=255)),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', storage=wagtail.images.models.get_rendition_storage, upload_to=wagtail.images.models.get_rendition_upload_to, width_field='width')),
                ('width', models.IntegerField(editable=False)),
                ('height', models.IntegerField(editable=False)),
                ('focal_point_key', models.CharField(blank=True, default='', editable=False, max_length=16)),
            ],
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
    ]
