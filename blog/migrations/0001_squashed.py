import django.db.models.deletion
import django.utils.timezone
import localoffer.blocks.addresses
import modelsearch.index
import uuid
import wagtail.fields
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
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='AuthorProfile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=100)),
                ('slug', models.SlugField(max_length=100, unique=True)),
                ('role', models.CharField(help_text='Such as: Independent chair of the SEND improvement board.', max_length=150)),
                ('about', models.TextField(blank=True, max_length=600)),
            ],
            options={
                'ordering': ['name'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='BoardBlogPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two plain sentences. Shown under the title, in lists and in search.', max_length=250)),
                ('review_date', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
                ('leave_quickly', models.BooleanField(default=False, help_text='For pages about violence, abuse, and worries that somebody at home should not see. A button, and pressing Shift three times, lead to a harmless site at once.', verbose_name='offer “leave this page quickly”')),
                ('body', wagtail.fields.StreamField([('text', 0), ('callout', 4), ('steps', 8), ('key_facts', 13), ('accordion', 18), ('quotation', 22), ('easy_read', 29), ('image', 32), ('video', 34), ('figures', 45), ('document', 48), ('contact', 54), ('links', 61), ('measure', 63), ('table', 65), ('service_cards', 68)], blank=True, block_lookup={0: ('localoffer.blocks.content.TextBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('info', 'Good to know'), ('important', 'Important'), ('tip', 'Tip')], 'label': 'Kind'}), 2: ('wagtail.blocks.CharBlock', (), {'max_length': 80}), 3: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'ol', 'ul', 'link']}), 4: ('wagtail.blocks.StructBlock', [[('kind', 1), ('title', 2), ('text', 3)]], {'group': 'Words'}), 5: ('wagtail.blocks.CharBlock', (), {'max_length': 100}), 6: ('wagtail.blocks.StructBlock', [[('title', 5), ('text', 3)]], {}), 7: ('wagtail.blocks.ListBlock', (6,), {'min_num': 1}), 8: ('wagtail.blocks.StructBlock', [[('title', 5), ('steps', 7)]], {'group': 'Words'}), 9: ('wagtail.blocks.CharBlock', (), {'max_length': 60}), 10: ('wagtail.blocks.CharBlock', (), {'max_length': 200}), 11: ('wagtail.blocks.StructBlock', [[('label', 9), ('value', 10)]], {}), 12: ('wagtail.blocks.ListBlock', (11,), {'min_num': 1}), 13: ('wagtail.blocks.StructBlock', [[('title', 5), ('facts', 12)]], {'group': 'Words'}), 14: ('wagtail.blocks.CharBlock', (), {'label': 'Question or title', 'max_length': 150}), 15: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'ol', 'ul', 'link'], 'label': 'Answer'}), 16: ('wagtail.blocks.StructBlock', [[('title', 14), ('text', 15)]], {}), 17: ('wagtail.blocks.ListBlock', (16,), {'min_num': 1}), 18: ('wagtail.blocks.StructBlock', [[('title', 5), ('items', 17)]], {'group': 'Words'}), 19: ('wagtail.blocks.TextBlock', (), {'label': 'The words, without quotation marks'}), 20: ('wagtail.blocks.CharBlock', (), {'label': 'Whose words, and when', 'max_length': 200}), 21: ('wagtail.blocks.URLBlock', (), {'label': 'Where it can be read', 'required': False}), 22: ('wagtail.blocks.StructBlock', [[('text', 19), ('source', 20), ('link', 21)]], {'group': 'Words'}), 23: ('localoffer.blocks.easyread.LibraryPictureBlock', (), {}), 24: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold'], 'help_text': 'One or two sentences of at most 15 words. Bold only for the words that matter most.', 'label': 'Words'}), 25: ('wagtail.blocks.CharBlock', (), {'help_text': 'A word above that needs explaining.', 'label': 'Hard word', 'max_length': 60, 'required': False}), 26: ('wagtail.blocks.CharBlock', (), {'help_text': 'In easy words.', 'label': 'What it means', 'max_length': 200, 'required': False}), 27: ('wagtail.blocks.StructBlock', [[('picture', 23), ('words', 24), ('hard_word', 25), ('meaning', 26)]], {}), 28: ('wagtail.blocks.ListBlock', (27,), {'label': 'Pictures and words', 'min_num': 1}), 29: ('wagtail.blocks.StructBlock', [[('title', 9), ('pairs', 28)]], {'group': 'Words'}), 30: ('wagtail.images.blocks.ImageChooserBlock', (), {}), 31: ('wagtail.blocks.CharBlock', (), {'max_length': 200, 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('image', 30), ('caption', 31)]], {'group': 'Pictures and files'}), 33: ('wagtailmedia.blocks.VideoChooserBlock', (), {}), 34: ('wagtail.blocks.StructBlock', [[('video', 33)]], {'group': 'Pictures and files'}), 35: ('wagtail.blocks.CharBlock', (), {'max_length': 120}), 36: ('wagtail.blocks.CharBlock', (), {'label': 'What they show, in one sentence', 'max_length': 250}), 37: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('percent', 'Percent'), ('number', 'Number'), ('days', 'Days')], 'label': 'Unit'}), 38: ('wagtail.blocks.CharBlock', (), {'label': 'What it counts', 'max_length': 100}), 39: ('wagtail.blocks.DecimalBlock', (), {'label': 'Figure'}), 40: ('wagtail.blocks.CharBlock', (), {'max_length': 150, 'required': False}), 41: ('wagtail.blocks.StructBlock', [[('label', 38), ('value', 39), ('note', 40)]], {}), 42: ('wagtail.blocks.ListBlock', (41,), {'min_num': 1}), 43: ('wagtail.blocks.CharBlock', (), {'label': 'Where they come from', 'max_length': 200}), 44: ('wagtail.blocks.DateBlock', (), {'label': 'Date of the source', 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('title', 35), ('says', 36), ('unit', 37), ('rows', 42), ('source', 43), ('source_date', 44)]], {'group': 'Pictures and files'}), 46: ('wagtail.documents.blocks.DocumentChooserBlock', (), {}), 47: ('wagtail.blocks.CharBlock', (), {'label': 'What is in it', 'max_length': 200}), 48: ('wagtail.blocks.StructBlock', [[('document', 46), ('summary', 47)]], {'group': 'Pictures and files'}), 49: ('wagtail.blocks.CharBlock', (), {'label': 'What they can help with', 'max_length': 250, 'required': False}), 50: ('wagtail.blocks.CharBlock', (), {'label': 'Telephone', 'max_length': 40, 'required': False}), 51: ('wagtail.blocks.EmailBlock', (), {'label': 'E-mail', 'required': False}), 52: ('wagtail.blocks.URLBlock', (), {'label': 'Website', 'required': False}), 53: ('wagtail.blocks.CharBlock', (), {'label': 'When they answer', 'max_length': 200, 'required': False}), 54: ('wagtail.blocks.StructBlock', [[('name', 5), ('about', 49), ('phone', 50), ('email', 51), ('web', 52), ('hours', 53)]], {'group': 'Ways on'}), 55: ('wagtail.blocks.CharBlock', (), {'label': 'One line about it', 'max_length': 160, 'required': False}), 56: ('wagtail.blocks.PageChooserBlock', (), {'required': False}), 57: ('wagtail.blocks.CharBlock', (), {'help_text': 'Such as /contact/comment/ or https://example.org', 'label': 'Or an address', 'max_length': 250, 'required': False, 'validators': [localoffer.blocks.addresses.check_address]}), 58: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('age', 'Age'), ('school', 'School'), ('health', 'Health'), ('money', 'Money'), ('things-to-do', 'Things to do'), ('growing-up', 'Growing up'), ('social-care', 'Social care'), ('travel', 'Travel'), ('short-breaks', 'Short breaks'), ('complaints', 'Complaints'), ('ehc-plan', 'EHC plan'), ('early-years', 'Early years'), ('advice', 'Advice'), ('young-people', 'Young people'), ('seal', 'The seal'), ('board', 'The board'), ('say', 'Have your say'), ('work', 'Work'), ('home-living', 'A home of my own'), ('worried', 'Feeling worried'), ('forum', 'The forum')], 'label': 'Picture', 'required': False}), 59: ('wagtail.blocks.StructBlock', [[('title', 2), ('text', 55), ('page', 56), ('address', 57), ('icon', 58)]], {}), 60: ('wagtail.blocks.ListBlock', (59,), {'min_num': 1}), 61: ('wagtail.blocks.StructBlock', [[('title', 5), ('links', 60)]], {'group': 'Ways on'}), 62: ('blog.blocks.MeasureChooserBlock', (), {}), 63: ('wagtail.blocks.StructBlock', [[('measure', 62)]], {'group': 'Pictures and files'}), 64: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Words', 'required': False}), 65: ('wagtail.contrib.typed_table_block.blocks.TypedTableBlock', [[('text', 64)]], {'group': 'Words'}), 66: ('wagtail.blocks.PageChooserBlock', (), {'page_type': ['directory.ServicePage']}), 67: ('wagtail.blocks.ListBlock', (66,), {'min_num': 1}), 68: ('wagtail.blocks.StructBlock', [[('title', 5), ('services', 67)]], {'group': 'Ways on'})}, help_text='What the board is. Shown above the posts.')),
            ],
            options={
                'verbose_name': 'board blog',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='BoardMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('partner', models.CharField(help_text='The partner that sends them. Such as: Oxfordshire Parent Carers Forum.', max_length=120, verbose_name='from where')),
                ('role', models.CharField(help_text='What they are there, or on the board. Such as: Independent chair.', max_length=150)),
                ('name', models.CharField(blank=True, help_text='Of people who speak for a partner in public. Leave it empty for young people.', max_length=100)),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='BoardMembersPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two plain sentences. Shown under the title, in lists and in search.', max_length=250)),
                ('review_date', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
                ('leave_quickly', models.BooleanField(default=False, help_text='For pages about violence, abuse, and worries that somebody at home should not see. A button, and pressing Shift three times, lead to a harmless site at once.', verbose_name='offer “leave this page quickly”')),
            ],
            options={
                'verbose_name': 'members of the board',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='BoardPostPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two plain sentences. Shown under the title, in lists and in search.', max_length=250)),
                ('review_date', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
                ('leave_quickly', models.BooleanField(default=False, help_text='For pages about violence, abuse, and worries that somebody at home should not see. A button, and pressing Shift three times, lead to a harmless site at once.', verbose_name='offer “leave this page quickly”')),
                ('date', models.DateField(default=django.utils.timezone.localdate, verbose_name='date of the post')),
                ('meeting_name', models.CharField(blank=True, max_length=150, verbose_name='meeting reported')),
                ('meeting_date', models.DateField(blank=True, null=True, verbose_name='date of the meeting')),
                ('in_short', models.TextField(blank=True, help_text='The post in three to five plain sentences.', max_length=900, verbose_name='in short')),
                ('for_young_people', models.TextField(blank=True, help_text='The same for a 13-year-old, in three to five short sentences.', max_length=700, verbose_name='for young people')),
                ('body', wagtail.fields.StreamField([('text', 0), ('callout', 4), ('steps', 8), ('key_facts', 13), ('accordion', 18), ('quotation', 22), ('easy_read', 29), ('image', 32), ('video', 34), ('figures', 45), ('document', 48), ('contact', 54), ('links', 61), ('measure', 63), ('table', 65), ('service_cards', 68)], blank=True, block_lookup={0: ('localoffer.blocks.content.TextBlock', (), {'group': 'Words'}), 1: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('info', 'Good to know'), ('important', 'Important'), ('tip', 'Tip')], 'label': 'Kind'}), 2: ('wagtail.blocks.CharBlock', (), {'max_length': 80}), 3: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'ol', 'ul', 'link']}), 4: ('wagtail.blocks.StructBlock', [[('kind', 1), ('title', 2), ('text', 3)]], {'group': 'Words'}), 5: ('wagtail.blocks.CharBlock', (), {'max_length': 100}), 6: ('wagtail.blocks.StructBlock', [[('title', 5), ('text', 3)]], {}), 7: ('wagtail.blocks.ListBlock', (6,), {'min_num': 1}), 8: ('wagtail.blocks.StructBlock', [[('title', 5), ('steps', 7)]], {'group': 'Words'}), 9: ('wagtail.blocks.CharBlock', (), {'max_length': 60}), 10: ('wagtail.blocks.CharBlock', (), {'max_length': 200}), 11: ('wagtail.blocks.StructBlock', [[('label', 9), ('value', 10)]], {}), 12: ('wagtail.blocks.ListBlock', (11,), {'min_num': 1}), 13: ('wagtail.blocks.StructBlock', [[('title', 5), ('facts', 12)]], {'group': 'Words'}), 14: ('wagtail.blocks.CharBlock', (), {'label': 'Question or title', 'max_length': 150}), 15: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'ol', 'ul', 'link'], 'label': 'Answer'}), 16: ('wagtail.blocks.StructBlock', [[('title', 14), ('text', 15)]], {}), 17: ('wagtail.blocks.ListBlock', (16,), {'min_num': 1}), 18: ('wagtail.blocks.StructBlock', [[('title', 5), ('items', 17)]], {'group': 'Words'}), 19: ('wagtail.blocks.TextBlock', (), {'label': 'The words, without quotation marks'}), 20: ('wagtail.blocks.CharBlock', (), {'label': 'Whose words, and when', 'max_length': 200}), 21: ('wagtail.blocks.URLBlock', (), {'label': 'Where it can be read', 'required': False}), 22: ('wagtail.blocks.StructBlock', [[('text', 19), ('source', 20), ('link', 21)]], {'group': 'Words'}), 23: ('localoffer.blocks.easyread.LibraryPictureBlock', (), {}), 24: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold'], 'help_text': 'One or two sentences of at most 15 words. Bold only for the words that matter most.', 'label': 'Words'}), 25: ('wagtail.blocks.CharBlock', (), {'help_text': 'A word above that needs explaining.', 'label': 'Hard word', 'max_length': 60, 'required': False}), 26: ('wagtail.blocks.CharBlock', (), {'help_text': 'In easy words.', 'label': 'What it means', 'max_length': 200, 'required': False}), 27: ('wagtail.blocks.StructBlock', [[('picture', 23), ('words', 24), ('hard_word', 25), ('meaning', 26)]], {}), 28: ('wagtail.blocks.ListBlock', (27,), {'label': 'Pictures and words', 'min_num': 1}), 29: ('wagtail.blocks.StructBlock', [[('title', 9), ('pairs', 28)]], {'group': 'Words'}), 30: ('wagtail.images.blocks.ImageChooserBlock', (), {}), 31: ('wagtail.blocks.CharBlock', (), {'max_length': 200, 'required': False}), 32: ('wagtail.blocks.StructBlock', [[('image', 30), ('caption', 31)]], {'group': 'Pictures and files'}), 33: ('wagtailmedia.blocks.VideoChooserBlock', (), {}), 34: ('wagtail.blocks.StructBlock', [[('video', 33)]], {'group': 'Pictures and files'}), 35: ('wagtail.blocks.CharBlock', (), {'max_length': 120}), 36: ('wagtail.blocks.CharBlock', (), {'label': 'What they show, in one sentence', 'max_length': 250}), 37: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('percent', 'Percent'), ('number', 'Number'), ('days', 'Days')], 'label': 'Unit'}), 38: ('wagtail.blocks.CharBlock', (), {'label': 'What it counts', 'max_length': 100}), 39: ('wagtail.blocks.DecimalBlock', (), {'label': 'Figure'}), 40: ('wagtail.blocks.CharBlock', (), {'max_length': 150, 'required': False}), 41: ('wagtail.blocks.StructBlock', [[('label', 38), ('value', 39), ('note', 40)]], {}), 42: ('wagtail.blocks.ListBlock', (41,), {'min_num': 1}), 43: ('wagtail.blocks.CharBlock', (), {'label': 'Where they come from', 'max_length': 200}), 44: ('wagtail.blocks.DateBlock', (), {'label': 'Date of the source', 'required': False}), 45: ('wagtail.blocks.StructBlock', [[('title', 35), ('says', 36), ('unit', 37), ('rows', 42), ('source', 43), ('source_date', 44)]], {'group': 'Pictures and files'}), 46: ('wagtail.documents.blocks.DocumentChooserBlock', (), {}), 47: ('wagtail.blocks.CharBlock', (), {'label': 'What is in it', 'max_length': 200}), 48: ('wagtail.blocks.StructBlock', [[('document', 46), ('summary', 47)]], {'group': 'Pictures and files'}), 49: ('wagtail.blocks.CharBlock', (), {'label': 'What they can help with', 'max_length': 250, 'required': False}), 50: ('wagtail.blocks.CharBlock', (), {'label': 'Telephone', 'max_length': 40, 'required': False}), 51: ('wagtail.blocks.EmailBlock', (), {'label': 'E-mail', 'required': False}), 52: ('wagtail.blocks.URLBlock', (), {'label': 'Website', 'required': False}), 53: ('wagtail.blocks.CharBlock', (), {'label': 'When they answer', 'max_length': 200, 'required': False}), 54: ('wagtail.blocks.StructBlock', [[('name', 5), ('about', 49), ('phone', 50), ('email', 51), ('web', 52), ('hours', 53)]], {'group': 'Ways on'}), 55: ('wagtail.blocks.CharBlock', (), {'label': 'One line about it', 'max_length': 160, 'required': False}), 56: ('wagtail.blocks.PageChooserBlock', (), {'required': False}), 57: ('wagtail.blocks.CharBlock', (), {'help_text': 'Such as /contact/comment/ or https://example.org', 'label': 'Or an address', 'max_length': 250, 'required': False, 'validators': [localoffer.blocks.addresses.check_address]}), 58: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('age', 'Age'), ('school', 'School'), ('health', 'Health'), ('money', 'Money'), ('things-to-do', 'Things to do'), ('growing-up', 'Growing up'), ('social-care', 'Social care'), ('travel', 'Travel'), ('short-breaks', 'Short breaks'), ('complaints', 'Complaints'), ('ehc-plan', 'EHC plan'), ('early-years', 'Early years'), ('advice', 'Advice'), ('young-people', 'Young people'), ('seal', 'The seal'), ('board', 'The board'), ('say', 'Have your say'), ('work', 'Work'), ('home-living', 'A home of my own'), ('worried', 'Feeling worried'), ('forum', 'The forum')], 'label': 'Picture', 'required': False}), 59: ('wagtail.blocks.StructBlock', [[('title', 2), ('text', 55), ('page', 56), ('address', 57), ('icon', 58)]], {}), 60: ('wagtail.blocks.ListBlock', (59,), {'min_num': 1}), 61: ('wagtail.blocks.StructBlock', [[('title', 5), ('links', 60)]], {'group': 'Ways on'}), 62: ('blog.blocks.MeasureChooserBlock', (), {}), 63: ('wagtail.blocks.StructBlock', [[('measure', 62)]], {'group': 'Pictures and files'}), 64: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link'], 'label': 'Words', 'required': False}), 65: ('wagtail.contrib.typed_table_block.blocks.TypedTableBlock', [[('text', 64)]], {'group': 'Words'}), 66: ('wagtail.blocks.PageChooserBlock', (), {'page_type': ['directory.ServicePage']}), 67: ('wagtail.blocks.ListBlock', (66,), {'min_num': 1}), 68: ('wagtail.blocks.StructBlock', [[('title', 5), ('services', 67)]], {'group': 'Ways on'})})),
                ('next_meeting_date', models.DateField(blank=True, null=True, verbose_name='next meeting')),
                ('next_meeting_note', models.CharField(blank=True, max_length=300, verbose_name='about the next meeting')),
                ('how_to_comment', wagtail.fields.RichTextField(blank=True)),
            ],
            options={
                'verbose_name': 'board post',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='BoardTheme',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='Such as: Theme 1: Right Support, Right Time.', max_length=150)),
                ('slug', models.SlugField(help_text='Stands in addresses, such as: theme-1.', max_length=60, unique=True)),
                ('kind', models.CharField(choices=[('theme', 'Theme'), ('area', 'Priority action area')], default='theme', max_length=10, verbose_name='what it is')),
                ('sort_order', models.PositiveSmallIntegerField(default=0, verbose_name='place in the list')),
            ],
            options={
                'verbose_name': 'theme of the board',
                'verbose_name_plural': 'themes of the board',
                'ordering': ['-kind', 'sort_order', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='BoardThemePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two plain sentences. Shown under the title, in lists and in search.', max_length=250)),
                ('review_date', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
                ('leave_quickly', models.BooleanField(default=False, help_text='For pages about violence, abuse, and worries that somebody at home should not see. A button, and pressing Shift three times, lead to a harmless site at once.', verbose_name='offer “leave this page quickly”')),
            ],
            options={
                'verbose_name': 'theme page',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='Measure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='Such as: EHC plans finished within 20 weeks.', max_length=120)),
                ('slug', models.SlugField(help_text='Stands in its address. Keep it once it is on the site.', max_length=60, unique=True)),
                ('meaning', models.TextField(help_text='In plain words: what is counted, and why families should care.', max_length=500, verbose_name='what it means')),
                ('unit', models.CharField(blank=True, help_text='Such as: %, days, children, £, £ million. Empty: a number alone.', max_length=30)),
                ('unit_one', models.CharField(blank=True, help_text='Such as: day, child.', max_length=30, verbose_name='unit for a single one')),
                ('source', models.CharField(max_length=250, verbose_name='where the figures come from')),
                ('direction', models.CharField(choices=[('higher', 'Higher is better'), ('lower', 'Lower is better'), ('neither', 'Neither: it only tells how much there is')], max_length=10, verbose_name='which way is better')),
                ('dates_as', models.CharField(choices=[('day', 'Day: 3 November 2026'), ('month', 'Month: November 2026'), ('year', 'Year: 2026')], default='day', max_length=10, verbose_name='how exactly its dates are known')),
                ('target', models.DecimalField(blank=True, decimal_places=4, max_digits=14, null=True)),
                ('target_on', models.DateField(blank=True, null=True, verbose_name='to be reached by')),
                ('is_public', models.BooleanField(default=False, verbose_name='show it on the site')),
            ],
            options={
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='MeasurePoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('value', models.DecimalField(decimal_places=4, max_digits=14)),
                ('note', models.CharField(blank=True, max_length=150)),
            ],
            options={
                'ordering': ['-day'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='MeasuresPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two plain sentences. Shown under the title, in lists and in search.', max_length=250)),
                ('review_date', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
                ('leave_quickly', models.BooleanField(default=False, help_text='For pages about violence, abuse, and worries that somebody at home should not see. A button, and pressing Shift three times, lead to a harmless site at once.', verbose_name='offer “leave this page quickly”')),
                ('about', models.TextField(blank=True, help_text='A few plain sentences below the summary.', max_length=600, verbose_name='how to read them')),
            ],
            options={
                'verbose_name': 'measures',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='PostCorrection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(default=django.utils.timezone.localdate, verbose_name='corrected on')),
                ('words', models.CharField(help_text='In one or two sentences. Such as: We wrote that 40 children wait. It is 14.', max_length=300, verbose_name='what was put right')),
            ],
            options={
                'ordering': ['-day', '-pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='PostTag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Promise',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('words', models.TextField(help_text='In plain words, in one or two sentences. Cannot be changed once it is public.', max_length=400, verbose_name='what was promised')),
                ('made_at', models.CharField(blank=True, help_text='Such as: SEND improvement board. Empty: the meeting of the post.', max_length=150, verbose_name='where it was made')),
                ('made_on', models.DateField(blank=True, help_text='Empty: the day of the post’s meeting.', verbose_name='made on')),
                ('owner', models.CharField(help_text='A role or a team, never a person’s name. Such as: The head of SEND.', max_length=120, verbose_name='who must keep it')),
                ('due_on', models.DateField(help_text='The day after this one it is late.', verbose_name='to be kept by')),
                ('is_public', models.BooleanField(default=False, help_text='For good: from then on it can be neither deleted nor rewritten.', verbose_name='show it on the site')),
                ('outcome', models.CharField(blank=True, choices=[('kept', 'Kept'), ('dropped', 'Dropped')], editable=False, max_length=10)),
                ('ended_on', models.DateField(editable=False, null=True)),
                ('reason', models.TextField(blank=True, editable=False)),
            ],
            options={
                'ordering': ['made_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PromisesPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two plain sentences. Shown under the title, in lists and in search.', max_length=250)),
                ('review_date', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
                ('leave_quickly', models.BooleanField(default=False, help_text='For pages about violence, abuse, and worries that somebody at home should not see. A button, and pressing Shift three times, lead to a harmless site at once.', verbose_name='offer “leave this page quickly”')),
            ],
            options={
                'verbose_name': 'promises',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='PromiseStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('update', 'Update'), ('new-date', 'The date changed'), ('kept', 'Kept'), ('dropped', 'Dropped'), ('reopened', 'Open again')], max_length=10)),
                ('day', models.DateField()),
                ('words', models.TextField(max_length=600)),
                ('old_due', models.DateField(null=True)),
                ('new_due', models.DateField(null=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['day', 'pk'],
                'default_permissions': (),
            },
        ),
    ]
