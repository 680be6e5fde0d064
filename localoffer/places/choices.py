"""The kinds of places, where their rows come from, and the postcode areas of the United Kingdom."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.IntegerChoices):
    """What a row is. Of postcode kinds the higher is the smaller, so the highest found is the most exact."""

    TOWN = 1, _("town")
    VILLAGE = 2, _("village or part of a town")
    DISTRICT = 3, _("postcode district, such as OX14")
    SECTOR = 4, _("postcode sector, such as OX14 3")
    POSTCODE = 5, _("postcode")


NAMED = (Kind.TOWN, Kind.VILLAGE)
POSTAL = (Kind.DISTRICT, Kind.SECTOR, Kind.POSTCODE)


class Source(models.IntegerChoices):
    """Who keeps a row. Where two rows say the same postcode, the higher counts."""

    SHIPPED = 1, _("shipped with the product")
    IMPORTED = 2, _("imported")
    EDITED = 3, _("kept by editors")


class Reason(models.TextChoices):
    """Why a text led nowhere."""

    EMPTY = "empty", _("nothing was typed")
    UNKNOWN_PLACE = "unknown-place", _("no place of that name")
    HALF_POSTCODE = "half-postcode", _("a part of a postcode that is too short")
    UNKNOWN_POSTCODE = "unknown-postcode", _("a postcode that is not in the table")
    ELSEWHERE = "elsewhere", _("a postcode of another part of the country")
    NOT_A_PLACE = "not-a-place", _("no name and no postcode")


# The letters that begin a postcode. Source: Royal Mail's postcode areas. Areas that cross a border stand
# where most of their addresses are; the border of the council is in the table of places, not here.
_COUNTRIES = {
    _("Scotland"): "AB DD DG EH FK G HS IV KA KW KY ML PA PH TD ZE",
    _("Wales"): "CF LD LL NP SA",
    _("Northern Ireland"): "BT",
    _("the Isle of Man"): "IM",
    _("Jersey"): "JE",
    _("Guernsey"): "GY",
    _("London"): "BR CR DA E EC EN HA IG KT N NW RM SE SM SW TW UB W WC",
}
_TOWNS = (
    "AL St Albans|B Birmingham|BA Bath|BB Blackburn|BD Bradford|BH Bournemouth|BL Bolton|BN Brighton|BS Bristol|CA Carlisle|"
    "CB Cambridge|CH Chester|CM Chelmsford|CO Colchester|CT Canterbury|CV Coventry|CW Crewe|DE Derby|DH Durham|DL Darlington|"
    "DN Doncaster|DT Dorchester|DY Dudley|EX Exeter|FY Blackpool|GL Gloucester|GU Guildford|HD Huddersfield|HG Harrogate|"
    "HP Hemel Hempstead|HR Hereford|HU Hull|HX Halifax|IP Ipswich|L Liverpool|LA Lancaster|LE Leicester|LN Lincoln|LS Leeds|"
    "LU Luton|M Manchester|ME Medway|MK Milton Keynes|NE Newcastle|NG Nottingham|NN Northampton|NR Norwich|OL Oldham|OX Oxford|"
    "PE Peterborough|PL Plymouth|PO Portsmouth|PR Preston|RG Reading|RH Redhill|S Sheffield|SG Stevenage|SK Stockport|"
    "SL Slough|SN Swindon|SO Southampton|SP Salisbury|SR Sunderland|SS Southend|ST Stoke-on-Trent|SY Shrewsbury|TA Taunton|"
    "TF Telford|TN Tonbridge|TQ Torquay|TR Truro|TS Cleveland|WA Warrington|WD Watford|WF Wakefield|WN Wigan|WR Worcester|"
    "WS Walsall|WV Wolverhampton|YO York"
)
# "EH" is in Scotland; "LE" is in the Leicester area.
COUNTRY_OF = {letters: country for country, names in _COUNTRIES.items() for letters in names.split()}
TOWN_OF: dict[str, str] = dict(entry.split(" ", 1) for entry in _TOWNS.split("|"))  # type: ignore[misc]
POSTCODE_AREAS = frozenset({*COUNTRY_OF, *TOWN_OF})
