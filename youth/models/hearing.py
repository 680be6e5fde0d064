"""Pages of the section by which young people are heard."""

from .pages import YouthBasePage


class TellUsPage(YouthBasePage):
    """Leads to the form, which stands on an address of its own: forms set a cookie, pages do not."""

    page_description = "Leads to the form by which young people tell us things. One for a site."
    parent_page_types = ["youth.YouthHomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = "tell us"


class YouAskedPage(YouthBasePage):
    """What young people asked, and what happened."""

    page_description = "Shows what young people asked and what happened, by the forum’s work programme. One for a site."
    parent_page_types = ["youth.YouthHomePage", "youth.YouthPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "you asked, this happened"


class ForumMeetingsPage(YouthBasePage):
    """The forum's meetings and its work programme."""

    page_description = "Shows the forum’s meetings and work programme. One for a site."
    parent_page_types = ["youth.YouthHomePage", "youth.YouthPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = "forum meetings"
