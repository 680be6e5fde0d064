import django.core.validators
import django.db.models.deletion
import localoffer.blocks.addresses
import localoffer.navigation.blocks
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    # What there was before the first release. A site that ran all of these is where this brings it.
    replaces = [
        ('navigation', '0001_initial'),
        ('navigation', '0002_leave_to'),
    ]

    initial = True

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='SiteDetails',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('site_name', models.CharField(default='Local Offer', max_length=60, verbose_name='name of the site')),
                ('strapline', models.CharField(blank=True, default='SEND, 0 to 25', max_length=80, verbose_name='line under the name')),
                ('contact_name', models.CharField(blank=True, max_length=80, verbose_name='who to call')),
                ('contact_about', models.CharField(blank=True, max_length=160, verbose_name='what they help with')),
                ('contact_phone', models.CharField(blank=True, max_length=30, validators=[localoffer.navigation.blocks.check_number], verbose_name='telephone')),
                ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('contact_hours', models.CharField(blank=True, max_length=120, verbose_name='when they answer')),
                ('main_menu', wagtail.fields.StreamField([('link', 3)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'max_length': 60}), 1: ('wagtail.blocks.PageChooserBlock', (), {'required': False}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Instead of a page, such as /contact/', 'max_length': 250, 'required': False, 'validators': [localoffer.blocks.addresses.check_address]}), 3: ('wagtail.blocks.StructBlock', [[('title', 0), ('page', 1), ('address', 2)]], {})})),
                ('footer_links', wagtail.fields.StreamField([('link', 3)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'max_length': 60}), 1: ('wagtail.blocks.PageChooserBlock', (), {'required': False}), 2: ('wagtail.blocks.CharBlock', (), {'help_text': 'Instead of a page, such as /contact/', 'max_length': 250, 'required': False, 'validators': [localoffer.blocks.addresses.check_address]}), 3: ('wagtail.blocks.StructBlock', [[('title', 0), ('page', 1), ('address', 2)]], {})})),
                ('banners', wagtail.fields.StreamField([('banner', 5)], blank=True, block_lookup={0: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('info', 'Information'), ('warning', 'Warning'), ('urgent', 'Urgent: danger to people')]}), 1: ('wagtail.blocks.CharBlock', (), {'max_length': 80}), 2: ('wagtail.blocks.CharBlock', (), {'max_length': 300}), 3: ('wagtail.blocks.CharBlock', (), {'help_text': 'Such as /board/', 'label': 'Address to read more', 'max_length': 250, 'required': False, 'validators': [localoffer.blocks.addresses.check_address]}), 4: ('wagtail.blocks.DateTimeBlock', (), {'required': False}), 5: ('wagtail.blocks.StructBlock', [[('level', 0), ('title', 1), ('text', 2), ('link', 3), ('starts', 4), ('ends', 4)]], {})})),
                ('help_now', wagtail.fields.StreamField([('help', 4)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'max_length': 60}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'Telephone', 'max_length': 30, 'required': False, 'validators': [localoffer.navigation.blocks.check_number]}), 2: ('wagtail.blocks.CharBlock', (), {'label': 'Number for text messages', 'max_length': 30, 'required': False, 'validators': [localoffer.navigation.blocks.check_number]}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'When to call, and what it costs', 'max_length': 160, 'required': False}), 4: ('wagtail.blocks.StructBlock', [[('name', 0), ('phone', 1), ('text_number', 2), ('note', 3)]], {})}, help_text='Shown on every page for young people, and on pages that say that something went wrong. 999 always stands first. If you leave this empty, we show national help lines.')),
                ('leave_to', models.URLField(default='https://www.bbc.co.uk/weather', help_text='A site that anybody could be looking at, such as the weather.', validators=[django.core.validators.URLValidator(message='Write a whole address that begins with https://', schemes=['https'])], verbose_name='where “leave this page quickly” leads')),
                ('site', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, to='wagtailcore.site')),
            ],
            options={
                'verbose_name': 'site details',
            },
        ),
    ]
