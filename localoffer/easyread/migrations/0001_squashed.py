import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    # What there was before the first release. A site that ran all of these is where this brings it.
    replaces = [
        ('easyread', '0001_initial'),
        ('easyread', '0002_leave_quickly'),
    ]

    initial = True

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='EasyReadPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two plain sentences. Shown under the title, in lists and in search.', max_length=250)),
                ('review_date', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
                ('leave_quickly', models.BooleanField(default=False, help_text='For pages about violence, abuse, and worries that somebody at home should not see. A button, and pressing Shift three times, lead to a harmless site at once.', verbose_name='offer “leave this page quickly”')),
                ('body', wagtail.fields.StreamField([('easy_read', 7), ('contact', 14)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'max_length': 60}), 1: ('localoffer.blocks.easyread.LibraryPictureBlock', (), {}), 2: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold'], 'help_text': 'One or two sentences of at most 15 words. Bold only for the words that matter most.', 'label': 'Words'}), 3: ('wagtail.blocks.CharBlock', (), {'help_text': 'A word above that needs explaining.', 'label': 'Hard word', 'max_length': 60, 'required': False}), 4: ('wagtail.blocks.CharBlock', (), {'help_text': 'In easy words.', 'label': 'What it means', 'max_length': 200, 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('picture', 1), ('words', 2), ('hard_word', 3), ('meaning', 4)]], {}), 6: ('wagtail.blocks.ListBlock', (5,), {'label': 'Pictures and words', 'min_num': 1}), 7: ('wagtail.blocks.StructBlock', [[('title', 0), ('pairs', 6)]], {}), 8: ('wagtail.blocks.CharBlock', (), {'max_length': 100}), 9: ('wagtail.blocks.CharBlock', (), {'label': 'What they can help with', 'max_length': 250, 'required': False}), 10: ('wagtail.blocks.CharBlock', (), {'label': 'Telephone', 'max_length': 40, 'required': False}), 11: ('wagtail.blocks.EmailBlock', (), {'label': 'E-mail', 'required': False}), 12: ('wagtail.blocks.URLBlock', (), {'label': 'Website', 'required': False}), 13: ('wagtail.blocks.CharBlock', (), {'label': 'When they answer', 'max_length': 200, 'required': False}), 14: ('wagtail.blocks.StructBlock', [[('name', 8), ('about', 9), ('phone', 10), ('email', 11), ('web', 12), ('hours', 13)]], {})})),
            ],
            options={
                'verbose_name': 'Easy Read edition',
                'verbose_name_plural': 'Easy Read editions',
            },
            bases=('wagtailcore.page',),
        ),
    ]
