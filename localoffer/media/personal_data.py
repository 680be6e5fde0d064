"""What people agreed to. The record outlives the showing: with it we prove that we were allowed."""

from django.db.models import Q

from localoffer.audit.registry import Held, is_address, register

from .models import Consent
from .models.using import resting_on

WHY = (
    "We must be able to prove that we were allowed to show it (UK GDPR, article 7). To stop showing what rests on it, "
    "take the consent back."
)


def held(asked: str) -> list[Held]:
    if is_address(asked):
        return []
    return [
        Held(
            key=f"media.consent:{consent.pk}",
            what=f"{consent.reference}, given on {consent.given_on:%-d %B %Y}",
            data={
                "name": consent.display_name,
                "picture or film": consent.agrees_to_picture,
                "voice": consent.agrees_to_voice,
                "words": consent.agrees_to_words,
                "name may stand there": consent.agrees_to_name,
                "under 16": consent.under_16,
                "who had parental responsibility": consent.parent_role,
                "who decided": consent.decided_by,
                "in what role": consent.decided_role,
                "how it was given": consent.how_given,
                "given on": consent.given_on,
                "ends on": consent.ends_on,
                "taken back on": consent.withdrawn_on,
                "note on taking it back": consent.withdrawn_note,
                "what rests on it": [str(thing) for thing in resting_on(consent)],
            },
            why=WHY,
        )
        for consent in Consent.objects.filter(Q(display_name__iexact=asked) | Q(decided_by__iexact=asked))
    ]


register("consents", find=held, fields=["media.Consent.display_name", "media.Consent.decided_by"])
