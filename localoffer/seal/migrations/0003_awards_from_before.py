from django.db import migrations

from localoffer.seal.models.awards import new_code
from localoffer.seal.rules import review_day


def fill(apps, schema_editor):
    """Awards from before: an address of their own, a day for the next visit, and the steps that are known."""
    Award, AwardStep = apps.get_model("seal", "Award"), apps.get_model("seal", "AwardStep")
    for award in Award.objects.all():
        award.code = new_code()
        award.review_on = review_day(given_on=award.given_on, ends_on=award.ends_on, months_before=3)
        award.save(update_fields=["code", "review_on"])
        AwardStep.objects.create(award=award, kind="awarded", at=award.recorded_at, by=award.recorded_by)
        if award.closed_at:
            AwardStep.objects.create(
                award=award,
                kind=award.ending,
                at=award.closed_at,
                by=award.closed_by,
                reason=award.reason,
                public_note=award.public_note,
            )


class Migration(migrations.Migration):

    dependencies = [('seal', '0002_life_of_a_seal')]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
