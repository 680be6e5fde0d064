from .attempts import Attempt
from .kept import Kept
from .users import User, UserManager

__all__ = ["Attempt", "Kept", "User", "UserManager"]
