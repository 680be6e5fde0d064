from datetime import timedelta

from localoffer.scheduling.registry import register

from .publishing import publish_due

register("publish", every=timedelta(seconds=50), run=publish_due)
