from .pages import ApprovedPlacesPage, YouthBasePage, YouthHomePage, YouthPage

__all__ = ["ApprovedPlacesPage", "YouthBasePage", "YouthHomePage", "YouthPage"]
