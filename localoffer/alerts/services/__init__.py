from .forgetting import Kept, erase, forget_old, kept_on
from .looking import tell_of_new, tell_weekly
from .sending import keep_sending, send_alerts, send_waiting
from .signing_up import BY_ADDRESS, BY_SENDER, TooManyRequests, ask, change, confirm, stop
from .tokens import CONFIRM, MANAGE, key_of, token_of

__all__ = [
    "BY_ADDRESS",
    "BY_SENDER",
    "CONFIRM",
    "MANAGE",
    "Kept",
    "TooManyRequests",
    "ask",
    "change",
    "confirm",
    "erase",
    "forget_old",
    "keep_sending",
    "kept_on",
    "key_of",
    "send_alerts",
    "send_waiting",
    "stop",
    "tell_of_new",
    "tell_weekly",
    "token_of",
]
