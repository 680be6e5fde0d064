from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import Permission, PermissionsMixin
from django.db import models
from django.db.models import Q, QuerySet
from django.utils import timezone


class UserManager(BaseUserManager["User"]):
    """Makes people who sign in with their e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Returns a saved user. Raises ValueError when there is no e-mail address."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=self.normalise(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, **{"is_superuser": True, **fields})

    @staticmethod
    def normalise(email: str) -> str:
        """People type their address in capitals and with spaces around it; it is the same address."""
        return email.strip().lower()

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email=self.normalise(email or ""))

    def who_may(self, permission: str) -> QuerySet["User"]:
        """Everybody who may sign in and has the permission ("app.codename"), by a group, by themselves, or as superuser."""
        app, codename = permission.split(".")
        held = Permission.objects.filter(content_type__app_label=app, codename=codename)
        by_right = Q(groups__permissions__in=held) | Q(user_permissions__in=held) | Q(is_superuser=True)
        return self.filter(by_right, is_active=True).distinct()


class User(AbstractBaseUser, PermissionsMixin):
    """A member of staff or of the forum who signs in. No first or last name is held: see the decision on people."""

    email = models.EmailField("e-mail address", unique=True)
    display_name = models.CharField(
        "name to show", max_length=60, help_text="How colleagues see this person. Young people: first or chosen name only."
    )
    is_active = models.BooleanField("may sign in", default=True)
    date_joined = models.DateTimeField("joined", default=timezone.now, editable=False)

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["display_name"]

    objects = UserManager()

    class Meta:
        ordering = ["display_name", "email"]
        permissions = [
            ("view_audit_log", "Can read the audit log"),
            ("manage_personal_data", "Can export and erase personal data"),
        ]

    def __str__(self) -> str:
        return self.display_name or self.email

    def clean(self) -> None:
        super().clean()
        self.email = UserManager.normalise(self.email)

    def get_full_name(self) -> str:
        return self.display_name

    def get_short_name(self) -> str:
        return self.display_name

    def must_have_second_step(self) -> bool:
        """Whether this person can publish, or can give others the right to: then a password alone is not enough."""
        if self.is_superuser:
            return True
        held = Q(group__user=self) | Q(user=self)
        mighty = Q(codename__startswith="publish_") | Q(
            content_type__app_label="people", codename__in=("add_user", "change_user")
        )
        publishes = Q(grouppagepermission__group__user=self, codename="publish_page")
        return Permission.objects.filter(publishes | (held & mighty)).exists()

    @property
    def first_name(self) -> str:
        """Wagtail's side bar greets people by this."""
        return self.display_name

    @property
    def is_staff(self) -> bool:
        return self.is_active and self.is_superuser
