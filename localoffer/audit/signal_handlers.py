"""What Wagtail's screens do not log: signing in, and who was given which groups and permissions, by whatever way."""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.contrib.auth.signals import user_logged_in, user_login_failed
from django.db.models.signals import m2m_changed, pre_save
from wagtail.log_actions import log

from localoffer.people.models import User, UserManager

from .rules import masked
from .services import note

LISTED = 30  # a role may hold some hundred permissions
WATCHED = {"is_superuser": "may do everything", "is_active": "may sign in", "email": "e-mail address", "password": "password"}
# By which names sign-in forms hand on what was typed as the account.
ACCOUNT = ("username", "email", "login")


def connect() -> None:
    user_logged_in.connect(signed_in, dispatch_uid="audit.signed_in")
    user_login_failed.connect(sign_in_failed, dispatch_uid="audit.sign_in_failed")
    pre_save.connect(account_changed, sender=User, dispatch_uid="audit.account")
    m2m_changed.connect(groups_changed, sender=User.groups.through, dispatch_uid="audit.groups")
    m2m_changed.connect(permissions_changed, sender=User.user_permissions.through, dispatch_uid="audit.own_permissions")
    m2m_changed.connect(permissions_changed, sender=Group.permissions.through, dispatch_uid="audit.group_permissions")


def signed_in(sender: Any, user: Any, **kwargs: Any) -> None:
    log(instance=user, action="audit.sign_in", user=user)


def sign_in_failed(sender: Any, credentials: dict[str, Any], **kwargs: Any) -> None:
    """Of an account that is there: by its name. Of nobody: without the address, and never with what was typed as password."""
    typed = UserManager.normalise(str(next((credentials[name] for name in ACCOUNT if credentials.get(name)), "")))
    user = User.objects.filter(email=typed).first()
    if user is not None:
        log(instance=user, action="audit.sign_in_failed")
    else:
        note(model=User, label=f"No account: {masked(typed)}", action="audit.sign_in_failed")


def account_changed(sender: Any, instance: User, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """A password is hashed anew at signing in, in a save of that field alone: that is no change."""
    watched = WATCHED if update_fields is None else set(WATCHED) & set(update_fields) - {"password"}
    if raw or not instance.pk or not watched or (before := User.objects.filter(pk=instance.pk).first()) is None:
        return
    if changed := [WATCHED[name] for name in watched if getattr(before, name) != getattr(instance, name)]:
        log(instance=instance, action="audit.account", data={"changed": ", ".join(changed)})


def groups_changed(**kwargs: Any) -> None:
    _related_changed("audit.groups", **kwargs)


def permissions_changed(**kwargs: Any) -> None:
    _related_changed("audit.permissions", **kwargs)


VERBS = {"post_add": "given", "post_remove": "taken", "post_clear": "taken"}


def _related_changed(log_as: str, *, instance: Any, action: str, reverse: bool, model: Any, pk_set: Any, **kwargs: Any) -> None:
    if action not in VERBS or (action != "post_clear" and not pk_set) or (reverse and action == "post_clear"):
        return
    rows = list(model.objects.filter(pk__in=pk_set)) if pk_set else []
    for holder in rows if reverse else [instance]:
        given = [instance] if reverse else rows
        log(instance=holder, action=log_as, data={"verb": VERBS[action], "names": _names(given) if given else "all"})


def _names(rows: list[Any]) -> str:
    names = sorted(row.codename if isinstance(row, Permission) else str(row) for row in rows)
    more = f" and {len(names) - LISTED} more" if len(names) > LISTED else ""
    return ", ".join(names[:LISTED]) + more
