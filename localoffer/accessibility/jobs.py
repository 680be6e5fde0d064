from datetime import timedelta

from localoffer.scheduling.registry import register

from .services import remind_of_review

register("remind-of-accessibility-review", every=timedelta(days=1), run=remind_of_review)
