from .pages import YouthBasePage


class ByYouGuidePage(YouthBasePage):
    """The forum's guide: all places with the seal, by area and topic, for the phone and for paper.

    It holds only its cover and its first words. The places are read when somebody opens it, so that a seal that has
    ended, is paused or was taken away never stands in it.
    """

    page_description = "All places with the seal of approval as a guide to read or print, by area and topic. One for a site."
    parent_page_types = ["youth.YouthHomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    prints_large_itself = True

    class Meta:
        verbose_name = "by you guide"
