"""What the clock would do for the e-mail alerts, at once: run with the environment of a running site.

python -m tests.browser.alerting send
python -m tests.browser.alerting publish "The title of a post"
python -m tests.browser.alerting take-down "The title of a post"
"""

import sys
from datetime import timedelta

import django

django.setup()

from django.utils import timezone  # noqa: E402

from blog.models import BoardBlogPage, BoardPostPage  # noqa: E402
from localoffer.alerts.services import send_waiting, tell_of_new  # noqa: E402


def publish(title: str) -> None:
    """A new post of the board; and what the site does some minutes later."""
    now = timezone.now()
    tell_of_new(now)
    like = BoardPostPage.objects.first()
    post = BoardPostPage(
        title=title, date=timezone.localdate(), summary="What the board did.", in_short="It met.", author=like.author
    )
    BoardBlogPage.objects.first().add_child(instance=post)
    post.save_revision().publish()
    print(tell_of_new(now + timedelta(minutes=10)))


if __name__ == "__main__":
    if sys.argv[1] == "publish":
        publish(sys.argv[2])
    if sys.argv[1] == "take-down":
        BoardPostPage.objects.get(title=sys.argv[2]).delete()
    print(send_waiting(clock=lambda: timezone.now() + timedelta(minutes=10)))
