"""Who to call: it stands on every page, so it remains until somebody changes the site details."""

from localoffer.audit.registry import Held, is_address, register, remaining

from .models import SiteDetails, SiteWords

WHY = "Public, on every page, as who to call. Change the site details."


def held(asked: str) -> list[Held]:
    by = {"contact_email__iexact": asked} if is_address(asked) else {"contact_name__iexact": asked}
    found = remaining(SiteDetails.objects.filter(**by), "contact_name", "contact_phone", "contact_email", why=WHY)
    if is_address(asked):
        return found
    return found + remaining(SiteWords.objects.filter(contact_name__iexact=asked), "contact_name", why=WHY)


register(
    "site details",
    find=held,
    fields=[
        "navigation.SiteDetails.contact_email",
        "navigation.SiteDetails.contact_name",
        "navigation.SiteDetails.contact_phone",
        "navigation.SiteWords.contact_name",
    ],
)
