"""Sending through a real conversation with a mail server: many on one line, faults of one stop no others."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Locale, Site

from localoffer.alerts.models import Delivery, Mailing, Subscription
from localoffer.alerts.services import MANAGE, keep_sending, send_waiting, token_of
from localoffer.alerts.services.letters import Writer
from localoffer.navigation.models import SiteDetails
from localoffer.pages.keeping import forget
from tests.alerts.conftest import NOW, item
from tests.alerts.sink import Sink

pytestmark = pytest.mark.django_db
ONE = {"subjects": ["board"], "own": {"title": "The plan", "words": "It is made.", "address": "/board/plan/"}, "others": {}}


@pytest.fixture(autouse=True)
def site(home: Any) -> Any:
    return home


@pytest.fixture
def sink(settings: Any) -> Iterator[Sink]:
    with Sink() as found:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", found.port
        yield found


def mailing(*readers: Subscription, items: list[Any] | None = None, made_at: datetime = NOW) -> list[Delivery]:
    made = Mailing.objects.create(how_often="at-once", made_at=made_at, items=items or [ONE])
    return Delivery.objects.bulk_create([Delivery.to(reader, "alert", made_at, made) for reader in readers])


def send(now: datetime = NOW) -> int:
    return send_waiting(clock=lambda: now)


def test_many_e_mails_go_over_one_line_and_a_second_round_sends_none_again(sink: Sink, reader: Any) -> None:
    mailing(*(reader(f"reader-{number}@example.org") for number in range(150)))
    assert (send(), send()) == (150, 0)
    assert (len(sink.taken), len({one.to for one in sink.taken}), sink.lines) == (150, 150, 1)
    assert set(Delivery.objects.values_list("state", flat=True)) == {"sent"}


@pytest.mark.parametrize("number", [1, 80])
def test_an_e_mail_takes_two_writes_of_its_own_and_no_more_reading(
    sink: Sink, reader: Any, number: int, django_assert_num_queries: Any
) -> None:
    mailing(*(reader(f"reader-{one}@example.org") for one in range(number)))
    SiteDetails.for_site(Site.objects.get())
    send(NOW - timedelta(hours=1))  # nothing is due: what is kept in memory is there
    with django_assert_num_queries(8 + 2 * number):
        assert send() == number


def test_a_refused_address_is_noted_without_its_words_and_stops_nobody_else(sink: Sink, reader: Any) -> None:
    sink.refuses = {"gone@example.org": "550 no gone@example.org here", "full@example.org": "452 full"}
    gone, full, good = mailing(*(reader(f"{name}@example.org") for name in ("gone", "full", "good")))
    assert send() == 1
    assert [one.to for one in sink.taken] == ["good@example.org"]
    gone.refresh_from_db()
    full.refresh_from_db()
    assert (gone.state, gone.answer) == ("refused", "550")
    assert (full.state, full.answer, full.next_try_at) == ("waiting", "452", NOW + timedelta(minutes=1))
    sink.refuses = {}
    assert send(NOW + timedelta(seconds=59)) == 0
    assert send(NOW + timedelta(seconds=60)) == 1
    assert sink.letters_to("full@example.org")[0].message_id == full.message_id
    good.refresh_from_db()
    assert (good.state, good.sent_at) == ("sent", NOW)


def test_without_a_mail_server_all_waits_and_after_a_week_it_is_given_up(settings: Any, reader: Any, deaf_port: int) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", deaf_port
    mailing(*(reader(f"reader-{number}@example.org") for number in range(3)))
    assert send() == 0
    assert set(Delivery.objects.values_list("state", "tries")) == {("waiting", 0), ("waiting", 1)}, "One try says enough."
    assert keep_sending(NOW + timedelta(days=7)) == ""
    assert keep_sending(NOW + timedelta(days=7, seconds=1)) == "3 e-mails given up"


@pytest.fixture
def deaf_port() -> int:
    """Where a mail server was, and is no more."""
    with Sink() as sink:
        return sink.port


def test_what_a_dead_worker_left_is_sent_again_after_five_minutes_and_not_before(sink: Sink, reader: Any) -> None:
    (left,) = mailing(reader("ari@example.org"))
    Delivery.objects.update(state="sending", claimed_at=NOW)
    assert send(NOW + timedelta(minutes=5)) == 0
    assert send(NOW + timedelta(minutes=5, seconds=1)) == 1
    assert sink.taken[0].message_id == left.message_id


def test_an_e_mail_that_cannot_be_written_stops_no_others(sink: Sink, reader: Any, monkeypatch: Any) -> None:
    bad, _ = mailing(reader("bad@example.org"), reader("good@example.org"))
    write = Writer.write

    def broken(self: Writer, delivery: Delivery) -> Any:
        if delivery.pk == bad.pk:
            raise ValueError
        return write(self, delivery)

    monkeypatch.setattr(Writer, "write", broken)
    assert send() == 1
    bad.refresh_from_db()
    assert (bad.state, bad.answer) == ("waiting", "ValueError")


def alert(sink: Sink, reader: Any, **item: Any) -> EmailMessage:
    mailing(reader, items=[ONE | item])
    assert send() == 1
    return sink.taken[-1].message


def parts(message: EmailMessage) -> tuple[str, BeautifulSoup]:
    text, html = message.iter_parts()
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    return text.get_content(), BeautifulSoup(html.get_content(), "html5lib")


def test_an_alert_has_the_headers_that_let_mail_programs_stop_it(sink: Sink, reader: Any, client: Any) -> None:
    ari = reader("ari@example.org")
    message = alert(sink, ari)
    stop = f"http://localhost:8000/alerts/stop/{token_of(MANAGE, ari.key)}/"
    assert message["List-Unsubscribe"].strip() == f"<{stop}>"  # it is long, so it stands on a line of its own
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["List-Id"] == "<alerts.localhost>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["From"] == "Local Offer <localoffer@localhost>"
    assert (message["To"], message["Subject"]) == ("ari@example.org", "Local Offer: The plan")
    assert message["Message-ID"] == Delivery.objects.get().message_id
    client.post(message["List-Unsubscribe"].strip(" <>").removeprefix("http://localhost:8000"), {"List-Unsubscribe": "One-Click"})
    assert not Subscription.objects.exists()


def test_an_alert_says_the_same_in_plain_text_and_in_html_that_loads_nothing(sink: Sink, reader: Any) -> None:
    ari = reader("ari@example.org")
    text, html = parts(alert(sink, ari, own={"title": "Tea & <b>talk</b>", "words": "One.\nTwo.", "address": "/tea/"}))
    for words in ("Tea & <b>talk</b>", "One. Two.", "Posts of the board", "you asked for it"):
        assert words in text
        assert words in html.get_text()
    links = {link["href"] for link in html.select("a")}
    assert links == {
        "http://localhost:8000/tea/",
        f"http://localhost:8000/alerts/mine/{token_of(MANAGE, ari.key)}/",
        f"http://localhost:8000/alerts/stop/{token_of(MANAGE, ari.key)}/",
        "http://localhost:8000/",
    }
    assert all(link in text for link in links)
    assert html.select("img, script, link, [src], [background]") == []
    assert "url(" not in str(html)
    assert html.html["lang"] == "en-GB"
    assert html.title.get_text()


def test_a_title_with_line_breaks_cannot_add_a_header(sink: Sink, reader: Any) -> None:
    title = "The plan\r\nBcc: b@example.org\n\nHello"
    message = alert(sink, reader("ari@example.org"), own=ONE["own"] | {"title": title})
    assert message["Bcc"] is None
    assert message["Subject"] == "Local Offer: The plan Bcc: b@example.org Hello"


def test_a_reader_gets_the_language_asked_for_while_the_site_has_a_home_in_it(sink: Sink, reader: Any, site: Any) -> None:
    polish = {"pl": {"title": "Plan po polsku", "words": "", "address": "/pl/board/plan/"}}
    ari = reader("ari@example.org", language="pl")
    text, html = parts(alert(sink, ari, others=polish))
    assert ("The plan" in text, html.html["lang"]) == (True, "en-GB")
    polish_home = site.copy_for_translation(Locale.objects.create(language_code="pl"), copy_parents=True)
    polish_home.save_revision().publish()
    forget()
    text, html = parts(alert(sink, ari, others=polish))
    assert ("Plan po polsku" in text, html.html["lang"]) == (True, "pl")
    assert "http://localhost:8000/pl/alerts/stop/" in text
    assert "/pl/" not in sink.taken[-1].message["List-Unsubscribe"]


def test_letters_that_somebody_waits_for_go_before_a_long_mailing(sink: Sink, reader: Any) -> None:
    mailing(*(reader(f"reader-{number}@example.org") for number in range(3)))
    asked = reader("asked@example.org", confirmed_at=None)
    Delivery.to(asked, "confirm", NOW).save()
    send()
    assert sink.taken[0].to == "asked@example.org"
    assert sink.taken[0].message["List-Unsubscribe"] is None


def test_several_items_are_counted_in_the_subject(sink: Sink, reader: Any) -> None:
    mailing(reader("ari@example.org"), items=[ONE, ONE | {"own": ONE["own"] | {"title": "Two"}}])
    send()
    assert sink.taken[0].message["Subject"] == "Local Offer: 2 new things"
    assert item("Two").own.title in parts(sink.taken[0].message)[0]
