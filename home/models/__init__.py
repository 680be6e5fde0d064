from .home import HomePage
from .information import InformationPage, SectionPage

__all__ = ["HomePage", "InformationPage", "SectionPage"]
