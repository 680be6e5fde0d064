from .consent import Consent, SaysSomebodysWords, ShowsPeople
from .documents import CustomDocument
from .images import CustomImage, CustomRendition
from .recordings import CustomMedia

__all__ = [
    "Consent",
    "CustomDocument",
    "CustomImage",
    "CustomMedia",
    "CustomRendition",
    "SaysSomebodysWords",
    "ShowsPeople",
]
