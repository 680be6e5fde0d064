from .bringing_in import BroughtIn, blogs_for, bring_in, may_add_posts
from .figuring import FiguresChanged, Plan, plan_of, write_figures
from .papers import may_open
from .promising import PromiseRefused, Told, add_step, problems_of

__all__ = [
    "BroughtIn",
    "FiguresChanged",
    "Plan",
    "PromiseRefused",
    "Told",
    "add_step",
    "blogs_for",
    "bring_in",
    "may_add_posts",
    "may_open",
    "plan_of",
    "problems_of",
    "write_figures",
]
