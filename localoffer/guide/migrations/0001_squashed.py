import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    # What there was before the first release. A site that ran all of these is where this brings it.
    replaces = [
        ('guide', '0001_initial'),
        ('guide', '0002_leave_quickly'),
    ]

    initial = True

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='GuidePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two plain sentences. Shown under the title, in lists and in search.', max_length=250)),
                ('review_date', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
                ('leave_quickly', models.BooleanField(default=False, help_text='For pages about violence, abuse, and worries that somebody at home should not see. A button, and pressing Shift three times, lead to a harmless site at once.', verbose_name='offer “leave this page quickly”')),
                ('intro', wagtail.fields.RichTextField(blank=True, help_text='Shown above the first question. May stay empty.', verbose_name='introduction')),
                ('questions', wagtail.fields.StreamField([('question', 10)], blank=True, block_lookup={0: ('localoffer.guide.blocks.NameBlock', (), {'help_text': 'Only for you, so that answers can lead here. Such as: age', 'label': 'Short name'}), 1: ('wagtail.blocks.CharBlock', (), {'help_text': 'Such as: How old is your child?', 'label': 'The question', 'max_length': 150}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Such as: Choose the one that is closest. You can come back.', 'label': 'Hint', 'max_length': 250, 'required': False}), 3: ('wagtail.blocks.CharBlock', (), {'help_text': 'Such as: Talking and understanding', 'label': 'The answer', 'max_length': 120}), 4: ('localoffer.guide.blocks.NameBlock', (), {'help_text': 'The short name of another question, or of what could help. Such as: talking', 'label': 'What follows: a short name', 'required': False}), 5: ('wagtail.blocks.PageChooserBlock', (), {'label': 'Or straight to a page', 'required': False}), 6: ('wagtail.blocks.CharBlock', (), {'help_text': 'The words to look for. Such as: speech therapy', 'label': 'Or a search', 'max_length': 100, 'required': False}), 7: ('wagtail.snippets.blocks.SnippetChooserBlock', ('directory.AgeStage',), {'help_text': 'If this answer says an age: later searches keep to it.', 'label': 'Age', 'required': False}), 8: ('wagtail.blocks.StructBlock', [[('words', 3), ('leads_to', 4), ('page', 5), ('search', 6), ('age', 7)]], {}), 9: ('wagtail.blocks.ListBlock', (8,), {'label': 'Answers, 2 to 8', 'max_num': 8}), 10: ('wagtail.blocks.StructBlock', [[('name', 0), ('title', 1), ('hint', 2), ('answers', 9)]], {})}, help_text='The first one is the start. Six to nine are best.')),
                ('outcomes', wagtail.fields.StreamField([('outcome', 15)], blank=True, block_lookup={0: ('localoffer.guide.blocks.NameBlock', (), {'help_text': 'Only for you, so that answers can lead here. Such as: talking', 'label': 'Short name'}), 1: ('wagtail.blocks.CharBlock', (), {'help_text': 'Such as: Help with talking', 'label': 'Title', 'max_length': 120}), 2: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'ol', 'ul', 'link'], 'help_text': 'What helps, and what to do first. Who to call is always shown below.', 'label': 'A few sentences'}), 3: ('wagtail.blocks.BooleanBlock', (), {'help_text': 'For danger and despair: 999, 111 and the like come first.', 'label': 'Show the numbers for help at once', 'required': False}), 4: ('wagtail.blocks.PageChooserBlock', (), {'page_type': ['directory.ServicePage'], 'required': False}), 5: ('wagtail.blocks.ListBlock', (4,), {'default': [], 'help_text': 'Three or four are best. A service that has closed is left out by itself.', 'label': 'Services'}), 6: ('wagtail.blocks.PageChooserBlock', (), {'required': False}), 7: ('wagtail.blocks.ListBlock', (6,), {'default': [], 'label': 'Pages to read'}), 8: ('wagtail.blocks.CharBlock', (), {'help_text': 'Such as: Speech and language therapy near you', 'label': 'What it finds', 'max_length': 100}), 9: ('wagtail.blocks.CharBlock', (), {'help_text': 'Such as: speech therapy', 'label': 'Words to look for', 'max_length': 100, 'required': False}), 10: ('wagtail.snippets.blocks.SnippetChooserBlock', ('directory.Topic',), {'label': 'Topic', 'required': False}), 11: ('wagtail.snippets.blocks.SnippetChooserBlock', ('directory.Need',), {'label': 'Need', 'required': False}), 12: ('wagtail.snippets.blocks.SnippetChooserBlock', ('directory.AgeStage',), {'help_text': 'Empty: the age that the visitor chose in an answer.', 'label': 'Age', 'required': False}), 13: ('wagtail.blocks.StructBlock', [[('label', 8), ('words', 9), ('topic', 10), ('need', 11), ('age', 12)]], {}), 14: ('wagtail.blocks.ListBlock', (13,), {'default': [], 'label': 'Searches'}), 15: ('wagtail.blocks.StructBlock', [[('name', 0), ('title', 1), ('text', 2), ('urgent', 3), ('services', 5), ('pages', 7), ('searches', 14)]], {})}, help_text='The ends of the guide. Answers lead here.', verbose_name='what could help')),
            ],
            options={
                'verbose_name': 'guide',
            },
            bases=('wagtailcore.page',),
        ),
    ]
