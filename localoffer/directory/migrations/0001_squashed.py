import django.core.validators
import django.db.models.deletion
import localoffer.navigation.blocks
import modelsearch.index
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    # What there was before the first release. A site that ran all of these is where this brings it.
    replaces = [
        ('directory', '0001_initial'),
        ('directory', '0002_initial'),
        ('directory', '0003_listing_facts'),
        ('directory', '0004_editing'),
        ('directory', '0005_phone_for'),
        ('directory', '0006_leave_quickly'),
    ]

    initial = True

    dependencies = [
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='DirectoryPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two plain sentences. Shown under the title, in lists and in search.', max_length=250)),
                ('review_date', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
                ('leave_quickly', models.BooleanField(default=False, help_text='For pages about violence, abuse, and worries that somebody at home should not see. A button, and pressing Shift three times, lead to a harmless site at once.', verbose_name='offer “leave this page quickly”')),
            ],
            options={
                'verbose_name': 'directory',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='Language',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('name', models.CharField(help_text='The word that families use. Such as: Short breaks.', max_length=80)),
                ('slug', models.SlugField(help_text='Used in web addresses. Keep it once it is public.', max_length=80)),
                ('summary', models.CharField(blank=True, help_text='What it means, in a line of plain words.', max_length=200)),
                ('order', models.PositiveIntegerField(default=100, help_text='Smaller numbers come first.')),
                ('retired', models.BooleanField(default=False, help_text='No longer offered; listings that have it keep it.')),
            ],
            options={
                'verbose_name': 'language',
                'verbose_name_plural': 'languages',
                'ordering': ['order', 'name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Need',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('name', models.CharField(help_text='The word that families use. Such as: Short breaks.', max_length=80)),
                ('slug', models.SlugField(help_text='Used in web addresses. Keep it once it is public.', max_length=80)),
                ('summary', models.CharField(blank=True, help_text='What it means, in a line of plain words.', max_length=200)),
                ('order', models.PositiveIntegerField(default=100, help_text='Smaller numbers come first.')),
                ('retired', models.BooleanField(default=False, help_text='No longer offered; listings that have it keep it.')),
            ],
            options={
                'verbose_name': 'need',
                'verbose_name_plural': 'needs',
                'ordering': ['order', 'name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='As it calls itself. Such as: Lantern Trust.', max_length=150, unique=True)),
                ('slug', models.SlugField(help_text='Small letters and hyphens. Such as: lantern-trust.', max_length=150, unique=True)),
                ('kind', models.CharField(choices=[('council', 'Council'), ('health', 'NHS and health'), ('school', 'School or college'), ('charity', 'Charity'), ('company', 'Company'), ('community', 'Community group')], help_text='Such as: NHS and health.', max_length=12)),
                ('about', models.TextField(blank=True, help_text='Such as: a charity run by parents since 1998.', max_length=500)),
                ('website', models.URLField(blank=True, help_text='Such as: https://lantern.example.org/.')),
            ],
            options={
                'ordering': ['name'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='ServiceAccess',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('answer', models.CharField(choices=[('yes', 'Yes'), ('partly', 'Partly'), ('no', 'No')], help_text='“No” helps too. Leave the row out if not known.', max_length=6)),
                ('note', models.CharField(blank=True, help_text='Such as: the ramp is at the side; ring the lower bell.', max_length=200)),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServiceAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('question', models.CharField(choices=[('aims', 'What do you do, and what do you hope children will gain?'), ('training', 'What training do your staff have?'), ('parents', 'How do parents and carers take part?'), ('progress', 'How do you tell families how it is going?'), ('access', 'How do you make it easy to get in, join in and leave?'), ('start', 'How does a child start, and who decides?'), ('plans', 'What are your plans for the next year?')], help_text='Each question once. Such as: What training do your staff have?', max_length=8)),
                ('answer', models.TextField(help_text='In the service’s own words. Such as: all staff have had a day on autism, renewed each year.', max_length=1000)),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServiceClosedDates',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('first_day', models.DateField(verbose_name='closed from')),
                ('last_day', models.DateField(verbose_name='closed until, the last day')),
                ('note', models.CharField(blank=True, help_text='Why, for the public. Such as: the hall is painted.', max_length=160)),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServiceContact',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('name', models.CharField(blank=True, help_text='A role, such as Club leader.', max_length=80, verbose_name='who')),
                ('phone', models.CharField(blank=True, help_text='Such as: 01632 960123.', max_length=30, validators=[localoffer.navigation.blocks.check_number], verbose_name='telephone')),
                ('phone_for', models.CharField(blank=True, choices=[('both', 'calls and texts'), ('calls', 'calls only'), ('texts', 'texts only')], help_text='Such as: texts only. Empty: calls.', max_length=5, verbose_name='the number is for')),
                ('email', models.EmailField(blank=True, help_text='Of a team rather than a person. Such as: club@example.org.', max_length=254, verbose_name='e-mail')),
                ('website', models.URLField(blank=True, help_text='Such as: https://club.example.org/.')),
                ('note', models.CharField(blank=True, help_text='Such as: best before 3pm; texts welcome.', max_length=160)),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServiceCost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('option', models.CharField(help_text='Such as: one session; brothers and sisters; a carer.', max_length=80, verbose_name='what for')),
                ('amount', models.DecimalField(decimal_places=2, help_text='0 if it costs nothing.', max_digits=8, validators=[django.core.validators.MinValueValidator(0)], verbose_name='pounds')),
                ('unit', models.CharField(blank=True, help_text='Such as: session, hour, week, term.', max_length=40, verbose_name='for each')),
                ('valid_from', models.DateField(blank=True, help_text='Only if the price changes. Such as: 1 September 2026.', null=True, verbose_name='from')),
                ('valid_to', models.DateField(blank=True, help_text='Such as: 31 August 2027. Afterwards it is no longer shown.', null=True, verbose_name='to, the last day')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServiceLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('kind', models.CharField(choices=[('waiting', 'While you wait'), ('booking', 'Book or apply'), ('report', 'SEND information report'), ('more', 'More to read'), ('social', 'Social media')], default='more', help_text='Such as: “While you wait”, for first exercises.', max_length=7)),
                ('words', models.CharField(help_text='What the reader finds there. Such as: Talking games to play at home.', max_length=100)),
                ('address', models.URLField(blank=True, help_text='Such as: https://book.example.org/.', verbose_name='web address')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServicePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, help_text='One or two plain sentences. Shown under the title, in lists and in search.', max_length=250)),
                ('review_date', models.DateField(blank=True, null=True, verbose_name='look at it again on')),
                ('leave_quickly', models.BooleanField(default=False, help_text='For pages about violence, abuse, and worries that somebody at home should not see. A button, and pressing Shift three times, lead to a harmless site at once.', verbose_name='offer “leave this page quickly”')),
                ('minimum_age', models.PositiveSmallIntegerField(blank=True, help_text='In whole years. Such as: 5. From birth is 0.', null=True, validators=[django.core.validators.MaxValueValidator(99, 'That is older than anybody this is for. Write an age up to 99.')], verbose_name='from age')),
                ('maximum_age', models.PositiveSmallIntegerField(blank=True, help_text='The last age. Such as: 11 for a club that ends with year 6.', null=True, validators=[django.core.validators.MaxValueValidator(99, 'That is older than anybody this is for. Write an age up to 99.')], verbose_name='up to age')),
                ('age_note', models.CharField(blank=True, help_text='Such as: up to 25 with an EHC plan.', max_length=120)),
                ('level', models.CharField(choices=[('everyone', 'For everyone, and welcoming'), ('extra', 'Some extra help'), ('specialist', 'Specialist help'), ('unknown', 'Not known: ask them')], default='unknown', help_text='Such as: a swimming club with quiet hours is “Some extra help”, a therapist is “Specialist help”.', max_length=10, verbose_name='how much help')),
                ('who_for', models.TextField(blank=True, help_text='Such as: children who find noise hard. No diagnosis needed.', max_length=600, verbose_name='who can use it')),
                ('not_for', models.TextField(blank=True, help_text='Say it kindly, with where else to ask.', max_length=300, verbose_name='who cannot use it')),
                ('how_to_get_it', wagtail.fields.RichTextField(blank=True, help_text='Step by step, the first step first. Such as: 1. Ring us. 2. Come and look round. 3. Start on a Saturday.')),
                ('referral_needed', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Not known: ask them')], default='unknown', help_text='Such as: yes, if only a doctor or a school can ask for it.', max_length=7, verbose_name='is a referral needed?')),
                ('diagnosis_needed', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Not known: ask them')], default='unknown', help_text='Such as: no, if a parent’s word is enough.', max_length=7, verbose_name='is a diagnosis needed?')),
                ('plan_needed', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Not known: ask them')], default='unknown', help_text='Such as: yes, for a place in a special school.', max_length=7, verbose_name='is an EHC plan needed?')),
                ('papers_needed', models.CharField(blank=True, help_text='Such as: a letter that shows your address.', max_length=200, verbose_name='papers to bring')),
                ('free', models.CharField(choices=[('yes', 'Free'), ('no', 'You pay'), ('sometimes', 'Sometimes free'), ('unknown', 'Not known: ask them')], default='unknown', help_text='Such as: “Sometimes free” when the first session costs nothing.', max_length=9, verbose_name='is it free?')),
                ('cost_words', models.CharField(blank=True, help_text='Such as: £4 a session, carers free.', max_length=200, verbose_name='cost in words')),
                ('direct_payments', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Not known: ask them')], default='unknown', help_text='Such as: yes, if families have paid so before.', max_length=7, verbose_name='can it be paid from direct payments or short breaks money?')),
                ('wait', models.CharField(choices=[('none', 'No wait'), ('weeks-4', 'Up to 4 weeks'), ('months-3', '1 to 3 months'), ('months-6', '3 to 6 months'), ('months-12', '6 months to a year'), ('longer', 'More than a year'), ('unknown', 'Not known: ask them')], default='unknown', help_text='What most people wait. Such as: “1 to 3 months”, when they say about ten weeks.', max_length=9, verbose_name='waiting time')),
                ('wait_words', models.CharField(blank=True, help_text='Such as: under fives are seen sooner.', max_length=160, verbose_name='waiting time in words')),
                ('wait_true_on', models.DateField(blank=True, help_text='The day when you asked. Such as: 3 September 2026.', null=True, verbose_name='waiting time was true on')),
                ('spaces', models.CharField(choices=[('yes', 'Yes, now'), ('few', 'A few left'), ('none', 'Full now'), ('unknown', 'Not known: ask them')], default='unknown', help_text='Such as: “A few left”, when a group takes two more.', max_length=7, verbose_name='spaces now')),
                ('spaces_true_on', models.DateField(blank=True, help_text='The day when you asked. Such as: 3 September 2026.', null=True, verbose_name='spaces were true on')),
                ('at_places', models.BooleanField(default=False, help_text='Such as: a club in a hall.', verbose_name='at its places')),
                ('comes_to_you', models.BooleanField(default=False, help_text='Such as: a Portage worker.', verbose_name='comes to people’s homes')),
                ('online', models.BooleanField(default=False, help_text='Such as: a course by video. A website alone is not a service.', verbose_name='online')),
                ('by_phone', models.BooleanField(default=False, help_text='Such as: an advice line.', verbose_name='by telephone')),
                ('serves', models.CharField(choices=[('county', 'The whole county'), ('areas', 'Some areas'), ('beyond', 'Outside the county, takes children from here'), ('unknown', 'Not known: ask them')], default='unknown', help_text='From where families may come, not where it is. Such as: “The whole county” for a club that takes all.', max_length=7, verbose_name='who it serves')),
                ('out_of_county', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Not known: ask them')], default='unknown', help_text='Such as: no, if only families who live here may come.', max_length=7, verbose_name='does it take children from other counties?')),
                ('opening_times', models.TextField(blank=True, help_text='What the table of times below cannot say.', max_length=500, verbose_name='when it is open, in words')),
                ('who_meets_you', models.CharField(blank=True, help_text='Such as: Priya meets you at the gate in a yellow scarf.', max_length=200)),
                ('carer', models.CharField(choices=[('stays', 'A parent or carer must stay'), ('may-stay', 'A parent or carer may stay or go'), ('leaves', 'Parents and carers leave'), ('unknown', 'Not known: ask them')], default='unknown', help_text='Such as: “A parent or carer must stay” in a toddler group.', max_length=8, verbose_name='parents and carers')),
                ('siblings_welcome', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Not known: ask them')], default='unknown', help_text='Such as: yes, if they may come along and play.', max_length=7, verbose_name='are brothers and sisters welcome?')),
                ('personal_care', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Not known: ask them')], default='unknown', help_text='Such as: yes, if they change a young person in a room with a hoist.', max_length=7, verbose_name='can staff help with personal care?')),
                ('medicines', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Not known: ask them')], default='unknown', help_text='Such as: yes, if trained staff may give medicine for epilepsy.', max_length=7, verbose_name='can staff give medicines?')),
                ('interpreter', models.CharField(choices=[('yes', 'Yes'), ('no', 'No'), ('unknown', 'Not known: ask them')], default='unknown', help_text='Such as: yes, if they book one when families ask a week before.', max_length=7, verbose_name='can they get an interpreter?')),
                ('status', models.CharField(choices=[('open', 'Open'), ('temporarily_closed', 'Closed for now'), ('closed', 'Closed for good')], default='open', help_text='“Closed for now” needs the message below. “Closed for good” takes it out of the search.', max_length=18)),
                ('alert', models.CharField(blank=True, help_text='Such as: closed while the hall is repaired. We hope to open again in May.', max_length=250, verbose_name='message about closing')),
                ('closed_from', models.DateField(blank=True, help_text='The first day. Such as: 1 August 2026.', null=True)),
                ('closed_until', models.DateField(blank=True, help_text='Empty if nobody knows. Such as: 31 August 2026.', null=True, verbose_name='closed until, the last day')),
                ('last_checked', models.DateField(blank=True, help_text='When somebody last asked the service whether all this is right.', null=True)),
                ('checked_how', models.CharField(blank=True, choices=[('phone', 'by telephone'), ('email', 'by e-mail'), ('visit', 'by a visit'), ('provider', 'by the service itself')], help_text='Such as: “by telephone”, when you rang them.', max_length=8)),
                ('next_check', models.DateField(blank=True, help_text='When we will ask again. A year after the last check at most.', null=True)),
                ('commissioned_by', models.CharField(blank=True, help_text='Such as: the county council and the NHS together.', max_length=120, verbose_name='who pays for the service')),
                ('accreditations', models.CharField(blank=True, help_text='Such as: Autism Accredited, until 2027.', max_length=200, verbose_name='marks given by others')),
                ('other_names', models.CharField(blank=True, help_text='Names that people also use, with commas between. Such as: CAMHS, young minds team.', max_length=250)),
                ('description', wagtail.fields.RichTextField(blank=True, help_text='What happens there, in short plain sentences. Such as: children play in two groups. One is for quiet games.')),
                ('for_young_people', models.TextField(blank=True, help_text='The same for a young person: two to five short sentences, spoken to them. Such as: you can come and just watch. Priya meets you at the gate.', max_length=600)),
                ('completeness', models.PositiveSmallIntegerField(db_index=True, default=0, editable=False)),
            ],
            options={
                'verbose_name': 'service',
            },
            bases=('wagtailcore.page', models.Model),
        ),
        migrations.CreateModel(
            name='ServicePicture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('caption', models.CharField(help_text='Where you are now. Such as: the door is left of the blue gate.', max_length=160)),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServicePlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('name', models.CharField(blank=True, help_text='Such as Abbey Community Hall.', max_length=120)),
                ('address', models.CharField(blank=True, help_text='House and street. Such as: 12 Abbey Close.', max_length=200)),
                ('town', models.CharField(help_text='Such as: Abingdon.', max_length=80)),
                ('postcode', models.CharField(blank=True, help_text='Such as: OX14 3EX. For somebody’s home the first half is enough.', max_length=10)),
                ('latitude', models.DecimalField(blank=True, decimal_places=5, help_text='Such as: 51.67083, from a map.', max_digits=8, null=True, validators=[django.core.validators.MinValueValidator(-90), django.core.validators.MaxValueValidator(90)])),
                ('longitude', models.DecimalField(blank=True, decimal_places=5, help_text='Such as: -1.28278.', max_digits=8, null=True, validators=[django.core.validators.MinValueValidator(-180), django.core.validators.MaxValueValidator(180)])),
                ('is_home', models.BooleanField(default=False, help_text='Then only the town and the district are shown.', verbose_name='somebody’s home')),
                ('times', models.CharField(blank=True, help_text='What the table of times cannot say, such as: ring first.', max_length=200, verbose_name='times here in words')),
                ('getting_there', models.TextField(blank=True, help_text='Bus, train, parking, where to be dropped off. Such as: bus 4 stops at the door.', max_length=400)),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServiceRegistration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('register', models.CharField(choices=[('ofsted', 'Ofsted'), ('cqc', 'Care Quality Commission'), ('charity', 'Charity Commission'), ('company', 'Companies House')], help_text='Such as: Ofsted, for a childminder.', max_length=7)),
                ('number', models.CharField(help_text='As the register writes it. Such as: EY123456.', max_length=40)),
                ('judgement', models.CharField(blank=True, help_text='In the register’s own word, such as: Good.', max_length=60)),
                ('judged_on', models.DateField(blank=True, help_text='The day of the inspection. Such as: 14 March 2025.', null=True)),
                ('address', models.URLField(blank=True, help_text='Such as: https://reports.example.org/EY123456.', verbose_name='web address of the report')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ServiceSchedule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('freq', models.CharField(choices=[('once', 'On one date'), ('weekly', 'By the week'), ('monthly', 'By the month')], default='weekly', max_length=7, verbose_name='how often')),
                ('interval', models.PositiveSmallIntegerField(default=1, help_text='1 is each week or month, 2 is every other.', validators=[django.core.validators.MinValueValidator(1, 'Write 1 for each week or month, 2 for every other.'), django.core.validators.MaxValueValidator(12, 'Write a number up to 12.')], verbose_name='every')),
                ('weekdays', models.CharField(blank=True, max_length=20, verbose_name='on')),
                ('week_of_month', models.SmallIntegerField(blank=True, choices=[(1, 'First'), (2, 'Second'), (3, 'Third'), (4, 'Fourth'), (-1, 'Last')], help_text='By the month only: first Monday, last Friday.', null=True, verbose_name='of the month')),
                ('starts_on', models.DateField(blank=True, help_text='Needed for one date, and to know which weeks count.', null=True, verbose_name='date, or first date')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='last date')),
                ('opens_at', models.TimeField(blank=True, help_text='Such as 9:30 or 16:00. Empty: not known.', null=True, verbose_name='from')),
                ('closes_at', models.TimeField(blank=True, help_text='Write 0:00 for midnight.', null=True, verbose_name='until')),
                ('during', models.CharField(choices=[('all_year', 'All year'), ('term', 'In school term time'), ('holidays', 'In school holidays')], default='all_year', max_length=8, verbose_name='time of year')),
                ('on_bank_holidays', models.BooleanField(default=False, verbose_name='also on bank holidays')),
                ('quieter', models.BooleanField(default=False, verbose_name='a quieter session, or one for children with SEND only')),
                ('note', models.CharField(blank=True, help_text='Such as: ages 8 to 12; the hall is booked by name.', max_length=160)),
                ('at_place', models.CharField(blank=True, help_text='The name or town of one of the places above. Empty: at all of them.', max_length=120, verbose_name='where')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('name', models.CharField(help_text='The word that families use. Such as: Short breaks.', max_length=80)),
                ('slug', models.SlugField(help_text='Used in web addresses. Keep it once it is public.', max_length=80)),
                ('summary', models.CharField(blank=True, help_text='What it means, in a line of plain words.', max_length=200)),
                ('order', models.PositiveIntegerField(default=100, help_text='Smaller numbers come first.')),
                ('retired', models.BooleanField(default=False, help_text='No longer offered; listings that have it keep it.')),
            ],
            options={
                'verbose_name': 'topic',
                'verbose_name_plural': 'topics',
                'ordering': ['order', 'name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='AccessFeature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('name', models.CharField(help_text='The word that families use. Such as: Short breaks.', max_length=80)),
                ('slug', models.SlugField(help_text='Used in web addresses. Keep it once it is public.', max_length=80)),
                ('summary', models.CharField(blank=True, help_text='What it means, in a line of plain words.', max_length=200)),
                ('order', models.PositiveIntegerField(default=100, help_text='Smaller numbers come first.')),
                ('retired', models.BooleanField(default=False, help_text='No longer offered; listings that have it keep it.')),
                ('group', models.CharField(choices=[('getting-in', 'Getting in and around'), ('senses', 'Noise, light, smells and crowds'), ('people', 'The people who help'), ('talking', 'Ways to talk and read'), ('first-visit', 'Your first visit'), ('care', 'Care and medicines')], default='getting-in', help_text='The heading under which it stands on a listing.', max_length=11)),
                ('in_filters', models.BooleanField(default=True, help_text='Choose few: a long list of filters helps nobody.', verbose_name='people can filter by it')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.accessfeature')),
            ],
            options={
                'verbose_name': 'access feature',
                'verbose_name_plural': 'access features',
                'ordering': ['order', 'name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='AgeStage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('name', models.CharField(help_text='The word that families use. Such as: Short breaks.', max_length=80)),
                ('slug', models.SlugField(help_text='Used in web addresses. Keep it once it is public.', max_length=80)),
                ('summary', models.CharField(blank=True, help_text='What it means, in a line of plain words.', max_length=200)),
                ('order', models.PositiveIntegerField(default=100, help_text='Smaller numbers come first.')),
                ('retired', models.BooleanField(default=False, help_text='No longer offered; listings that have it keep it.')),
                ('minimum_age', models.PositiveSmallIntegerField(help_text='In whole years. Such as: 5.', validators=[django.core.validators.MaxValueValidator(25)], verbose_name='from age')),
                ('maximum_age', models.PositiveSmallIntegerField(help_text='The last age. Such as: 10.', validators=[django.core.validators.MaxValueValidator(25)], verbose_name='up to age')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.agestage')),
            ],
            options={
                'verbose_name': 'age stage',
                'verbose_name_plural': 'age stages',
                'ordering': ['order', 'name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Area',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('name', models.CharField(help_text='The word that families use. Such as: Short breaks.', max_length=80)),
                ('slug', models.SlugField(help_text='Used in web addresses. Keep it once it is public.', max_length=80)),
                ('summary', models.CharField(blank=True, help_text='What it means, in a line of plain words.', max_length=200)),
                ('order', models.PositiveIntegerField(default=100, help_text='Smaller numbers come first.')),
                ('retired', models.BooleanField(default=False, help_text='No longer offered; listings that have it keep it.')),
                ('in_county', models.BooleanField(default=True, help_text='What serves the whole county serves this area as well.', verbose_name='inside our area')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale', verbose_name='locale')),
                ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='directory.area')),
            ],
            options={
                'verbose_name': 'area',
                'verbose_name_plural': 'areas',
                'ordering': ['order', 'name'],
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
    ]
