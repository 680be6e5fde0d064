import django.db.models.deletion
import localoffer.alerts.models
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Looked',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('how_often', models.CharField(choices=[('at-once', 'As soon as there is something new'), ('weekly', 'Once a week, on Friday morning')], max_length=10, unique=True)),
                ('until', models.DateTimeField()),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Mailing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('how_often', models.CharField(choices=[('at-once', 'As soon as there is something new'), ('weekly', 'Once a week, on Friday morning')], max_length=10)),
                ('made_at', models.DateTimeField()),
                ('items', models.JSONField()),
                ('sent', models.PositiveIntegerField(null=True)),
                ('not_sent', models.PositiveIntegerField(null=True)),
            ],
            options={
                'ordering': ['-made_at', '-pk'],
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='Subscription',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('request_key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('address', models.EmailField(max_length=254, unique=True)),
                ('how_often', models.CharField(choices=[('at-once', 'As soon as there is something new'), ('weekly', 'Once a week, on Friday morning')], max_length=10)),
                ('language', models.CharField(max_length=10)),
                ('asked_at', models.DateTimeField()),
                ('confirmed_at', models.DateTimeField(null=True)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('message_id', models.CharField(default=localoffer.alerts.models.new_message_id, editable=False, max_length=300, unique=True)),
                ('letter', models.CharField(choices=[('confirm', 'Please confirm'), ('already', 'You get e-mails already'), ('alert', 'Something is new')], max_length=10)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('sending', 'Being sent'), ('sent', 'Sent'), ('refused', 'Refused for good'), ('given-up', 'Given up')], default='waiting', max_length=10)),
                ('made_at', models.DateTimeField()),
                ('next_try_at', models.DateTimeField()),
                ('claimed_at', models.DateTimeField(null=True)),
                ('sent_at', models.DateTimeField(null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('answer', models.CharField(blank=True, max_length=60)),
                ('mailing', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='deliveries', to='alerts.mailing')),
                ('subscription', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='deliveries', to='alerts.subscription')),
            ],
            options={
                'verbose_name_plural': 'deliveries',
                'default_permissions': (),
                'indexes': [models.Index(fields=['state', 'next_try_at'], name='delivery_due')],
                'constraints': [models.UniqueConstraint(fields=('mailing', 'subscription'), name='one_delivery_of_a_mailing')],
            },
        ),
        migrations.CreateModel(
            name='Choice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(db_index=True, max_length=60)),
                ('subscription', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='choices', to='alerts.subscription')),
            ],
            options={
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('subscription', 'subject'), name='one_choice_of_a_subject')],
            },
        ),
    ]
