from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField
from wagtail.images import get_image_model_string
from wagtail.models import Site, TranslatableMixin

from .blocks import BannerBlock, HelpBlock, MenuLinkBlock, check_number
from .rules import LEAVE_TO, colour_problem, colours_key


@register_setting(icon="site", order=1)
class SiteDetails(BaseSiteSetting):
    """What stands around every page: names, menus, banners, who to call."""

    site_name = models.CharField("name of the site", max_length=60, default="Local Offer")
    strapline = models.CharField("line under the name", max_length=80, blank=True, default="SEND, 0 to 25")
    contact_name = models.CharField("who to call", max_length=80, blank=True)
    contact_about = models.CharField("what they help with", max_length=160, blank=True)
    contact_phone = models.CharField("telephone", max_length=30, blank=True, validators=[check_number])
    contact_email = models.EmailField("e-mail", blank=True)
    contact_hours = models.CharField("when they answer", max_length=120, blank=True)
    colour = models.CharField(
        "colour of links and buttons",
        max_length=7,
        blank=True,
        help_text="Such as: #0a544e. Empty: ours. It must be easy to read on the site’s light grounds; we say so if it is not.",
    )
    colour_dark = models.CharField(
        "the same in dark colours",
        max_length=7,
        blank=True,
        help_text="For those whose device shows dark colours. Empty: the nearest to the one above that is easy to read.",
    )
    logo = models.ForeignKey(
        get_image_model_string(),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Shown beside the name of the site, 52 points high. Empty: ours.",
    )
    main_menu = StreamField([("link", MenuLinkBlock())], blank=True, max_num=7)
    footer_links = StreamField([("link", MenuLinkBlock())], blank=True, max_num=12)
    banners = StreamField([("banner", BannerBlock())], blank=True)
    help_now = StreamField(
        [("help", HelpBlock())],
        blank=True,
        help_text="Shown on every page for young people, and on pages that say that something went wrong. 999 always stands "
        "first. If you leave this empty, we show national help lines.",
    )
    leave_to = models.URLField(
        "where “leave this page quickly” leads",
        default=LEAVE_TO,
        validators=[URLValidator(schemes=["https"], message="Write a whole address that begins with https://")],
        help_text="A site that anybody could be looking at, such as the weather.",
    )

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    MultiFieldPanel([FieldPanel("site_name"), FieldPanel("strapline")], heading="Names"),
                    MultiFieldPanel(
                        [
                            FieldPanel("contact_name"),
                            FieldPanel("contact_about"),
                            FieldPanel("contact_phone"),
                            FieldPanel("contact_email"),
                            FieldPanel("contact_hours"),
                        ],
                        heading="Who to call",
                    ),
                ],
                heading="Names and contact",
            ),
            ObjectList([FieldPanel("colour"), FieldPanel("colour_dark"), FieldPanel("logo")], heading="Colours and logo"),
            ObjectList([FieldPanel("main_menu"), FieldPanel("footer_links")], heading="Menus"),
            ObjectList([FieldPanel("banners")], heading="Banners"),
            ObjectList([FieldPanel("help_now"), FieldPanel("leave_to")], heading="Help now"),
        ]
    )

    class Meta:
        verbose_name = "site details"

    def __str__(self) -> str:
        return self.site_name

    def clean(self) -> None:
        super().clean()
        self.colour, self.colour_dark = self.colour.strip().lower(), self.colour_dark.strip().lower()
        problems = {
            name: sentence
            for name, scheme in (("colour", "light"), ("colour_dark", "dark"))
            if (sentence := colour_problem(getattr(self, name), scheme))
        }
        if self.colour_dark and not self.colour:
            problems["colour"] = "Choose this one too: the dark colours go with it."
        if problems:
            raise ValidationError(problems)

    @property
    def colours_key(self) -> str:
        return colours_key(self.colour, self.colour_dark)

    def logo_details(self) -> dict[str, str]:
        """Where the logo is and how large it is shown; nothing without one."""
        if self.logo is None:
            return {}
        shown = self.logo.get_rendition("max-320x104|format-png")
        return {"logo_url": shown.url, "logo_width": str(shown.width // 2), "logo_height": str(shown.height // 2)}


class SiteWords(TranslatableMixin, models.Model):
    """The words of a site's details, to be translated: wagtail-localize translates no settings.

    The English ones follow the details (services), and what is a fact stands there only: numbers, links, times.
    """

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+", editable=False)
    strapline = models.CharField("line under the name", max_length=400, blank=True)
    contact_name = models.CharField("who to call", max_length=400, blank=True)
    contact_about = models.CharField("what they help with", max_length=400, blank=True)
    contact_hours = models.CharField("when they answer", max_length=400, blank=True)
    banners = StreamField(
        [("banner", blocks.StructBlock([("title", blocks.CharBlock()), ("text", blocks.CharBlock())]))], blank=True
    )
    help_now = StreamField(
        [("help", blocks.StructBlock([("name", blocks.CharBlock()), ("note", blocks.CharBlock(required=False))]))], blank=True
    )

    panels = [
        FieldPanel("strapline"),
        FieldPanel("contact_name"),
        FieldPanel("contact_about"),
        FieldPanel("contact_hours"),
        FieldPanel("banners"),
        FieldPanel("help_now"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = "words around every page"
        verbose_name_plural = "words around every page"

    def __str__(self) -> str:
        return "Banners, help now, who to call"
