"""Whom families reach a service by. It is public, so it remains until an editor changes the listing."""

from localoffer.audit.registry import Held, is_address, register, remaining

from .models import ServiceContact

WHY = "Public, in a listing. Change the listing, or ask the service for another contact."


def held(asked: str) -> list[Held]:
    by = {"email__iexact": asked} if is_address(asked) else {"name__iexact": asked}
    contacts = ServiceContact.objects.filter(**by).select_related("page")
    return remaining(contacts, "page", "name", "phone", "email", "note", why=WHY)


register(
    "contacts of services",
    find=held,
    fields=["directory.ServiceContact.email", "directory.ServiceContact.name", "directory.ServiceContact.phone"],
)
