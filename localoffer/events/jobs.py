from datetime import timedelta

from localoffer.scheduling.registry import register

from .services import keep_coming_bank_holidays

register("bank-holidays", every=timedelta(days=7), run=keep_coming_bank_holidays)
