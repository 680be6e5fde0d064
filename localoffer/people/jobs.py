from datetime import timedelta

from localoffer.scheduling.registry import register

from .limits import forget_old_attempts

register("forget-attempts", every=timedelta(hours=1), run=forget_old_attempts)
