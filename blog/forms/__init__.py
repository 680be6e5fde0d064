from .approval import LONGEST_ANSWER, PICK_ONE, SAY_WHAT, ChairAnswerForm
from .bringing_in import LONGEST_TEXT, NOT_BOTH, ONE_OF_TWO, UNSEEN, BringInForm, PictureAnswersForm
from .figures import FigureFormSet, PasteForm
from .promises import PromiseForm

__all__ = [
    "LONGEST_ANSWER",
    "LONGEST_TEXT",
    "NOT_BOTH",
    "ONE_OF_TWO",
    "PICK_ONE",
    "SAY_WHAT",
    "UNSEEN",
    "BringInForm",
    "ChairAnswerForm",
    "FigureFormSet",
    "PasteForm",
    "PictureAnswersForm",
    "PromiseForm",
]
