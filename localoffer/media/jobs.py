from datetime import timedelta

from localoffer.scheduling.registry import register

from .services import remind_of_endings, take_down_ended

register("remind-of-consents", every=timedelta(hours=1), run=remind_of_endings)
register("take-down-ended-consents", every=timedelta(hours=1), run=take_down_ended)
