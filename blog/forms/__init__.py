from .bringing_in import LONGEST_TEXT, NOT_BOTH, ONE_OF_TWO, UNSEEN, BringInForm, PictureAnswersForm
from .figures import FigureFormSet, PasteForm
from .promises import PromiseForm

__all__ = [
    "LONGEST_TEXT",
    "NOT_BOTH",
    "ONE_OF_TWO",
    "UNSEEN",
    "BringInForm",
    "FigureFormSet",
    "PasteForm",
    "PictureAnswersForm",
    "PromiseForm",
]
