from .bringing_in import BroughtIn, blogs_for, bring_in, may_add_posts
from .promising import PromiseRefused, Told, add_step, problems_of

__all__ = ["BroughtIn", "PromiseRefused", "Told", "add_step", "blogs_for", "bring_in", "may_add_posts", "problems_of"]
