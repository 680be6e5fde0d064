from .guide import ByYouGuidePage
from .pages import ApprovedPlacesPage, YouthBasePage, YouthHomePage, YouthPage

__all__ = ["ApprovedPlacesPage", "ByYouGuidePage", "YouthBasePage", "YouthHomePage", "YouthPage"]
