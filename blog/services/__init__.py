from .bringing_in import BroughtIn, blogs_for, bring_in, may_add_posts
from .figuring import FiguresChanged, Plan, plan_of, write_figures
from .promising import PromiseRefused, Told, add_step, problems_of
from .starting import start_post

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
    "plan_of",
    "problems_of",
    "start_post",
    "write_figures",
]
