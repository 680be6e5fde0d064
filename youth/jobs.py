from datetime import timedelta

from localoffer.scheduling.registry import register

from .listening import alert_again, forget_old_voices, remind_of_late_answers, tell_of_new_voices

register("alert-of-danger", every=timedelta(minutes=1), run=alert_again)
register("tell-of-voices", every=timedelta(minutes=15), run=tell_of_new_voices)
register("forget-voices", every=timedelta(days=1), run=forget_old_voices)
register("remind-of-late-answers", every=timedelta(days=1), run=remind_of_late_answers)
