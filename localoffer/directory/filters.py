"""The filters of the results page: their names in the address, their words, their options."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .choices import Free, Wait
from .facets import ACCESS, AGE
from .keeping import Terms, Word

COUNTY = "county"
DAYS = {
    "MO": gettext_lazy("Monday"),
    "TU": gettext_lazy("Tuesday"),
    "WE": gettext_lazy("Wednesday"),
    "TH": gettext_lazy("Thursday"),
    "FR": gettext_lazy("Friday"),
    "SA": gettext_lazy("Saturday"),
    "SU": gettext_lazy("Sunday"),
}
TIMES = {
    "morning": gettext_lazy("Morning"),
    "afternoon": gettext_lazy("Afternoon"),
    "evening": gettext_lazy("Evening"),
}
SEASONS = {"term": gettext_lazy("In school term time"), "holidays": gettext_lazy("In school holidays")}
COSTS = {
    Free.YES.value: Free.YES.label,
    Free.SOMETIMES.value: Free.SOMETIMES.label,
    Free.NO.value: Free.NO.label,
}
HOW = {
    "comes_to_you": gettext_lazy("Comes to your home"),
    "online": gettext_lazy("Online"),
    "by_phone": gettext_lazy("By telephone"),
    "at_places": gettext_lazy("At a place you go to"),
}
YES_OR_NO = {
    "no_referral": gettext_lazy("No referral needed"),
    "no_diagnosis": gettext_lazy("No diagnosis needed"),
    "beyond": gettext_lazy("Takes children from other counties"),
    "quieter": gettext_lazy("Has quieter sessions"),
}
# What stands together under one heading that opens, in the order in which families ask.
SECTIONS = (
    (gettext_lazy("Need"), ("need",)),
    (gettext_lazy("Getting in"), ("no_referral", "no_diagnosis")),
    (gettext_lazy("Cost"), ("cost",)),
    (gettext_lazy("How it reaches you"), ("how",)),
    (gettext_lazy("Days and times"), ("day", "time", "during", "quieter")),
    (gettext_lazy("The place must have"), ("access",)),
    (gettext_lazy("Waiting time"), ("wait",)),
    (gettext_lazy("Language"), ("language",)),
    (gettext_lazy("Area it serves"), ("area", "beyond")),
)


@dataclass(frozen=True)
class Option:
    """One value that can be ticked: what it stands for in the listings, and how many there would be with it."""

    value: str
    label: str
    values: tuple[str, ...]
    parent: str = ""
    chosen: bool = False
    tally: int = 0


@dataclass(frozen=True)
class Branch:
    """A topic with the topics below it."""

    option: Option
    below: list[Option]
    is_open: bool

    @property
    def itself(self) -> list[Option]:
        return [self.option]


@dataclass
class Group:
    """One filter: its name in the address, its words, its options."""

    name: str
    label: str
    options: list[Option]
    all_of: bool = False
    note: str = ""

    @property
    def chosen(self) -> list[Option]:
        return [option for option in self.options if option.chosen]

    @property
    def shown(self) -> list[Option]:
        """Those that would find something, and those in force."""
        return [option for option in self.options if option.tally or option.chosen]

    @property
    def tree(self) -> list[Branch]:
        """The options in two levels. What stands below a chosen one, or is chosen, is open."""
        below: dict[str, list[Option]] = {}
        for option in self.shown:
            below.setdefault(option.parent, []).append(option)
        return [
            Branch(option, found := below.get(option.value, []), option.chosen or any(child.chosen for child in found))
            for option in below.get("", [])
        ]


@dataclass
class Section:
    """Filters that stand together under one heading that opens."""

    label: str
    groups: list[Group]

    @property
    def chosen(self) -> int:
        return sum(len(group.chosen) for group in self.groups)

    @property
    def is_of_use(self) -> bool:
        return any(group.shown for group in self.groups)


def groups_of(terms: Terms) -> list[Group]:
    """All filters, in the order of ``FilterForm.groups``: age and topic first."""
    yes_or_no = [Group(name, str(label), [Option("on", str(label), ("on",))]) for name, label in YES_OR_NO.items()]
    return [
        Group(AGE, _("Age"), [Option(stage.slug, stage.name, years_of(stage.span)) for stage in terms.stages]),
        Group("topic", _("Topic"), of_words(terms.topics)),
        Group("need", _("Need"), of_words(terms.needs)),
        Group(ACCESS, _("The place must have"), of_words(terms.access), all_of=True),
        Group("cost", _("Cost"), of_labels(COSTS)),
        Group("day", _("Day"), of_labels(DAYS)),
        Group("time", _("Time of day"), of_labels(TIMES)),
        Group("during", _("Time of year"), of_labels(SEASONS)),
        Group("how", _("How it reaches you"), of_labels(HOW)),
        Group("language", _("Language"), of_words(terms.languages)),
        Group("wait", _("Waiting time"), [Option(wait.value, str(wait.label), (wait.value,)) for wait in Wait][:-1]),
        Group("area", _("Area it serves"), [Option(a.slug, a.name, areas_of(a)) for a in terms.areas]),
        *yes_or_no,
    ]


def of_words(words: Iterable[Word]) -> list[Option]:
    return [Option(word.slug, word.name, (word.slug,), parent=word.parent) for word in words]


def of_labels(labels: dict[str, Any]) -> list[Option]:
    return [Option(value, str(label), (value,)) for value, label in labels.items()]


def years_of(span: str) -> tuple[str, ...]:
    first, last = span.split("-")
    return tuple(str(year) for year in range(int(first), int(last) + 1))


def areas_of(area: Word) -> tuple[str, ...]:
    return (area.slug, COUNTY) if area.in_county else (area.slug,)
