from .letters import send_reset_letter
from .organisation import NotLetIn, let_in
from .places import places_logged
from .second_step import NobodyThere, reset_second_step
from .setting_up import UnknownPermission, set_up_roles

__all__ = [
    "NobodyThere",
    "NotLetIn",
    "UnknownPermission",
    "let_in",
    "places_logged",
    "reset_second_step",
    "send_reset_letter",
    "set_up_roles",
]
