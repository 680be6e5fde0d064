from .approval import AnsweredBefore, ChairNotAsked, answer_review, ask_chair, review_of, still_to_write, token_of
from .bringing_in import BroughtIn, blogs_for, bring_in, may_add_posts
from .figuring import FiguresChanged, Plan, plan_of, write_figures
from .papers import may_open
from .promising import PromiseRefused, Told, add_step, problems_of
from .starting import start_post

__all__ = [
    "AnsweredBefore",
    "BroughtIn",
    "ChairNotAsked",
    "FiguresChanged",
    "Plan",
    "PromiseRefused",
    "Told",
    "add_step",
    "answer_review",
    "ask_chair",
    "blogs_for",
    "bring_in",
    "may_add_posts",
    "may_open",
    "plan_of",
    "problems_of",
    "review_of",
    "start_post",
    "still_to_write",
    "token_of",
    "write_figures",
]
