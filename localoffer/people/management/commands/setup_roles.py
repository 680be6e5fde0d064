from typing import Any

from django.core.management.base import BaseCommand

from localoffer.people.roles import ROLES
from localoffer.people.services import set_up_roles


class Command(BaseCommand):
    help = "Makes the roles and workflows as described in localoffer/people/roles.py. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        set_up_roles()
        self.stdout.write("Roles: " + ", ".join(role.name for role in ROLES) + ".")
