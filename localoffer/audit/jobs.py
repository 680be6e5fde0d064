from datetime import timedelta

from localoffer.scheduling.registry import register

from .services import forget_old_entries

register("forget-audit-entries", every=timedelta(days=1), run=forget_old_entries)
