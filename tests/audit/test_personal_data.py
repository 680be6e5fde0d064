"""What is held about somebody: found, handed out, erased; what remains, and why."""

import json
from io import StringIO
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import models
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry

from blog.models import AuthorProfile
from localoffer.alerts.models import Subscription
from localoffer.audit import registry
from localoffer.audit.services import Gone, erase, export, look
from localoffer.contact.models import InboxSettings, Message, MessageCount
from localoffer.media.models import Consent
from localoffer.people.models import User
from localoffer.seal.models import VisitRequest
from tests.audit.test_audit_log import may
from tests.factories import (
    AuthorProfileFactory,
    ConsentFactory,
    ForumPostPageFactory,
    ForumPostsPageFactory,
    UserFactory,
    VisitRequestFactory,
    YoungMessageFactory,
)
from youth.models import ForumPostPage, YoungMessage

PAGE = "/admin/reports/personal-data/"
WHO = "ari@example.org"


@pytest.fixture
def ari(home: Any) -> dict[str, Any]:
    """Somebody of whom the site holds a bit of everything."""
    now = timezone.now()
    user = UserFactory(email=WHO, display_name="Ari")
    UserFactory(email="sam@example.org", display_name="Sam", is_superuser=True)
    youth = ForumPostsPageFactory(parent=home)
    return {
        "user": user,
        "message": Message.objects.create(kind="message", words="Hello", email="Ari@Example.org", received_at=now),
        "mentions": Message.objects.create(kind="message", words="Write to ari@example.org please", received_at=now),
        "other": Message.objects.create(kind="message", words="Hello", email="mari@example.org", received_at=now),
        "alerts": Subscription.objects.create(address=WHO, how_often="once", language="en-gb", asked_at=now),
        "request": VisitRequestFactory(name="Ari", email=WHO, phone="01632 960123", words="Please come"),
        "draft": ForumPostPageFactory(parent=youth, owner=user, chosen_name="Ari", live=False),
        "public": ForumPostPageFactory(parent=youth, owner=user, chosen_name="Ari", live=True),
        "consent": ConsentFactory(display_name="Ari"),
    }


def found(asked: str) -> dict[str, registry.Held]:
    return {held.key: held for _, held in look(asked)}


def looks_like_a_person(field: models.Field, fields: list[models.Field]) -> bool:
    if isinstance(field, (models.EmailField, models.GenericIPAddressField)):
        return True
    has_person = any(isinstance(other, models.EmailField) or other.name == "role" for other in fields)
    named = {"display_name", "chosen_name", "contact_name", "decided_by", "contact_phone", "who"}
    return (field.name in named and not field.is_relation) or (field.name in {"name", "phone"} and has_person)


def test_every_field_that_holds_a_person_is_registered_or_exempt_with_a_reason() -> None:
    missing = []
    for model in apps.get_models():
        fields = [field for field in model._meta.get_fields() if isinstance(field, models.Field)]
        missing += [
            f"{model._meta.app_label}.{model.__name__}.{field.name}" for field in fields if looks_like_a_person(field, fields)
        ]
    assert set(missing) - registry.all_fields() == set()
    assert "contact.Message.email" in missing  # the test sees what it should


def test_every_registered_field_is_there() -> None:
    for name in registry.all_fields():
        app, model, field = name.split(".")
        apps.get_model(app, model)._meta.get_field(field)


def test_no_relation_to_an_account_stands_in_the_way_of_erasing_it() -> None:
    stops = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
        and field.related_model is User
        # Wagtail's logs keep the number.
        and field.remote_field.on_delete not in (models.SET_NULL, models.CASCADE)
        and not model.__name__.endswith("LogEntry")
    ]
    assert stops == []


def test_an_address_finds_what_is_the_persons_and_nothing_of_others(ari: dict[str, Any]) -> None:
    assert set(found(f" {WHO} ")) == {
        f"people.user:{ari['user'].pk}",
        f"contact.message:{ari['message'].pk}",
        f"contact.message:{ari['mentions'].pk}",
        "alerts.subscription:address",
        f"seal.visitrequest:{ari['request'].pk}",
        f"youth.forumpostpage:{ari['draft'].pk}",
        f"youth.forumpostpage:{ari['public'].pk}",
    }
    assert found("") == {}
    assert found("nobody@example.org") == {}


def test_what_the_directory_said_is_handed_out_and_goes_with_the_account(ari: dict[str, Any]) -> None:
    SocialAccount.objects.create(user=ari["user"], provider="organisation", uid="7", extra_data={"userinfo": {"name": "Ari B"}})
    key = f"people.user:{ari['user'].pk}"
    [said] = found(WHO)[key].data["from the organisation’s directory"]
    assert (said["uid"], said["extra_data"]) == ("7", {"userinfo": {"name": "Ari B"}})
    erase(WHO, [key], now=timezone.now())
    assert not SocialAccount.objects.exists()


def test_a_name_finds_the_consent_which_remains_with_its_reason(ari: dict[str, Any]) -> None:
    consent = found("ari")[f"media.consent:{ari['consent'].pk}"]
    assert consent.erase is None
    assert "prove" in consent.why
    assert consent.data["name"] == "Ari"


def test_erasing_takes_what_may_go_and_leaves_the_rest(ari: dict[str, Any]) -> None:
    keys = [key for key, held in found(WHO).items() if held.erase]
    remains = erase(WHO, keys, now=timezone.now())
    # The post is public, but its account, by which the address found it, is gone.
    assert remains == []
    assert not User.objects.filter(email=WHO).exists()
    assert list(Message.objects.all()) == [ari["other"]]
    assert MessageCount.objects.get().number == 2
    assert not Subscription.objects.exists()
    request = VisitRequest.objects.get()
    assert (request.name, request.email, request.phone, request.words) == ("", "", "", "")
    assert list(ForumPostPage.objects.all()) == [ari["public"]]
    assert Consent.objects.filter(pk=ari["consent"].pk).exists()
    assert f"youth.forumpostpage:{ari['public'].pk}" in found("Ari")


def test_the_log_says_that_it_was_done_and_not_of_whom(ari: dict[str, Any]) -> None:
    number = ari["user"].pk
    export(WHO)
    erase(WHO, [f"people.user:{number}"], now=timezone.now())
    entries = ModelLogEntry.objects.filter(action__in=["audit.export", "audit.erase"])
    assert {entry.label for entry in entries} == {"Personal data of a…@example.org"}
    assert not ModelLogEntry.objects.filter(content_type__model="user", object_id=number, label__contains="Ari").exists()


def test_only_what_is_chosen_is_erased(ari: dict[str, Any]) -> None:
    erase(WHO, [f"contact.message:{ari['message'].pk}"], now=timezone.now())
    assert not Message.objects.filter(pk=ari["message"].pk).exists()
    assert User.objects.filter(email=WHO).exists()


@pytest.mark.parametrize("key", ["public", "other"], ids=["remains", "of-another"])
def test_what_may_not_go_stops_all_of_it(ari: dict[str, Any], key: str) -> None:
    wrong = ari[key]
    with pytest.raises(Gone):
        erase(WHO, ["alerts.subscription:address", f"{wrong._meta.label_lower}:{wrong.pk}"], now=timezone.now())
    assert Subscription.objects.exists()


def test_a_failure_on_the_way_changes_nothing(ari: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*args: Any, **kwargs: Any) -> None:
        raise OSError

    monkeypatch.setattr("localoffer.seal.personal_data._erase", fails)
    with pytest.raises(OSError):  # noqa: PT011
        erase(WHO, sorted(key for key, held in found(WHO).items() if held.erase), now=timezone.now())
    assert Message.objects.count() == 3
    assert User.objects.filter(email=WHO).exists()


def test_the_last_administrator_remains(home: Any) -> None:
    one = UserFactory(email="sam@example.org", is_superuser=True)
    assert found("sam@example.org")[f"people.user:{one.pk}"].erase is None
    other = UserFactory(email="kim@example.org", is_superuser=True, is_active=False)
    assert found("sam@example.org")[f"people.user:{one.pk}"].erase is None
    other.is_active = True
    other.save()
    assert found("sam@example.org")[f"people.user:{one.pk}"].erase is not None


def test_a_young_persons_message_is_found_by_its_reference_and_waits_for_a_decision_about_danger(home: Any) -> None:
    message = YoungMessageFactory(is_flagged=True, decision="")
    key = f"youth.youngmessage:{message.pk}"
    assert found(message.reference.lower())[key].erase is None
    YoungMessage.objects.filter(pk=message.pk).update(decision="help")
    erase(message.reference, [key], now=timezone.now())
    assert not YoungMessage.objects.exists()


def test_public_names_and_addresses_in_settings_remain(home: Any) -> None:
    author = AuthorProfileFactory(name="Robin Vale")
    inbox = InboxSettings.load()
    inbox.tell = "team@example.org"
    inbox.save()
    [held] = found("robin vale").values()
    assert (held.key, held.erase) == (f"blog.authorprofile:{author.pk}", None)
    [held] = found("team@example.org").values()
    assert "settings of the inbox" in held.why
    assert AuthorProfile.objects.exists()


# --- The page ---------------------------------------------------------------------------------


@pytest.fixture
def keeper(ari: dict[str, Any], client: Client) -> Client:
    client.force_login(User.objects.get(email="sam@example.org"))
    return client


def test_the_page_is_for_those_with_the_permission(client: Client, ari: dict[str, Any]) -> None:
    client.force_login(may(ari["user"], "view_audit_log"))
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"asked": WHO, "do": "json"}).status_code == 403
    client.force_login(may(ari["user"], "manage_personal_data"))
    assert client.get(PAGE).status_code == 200


def test_the_page_shows_first_what_goes_and_what_remains(keeper: Client, ari: dict[str, Any]) -> None:
    page = keeper.post(PAGE, {"asked": WHO, "do": "look"}).content.decode()
    assert page.index("Remains, and why") < page.index("Can be erased")
    assert page.count(" checked") == page.count('name="keys"') == 6
    assert User.objects.filter(email=WHO).exists()
    # Another may have the same first name: nothing is ticked before somebody looked.
    page = keeper.post(PAGE, {"asked": "Ari", "do": "look"}).content.decode()
    assert 'name="keys"' in page
    assert " checked" not in page


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({}, "Tick that you have read"),
        ({"keys": [], "sure": "on"}, "Tick what to erase"),
        ({"keys": ["x:1"], "sure": "on"}, "has changed"),
    ],
    ids=["not-sure", "nothing", "unknown"],
)
def test_nothing_goes_without_a_choice_and_a_confirmation(keeper: Client, ari: dict[str, Any], more: Any, error: str) -> None:
    page = keeper.post(PAGE, {"asked": WHO, "do": "erase", "keys": ["alerts.subscription:address"]} | more)
    assert error in page.content.decode()
    assert Subscription.objects.exists()


def test_what_is_ticked_and_confirmed_goes(keeper: Client, ari: dict[str, Any]) -> None:
    page = keeper.post(PAGE, {"asked": WHO, "do": "erase", "keys": ["alerts.subscription:address"], "sure": "on"})
    assert "Erased: 1." in page.content.decode()
    assert not Subscription.objects.exists()
    assert ModelLogEntry.objects.get(action="audit.erase").user.email == "sam@example.org"


def test_both_downloads_hold_what_was_found(keeper: Client, ari: dict[str, Any]) -> None:
    Message.objects.filter(pk=ari["message"].pk).update(words="=HYPERLINK()")
    answer = keeper.post(PAGE, {"asked": WHO, "do": "json"})
    assert "attachment" in answer["Content-Disposition"]
    assert {row["held by"] for row in json.loads(answer.content)} == {
        "accounts",
        "alerts",
        "messages",
        "requests to the forum",
        "young people",
    }
    table = keeper.post(PAGE, {"asked": WHO, "do": "csv"}).content.decode()
    assert ",'=HYPERLINK()," in table
    assert ModelLogEntry.objects.filter(action="audit.export").count() == 2


def test_an_empty_question_is_answered_with_what_to_do(keeper: Client) -> None:
    assert "Write an e-mail address or a name." in keeper.post(PAGE, {"asked": " ", "do": "json"}).content.decode()


# --- The command ------------------------------------------------------------------------------


def told(*arguments: str) -> str:
    out = StringIO()
    call_command("personal_data", *arguments, stdout=out)
    return out.getvalue()


def test_the_command_exports_and_erases_only_when_told_yes(ari: dict[str, Any]) -> None:
    assert WHO in json.dumps(json.loads(told("export", WHO)))
    assert "Nothing was changed" in told("erase", WHO)
    assert Subscription.objects.exists()
    assert "Erased: 6." in told("erase", WHO, "--yes")
    assert not Subscription.objects.exists()
    assert "Nothing is held." in told("erase", "nobody@example.org")


def test_by_a_name_the_command_erases_only_what_is_named(ari: dict[str, Any]) -> None:
    with pytest.raises(CommandError, match="same name"):
        told("erase", "Ari", "--yes")
    with pytest.raises(CommandError, match="has changed"):
        told("erase", "Ari", "--yes", "--only", f"media.consent:{ari['consent'].pk}")
    assert "Erased: 1." in told("erase", "Ari", "--yes", "--only", f"people.user:{ari['user'].pk}")
    assert not User.objects.filter(email=WHO).exists()
    assert Consent.objects.exists()
