from datetime import timedelta

from localoffer.scheduling.registry import register

from .services import forget_old_messages, tell_of_new_messages

register("tell-of-messages", every=timedelta(minutes=15), run=tell_of_new_messages)
register("forget-messages", every=timedelta(days=1), run=forget_old_messages)
