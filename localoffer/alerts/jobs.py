from datetime import timedelta

from localoffer.scheduling.registry import register

from .services import forget_old, keep_sending, tell_of_new, tell_weekly

# One after the other in one run: what was found is sent in the same minute.
register("find-what-is-new", every=timedelta(minutes=2), run=tell_of_new)
register("find-what-is-new-weekly", every=timedelta(minutes=10), run=tell_weekly)
register("send-alerts", every=timedelta(minutes=1), run=keep_sending)
register("forget-alerts", every=timedelta(hours=6), run=forget_old)
