"""How a reader may have the pages shown, and what a statement of accessibility speaks of."""

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Way:
    """One display setting: an attribute ``data-<name>`` of <html>, and its values. "" is how the site is by itself."""

    name: str
    title: Promise
    options: tuple[tuple[str, Promise], ...]


# static/js/display.js names them too, and static/css/site.css says what each value does.
WAYS = (
    Way(
        "size",
        _("Text size"),
        (("", _("As usual")), ("large", _("Large")), ("larger", _("Larger")), ("largest", _("Largest"))),
    ),
    Way("lines", _("Space between lines"), (("", _("As usual")), ("wide", _("More")), ("widest", _("A lot more")))),
    Way("letters", _("Space between letters and words"), (("", _("As usual")), ("wide", _("More")), ("widest", _("A lot more")))),
    Way("font", _("Shape of letters"), (("", _("The letters of this site")), ("plain", _("The plain letters of your device")))),
    Way("width", _("Length of lines"), (("", _("As usual")), ("narrow", _("Short lines")), ("full", _("Long lines")))),
    Way(
        "colours",
        _("Colours"),
        (
            ("", _("As your device is set")),
            ("light", _("Light")),
            ("dark", _("Dark")),
            ("cream", _("Cream")),
            ("contrast", _("High contrast: white and yellow on black")),
            ("yellow", _("Black on yellow")),
        ),
    ),
    Way("motion", _("Movement"), (("", _("As your device is set")), ("less", _("As little as can be")))),
    Way("links", _("Links"), (("", _("As usual")), ("underlined", _("Underline each link")))),
    Way("words", _("How much to read"), (("", _("All words")), ("fewer", _("The main points first")))),
)


class Status(models.TextChoices):
    """How well the site meets the standard, from worst to best."""

    NOT = "not", "Not compliant"
    PARTIALLY = "partially", "Partially compliant"
    FULLY = "fully", "Fully compliant"


class Claim(models.TextChoices):
    """The most that a statement may say. "Fully" cannot be picked: only the list can lead to it."""

    AS_LISTED = "", "What follows from the list of problems"
    PARTIALLY = "partially", "At most: partially compliant"
    NOT = "not", "Not compliant"


class Reason(models.TextChoices):
    """Why something does not work, in the order and the words of the law's model statement."""

    NOT_COMPLIANT = "not-compliant", "It does not meet the rules yet"
    BURDEN = "burden", "To mend it would be a disproportionate burden"
    OUT_OF_SCOPE = "out-of-scope", "It is not within the scope of the rules"


# Those of WCAG 2.2 at the levels A and AA, whose names are kept in English: that is what people look up.
CRITERIA = tuple(
    (number, f"{number} {name}")
    for number, _space, name in (
        line.partition(" ")
        for line in """\
1.1.1 Non-text Content
1.2.1 Audio-only and Video-only (Prerecorded)
1.2.2 Captions (Prerecorded)
1.2.3 Audio Description or Media Alternative (Prerecorded)
1.2.4 Captions (Live)
1.2.5 Audio Description (Prerecorded)
1.3.1 Info and Relationships
1.3.2 Meaningful Sequence
1.3.3 Sensory Characteristics
1.3.4 Orientation
1.3.5 Identify Input Purpose
1.4.1 Use of Color
1.4.2 Audio Control
1.4.3 Contrast (Minimum)
1.4.4 Resize Text
1.4.5 Images of Text
1.4.10 Reflow
1.4.11 Non-text Contrast
1.4.12 Text Spacing
1.4.13 Content on Hover or Focus
2.1.1 Keyboard
2.1.2 No Keyboard Trap
2.1.4 Character Key Shortcuts
2.2.1 Timing Adjustable
2.2.2 Pause, Stop, Hide
2.3.1 Three Flashes or Below Threshold
2.4.1 Bypass Blocks
2.4.2 Page Titled
2.4.3 Focus Order
2.4.4 Link Purpose (In Context)
2.4.5 Multiple Ways
2.4.6 Headings and Labels
2.4.7 Focus Visible
2.4.11 Focus Not Obscured (Minimum)
2.5.1 Pointer Gestures
2.5.2 Pointer Cancellation
2.5.3 Label in Name
2.5.4 Motion Actuation
2.5.7 Dragging Movements
2.5.8 Target Size (Minimum)
3.1.1 Language of Page
3.1.2 Language of Parts
3.2.1 On Focus
3.2.2 On Input
3.2.3 Consistent Navigation
3.2.4 Consistent Identification
3.2.6 Consistent Help
3.3.1 Error Identification
3.3.2 Labels or Instructions
3.3.3 Error Suggestion
3.3.4 Error Prevention (Legal, Financial, Data)
3.3.7 Redundant Entry
3.3.8 Accessible Authentication (Minimum)
4.1.2 Name, Role, Value
4.1.3 Status Messages""".splitlines()
    )
)
