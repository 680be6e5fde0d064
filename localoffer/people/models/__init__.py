from .attempts import Attempt
from .users import User, UserManager

__all__ = ["Attempt", "User", "UserManager"]
