import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import localoffer.contact.models
import localoffer.seal.models.awards
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    # What there was before the first release. A site that ran all of these is where this brings it.
    replaces = [
        ('seal', '0001_initial'),
        ('seal', '0002_life_of_a_seal'),
        ('seal', '0003_awards_from_before'),
        ('seal', '0004_awards_have_codes'),
        ('seal', '0005_words_of_steps'),
    ]

    initial = True

    dependencies = [
        ('media', '0002_squashed'),
        ('wagtailcore', '0098_apitoken'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Award',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('listing_key', models.UUIDField(db_index=True, editable=False, verbose_name='listing')),
                ('listing_title', models.CharField(editable=False, max_length=255, verbose_name='name of the listing when it was given')),
                ('decided_on', models.DateField(help_text='The day of the forum meeting that decided.', verbose_name='the forum decided on')),
                ('given_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(verbose_name='until, the last day')),
                ('words', models.TextField(help_text='In their own words. No surnames, no school of a young person.', max_length=300, verbose_name='what young people liked')),
                ('know_before_you_go', models.TextField(blank=True, max_length=300, verbose_name='know before you go')),
                ('visited_by', models.CharField(help_text='“Three of us, aged 15 to 19”, or first names. Never a surname.', max_length=100, verbose_name='who visited')),
                ('recorded_at', models.DateTimeField(editable=False)),
                ('code', models.CharField(default=localoffer.seal.models.awards.new_code, editable=False, max_length=12, unique=True)),
                ('recipient', models.URLField(blank=True, editable=False, verbose_name='web address of who was awarded')),
                ('review_on', models.DateField(editable=False, verbose_name='next visit due from')),
                ('reminded_at', models.DateTimeField(editable=False, null=True)),
                ('paused_at', models.DateTimeField(editable=False, null=True)),
                ('closed_at', models.DateTimeField(editable=False, null=True)),
                ('ending', models.CharField(blank=True, choices=[('withdrawn', 'Seal taken away'), ('replaced', 'A newer seal took its place')], editable=False, max_length=10)),
                ('reason', models.TextField(blank=True, help_text='Only staff who see the seal read this.', max_length=1000, verbose_name='reason, for the record')),
                ('public_note', models.CharField(blank=True, help_text='Shown on the seal’s page. Plain, fair, no names.', max_length=250, verbose_name='sentence for the public')),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('confirmed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('picture', models.ForeignKey(blank=True, help_text='Shown with their words. If people can be seen in it, it needs a consent that has not ended.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media.customimage')),
                ('recorded_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('renews', models.OneToOneField(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='renewed_by', to='seal.award')),
                ('sound', models.ForeignKey(blank=True, help_text='Their words, spoken. A voice needs a consent that has not ended.', limit_choices_to={'type': 'audio'}, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media.custommedia', verbose_name='recording')),
            ],
            options={
                'ordering': ['-given_on', '-pk'],
                'permissions': [('award_seal', 'Can attach, renew, pause and withdraw the seal as the forum decided'), ('decide_seal', 'Can record requests, visits and decisions of the forum')],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='AwardStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('awarded', 'Seal given'), ('renewed', 'Seal given again'), ('paused', 'Seal paused'), ('resumed', 'Seal back after a pause'), ('replaced', 'A newer seal took its place'), ('withdrawn', 'Seal taken away')], max_length=10)),
                ('at', models.DateTimeField()),
                ('reason', models.TextField(blank=True)),
                ('public_note', models.CharField(blank=True, max_length=250)),
                ('award', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='seal.award')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Criteria',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(editable=False, unique=True, verbose_name='version')),
                ('introduction', models.TextField(help_text='What the seal means to the forum, in its own words. Two or three short sentences.', max_length=600)),
                ('are_examples', models.BooleanField(default=False, help_text='Tick while the forum has not agreed its own. The public page says so.', verbose_name='these are examples')),
                ('changes', models.CharField(blank=True, max_length=250, verbose_name='what is new in this version')),
                ('published_at', models.DateTimeField(editable=False, null=True, verbose_name='in force since')),
                ('published_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'criteria',
                'verbose_name_plural': 'criteria',
                'ordering': ['-number'],
                'default_permissions': ('view', 'add', 'change'),
            },
        ),
        migrations.AddField(
            model_name='award',
            name='criteria',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='seal.criteria'),
        ),
        migrations.CreateModel(
            name='Criterion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('words', models.CharField(help_text='Such as: Staff talk to us and not over us.', max_length=160, verbose_name='what we look for')),
                ('version', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='criteria', to='seal.criteria')),
            ],
            options={
                'verbose_name': 'criterion',
                'verbose_name_plural': 'criteria',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SealSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('forum_name', models.CharField(default='SEND Youth Forum', max_length=80, verbose_name='name of the forum')),
                ('forum_email', models.EmailField(blank=True, help_text='Stands in the record that other sites can read. Public.', max_length=254, verbose_name='e-mail address of the forum')),
                ('months', models.PositiveSmallIntegerField(default=24, help_text='Suggested when somebody gives the seal.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='how many months a seal lasts')),
                ('review_months', models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(24)], verbose_name='how many months before its end the next visit is due')),
                ('remind_days', models.PositiveSmallIntegerField(default=28, help_text='By e-mail, once for each seal.', validators=[django.core.validators.MinValueValidator(0), django.core.validators.MaxValueValidator(365)], verbose_name='how many days before that we remind the supporters')),
                ('second_person', models.BooleanField(default=False, help_text='Then a seal shows only when somebody else has agreed.', verbose_name='a second person confirms each seal')),
                ('site', models.OneToOneField(editable=False, on_delete=django.db.models.deletion.CASCADE, to='wagtailcore.site')),
            ],
            options={
                'verbose_name': 'seal of approval',
            },
        ),
        migrations.CreateModel(
            name='Visit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('listing_key', models.UUIDField(db_index=True, editable=False, verbose_name='listing')),
                ('listing_title', models.CharField(editable=False, max_length=255, verbose_name='name of the listing')),
                ('planned_for', models.DateField(blank=True, null=True, verbose_name='planned for')),
                ('called_off_at', models.DateTimeField(editable=False, null=True)),
                ('visited_on', models.DateField(blank=True, null=True, verbose_name='visited on')),
                ('visited_by', models.CharField(blank=True, help_text='“Three of us, aged 15 to 19”, or first or chosen names. Never a surname.', max_length=100, verbose_name='who visited')),
                ('words', models.TextField(blank=True, help_text='In the young people’s own words. No surnames, no school of a young person.', max_length=300, verbose_name='what we liked')),
                ('know_before_you_go', models.TextField(blank=True, max_length=300, verbose_name='know before you go')),
                ('words_approved_at', models.DateTimeField(editable=False, null=True)),
                ('decision', models.CharField(blank=True, choices=[('award', 'Give the seal'), ('not_yet', 'Not yet'), ('no', 'No')], max_length=8)),
                ('decided_on', models.DateField(blank=True, null=True, verbose_name='the forum decided on')),
                ('advice', models.TextField(blank=True, help_text='What would make it a yes? Private: only the service gets it.', max_length=1500, verbose_name='kind advice to the service')),
                ('criteria', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='seal.criteria')),
                ('decided_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('planned_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('words_approved_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-visited_on', '-planned_for', '-pk'],
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='award',
            name='visit',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='seal.visit'),
        ),
        migrations.CreateModel(
            name='VisitFinding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('met', models.CharField(choices=[('yes', 'Yes'), ('partly', 'Partly'), ('no', 'No'), ('not_seen', 'We did not see')], max_length=8)),
                ('words', models.CharField(blank=True, max_length=200)),
                ('criterion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='seal.criterion')),
                ('visit', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='findings', to='seal.visit')),
            ],
            options={
                'ordering': ['criterion__sort_order', 'pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='VisitRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(default=localoffer.contact.models.new_reference, editable=False, max_length=10, unique=True)),
                ('asked_by', models.CharField(choices=[('service', 'The service'), ('young_person', 'A young person')], max_length=12, verbose_name='who asks')),
                ('listing_key', models.UUIDField(db_index=True, editable=False, null=True, verbose_name='listing')),
                ('place_name', models.CharField(max_length=150, verbose_name='which place')),
                ('words', models.TextField(verbose_name='what they wrote')),
                ('name', models.CharField(blank=True, max_length=100)),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='e-mail')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='telephone')),
                ('received_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='received')),
                ('status', models.CharField(choices=[('new', 'New'), ('taken', 'Somebody has it'), ('planned', 'Visit planned'), ('done', 'Visited'), ('declined', 'Declined')], default='new', max_length=10)),
                ('staff_note', models.TextField(blank=True, max_length=1000, verbose_name='note for colleagues')),
                ('closed_at', models.DateTimeField(editable=False, null=True)),
                ('taken_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='who has it')),
            ],
            options={
                'ordering': ['-received_at', '-pk'],
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='visit',
            name='request',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='visits', to='seal.visitrequest'),
        ),
        migrations.CreateModel(
            name='AwardProposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('listing_key', models.UUIDField(db_index=True, editable=False, verbose_name='listing')),
                ('listing_title', models.CharField(editable=False, max_length=255, verbose_name='name of the listing when it was given')),
                ('decided_on', models.DateField(help_text='The day of the forum meeting that decided.', verbose_name='the forum decided on')),
                ('given_on', models.DateField(verbose_name='from')),
                ('ends_on', models.DateField(verbose_name='until, the last day')),
                ('words', models.TextField(help_text='In their own words. No surnames, no school of a young person.', max_length=300, verbose_name='what young people liked')),
                ('know_before_you_go', models.TextField(blank=True, max_length=300, verbose_name='know before you go')),
                ('visited_by', models.CharField(help_text='“Three of us, aged 15 to 19”, or first names. Never a surname.', max_length=100, verbose_name='who visited')),
                ('recorded_at', models.DateTimeField(editable=False)),
                ('is_renewal', models.BooleanField(default=False, editable=False)),
                ('closed_at', models.DateTimeField(editable=False, null=True)),
                ('outcome', models.CharField(blank=True, choices=[('confirmed', 'Confirmed'), ('refused', 'Sent back')], editable=False, max_length=10)),
                ('why_sent_back', models.TextField(blank=True, max_length=500, verbose_name='why it is sent back')),
                ('closed_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('picture', models.ForeignKey(blank=True, help_text='Shown with their words. If people can be seen in it, it needs a consent that has not ended.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media.customimage')),
                ('recorded_by', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sound', models.ForeignKey(blank=True, help_text='Their words, spoken. A voice needs a consent that has not ended.', limit_choices_to={'type': 'audio'}, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media.custommedia', verbose_name='recording')),
                ('criteria', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='seal.criteria')),
                ('visit', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='%(class)ss', to='seal.visit')),
            ],
            options={
                'ordering': ['recorded_at'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('listing_key',), name='one_open_proposal_of_a_listing')],
            },
        ),
        migrations.AddConstraint(
            model_name='award',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('listing_key',), name='one_open_award_of_a_listing'),
        ),
        migrations.AddConstraint(
            model_name='award',
            constraint=models.CheckConstraint(condition=models.Q(('ends_on__gt', models.F('given_on'))), name='award_ends_after_it_begins', violation_error_message='The seal would end before it begins. Choose a later last day.'),
        ),
        migrations.AddConstraint(
            model_name='visitfinding',
            constraint=models.UniqueConstraint(fields=('visit', 'criterion'), name='one_finding_for_each_criterion'),
        ),
        migrations.AddIndex(
            model_name='visitrequest',
            index=models.Index(fields=['status', 'received_at'], name='seal_visitr_status_fdfe70_idx'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(('decision', ''), models.Q(('decided_on__isnull', False), ('visited_on__isnull', False)), _connector='OR'), name='decision_has_a_visit_and_a_day'),
        ),
    ]
