"""The question of a visitor, all of it in the address."""

from dataclasses import dataclass, field, replace
from typing import Any

from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from localoffer.places.rules import RADII, miles_in_words, postcode_of
from localoffer.search.rules import LONGEST_QUESTION, cleaned

from .facets import AGE, OLDEST, YOUNGEST, Selection
from .filters import SECTIONS, Group, Section, groups_of
from .keeping import Terms, terms_in_use

SORTS = {
    "best": gettext_lazy("Best match"),
    "near": gettext_lazy("Nearest"),
    "name": gettext_lazy("A to Z"),
    "checked": gettext_lazy("Most recently checked"),
}
LONGEST_WHERE = 80
YES = ("on", "1", "true")


@dataclass
class FilterForm:
    """What was asked. Whatever is not understood is left out, and ``problems`` says so: (id of the field, sentence)."""

    data: QueryDict
    terms: Terms = field(default_factory=terms_in_use)

    def __post_init__(self) -> None:
        data = self.data
        self.problems: list[tuple[str, str]] = []
        self.tidy = QueryDict(mutable=True)
        self.question = self.tidy["q"] = cleaned(data.get("q", ""))
        if len(" ".join(data.get("q", "").split())) > LONGEST_QUESTION:
            self.problems.append(("q", _("Your question was very long. We looked for the first part of it.")))
        self.sealed_count = 0
        self.exact = self._flag("exact")
        self.seal = self._flag("seal")
        self._read_place(data)
        self.years = self._read_age(data)
        self._read_choices(data)
        self._read_options(data)
        if kept := "".join(letter for letter in data.get("list", "")[:300] if letter.isdigit() or letter == "-"):
            self.tidy["list"] = kept

    def _flag(self, name: str) -> bool:
        typed = self.data.get(name, "")
        if typed and typed not in YES:
            self.problems.append(("filters", _("One of the choices in your link no longer exists, so we left it out.")))
        if typed in YES:
            self.tidy[name] = "on"
        return typed in YES

    def _read_place(self, data: QueryDict) -> None:
        """The position counts only for the place it was worked out for: a new place typed means a new position.

        Of a full postcode only the sector is kept, also when somebody writes it into an address by hand.
        """
        typed = cleaned(data.get("where", ""))[:LONGEST_WHERE]
        postcode = postcode_of(typed)
        self.where = self.tidy["where"] = postcode.sector if postcode and postcode.full else typed
        self.at = data.get("at", "")[:30] if self.where and data.get("at_for") == self.where else ""
        if self.at:
            self.tidy["at"], self.tidy["at_for"] = self.at, self.where

    def _read_age(self, data: QueryDict) -> int | None:
        typed = cleaned(data.get("years", ""))[:10]
        self.years_typed = typed
        if not typed:
            return None
        if typed.isascii() and typed.isdigit() and YOUNGEST <= int(typed) <= OLDEST:
            self.tidy["years"] = str(int(typed))
            return int(typed)
        self.problems.append(("years", _("Write the age as a number from 0 to 25, such as 7. We looked for all ages.")))
        return None

    def _read_choices(self, data: QueryDict) -> None:
        within = data.get("within", "")
        radii = {f"{miles:g}": miles for miles in RADII}
        self.within = radii.get(within)
        if self.within:
            self.tidy["within"] = within
        elif within:
            self.problems.append(("within", _("Choose a distance from the list. We looked at any distance.")))
        self.sort = data.get("sort", "") if data.get("sort", "") in SORTS else ""
        if self.sort:
            self.tidy["sort"] = self.sort
        elif data.get("sort"):
            self.problems.append(("sort", _("We do not know that order. We chose the order that fits best.")))

    def _read_options(self, data: QueryDict) -> None:
        unknown = False
        self.groups = groups_of(self.terms)
        for group in self.groups:
            known = {option.value for option in group.options}
            merged = self.terms.merged.get(group.name, {})
            asked = list(dict.fromkeys(merged.get(value, value) for value in data.getlist(group.name)))
            self.tidy.setlist(group.name, [value for value in asked if value in known])
            unknown = unknown or any(value and value not in known for value in asked)
            group.options = [replace(option, chosen=True) if option.value in asked else option for option in group.options]
        if unknown:
            self.problems.append(("filters", _("One of the choices in your link no longer exists, so we left it out.")))

    # --- What is in force ---------------------------------------------------------------------

    @cached_property
    def chosen(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """The options in force, as ``facets.Chosen``."""
        chosen = {group.name: {option.value: option.values for option in group.chosen} for group in self.groups}
        if self.years is not None:
            chosen[AGE]["years"] = (str(self.years),)
        return {name: options for name, options in chosen.items() if options}

    @property
    def years_problem(self) -> str:
        """The sentence for the box for an age; "" when nothing is wrong with it."""
        return next((sentence for name, sentence in self.problems if name == "years"), "")

    @property
    def has_filters(self) -> bool:
        return bool(self.chosen or self.seal)

    @property
    def is_asking(self) -> bool:
        return bool(self.question or self.where or self.has_filters)

    def sections(self) -> list[Section]:
        """The filters below age and topic, in the order in which families ask."""
        return [Section(str(label), [self.group(name) for name in names]) for label, names in SECTIONS]

    def group(self, name: str) -> Group:
        return next(group for group in self.groups if group.name == name)

    def count(self, selection: Selection, sealed: int) -> None:
        """Writes beside each option how many there would be with it; ``sealed`` of them carry the seal."""
        self.sealed_count = sealed
        for group in self.groups:
            counts = selection.counts(group.name, {option.value: option.values for option in group.options})
            group.options = [replace(option, tally=counts[option.value]) for option in group.options]

    def chosen_tags(self) -> list[dict[str, Any]]:
        """Each filter in force: its name, value and words, and the address that leaves it out."""
        tags = []
        if self.seal:
            tags.append(self._tag("seal", "on", _("Approved by young people"), seal=True))
        if self.within and self.where:
            label = _("Within %(miles)s") % {"miles": miles_in_words(self.within)}
            tags.append(self._tag("within", self.tidy["within"], label))
        if self.years is not None:
            tags.append(self._tag("years", str(self.years), _("Age %(years)d") % {"years": self.years}))
        for group in self.groups:
            tags += [self._tag(group.name, option.value, option.label) for option in group.chosen]
        return tags

    def _tag(self, name: str, value: str, label: str, **more: Any) -> dict[str, Any]:
        return {"name": name, "value": value, "label": label, "without": self.address_without(name, value), **more}

    # --- Addresses ------------------------------------------------------------------------------

    def address_without(self, name: str, value: str | None = None) -> str:
        """The address of the same question without that filter, or without one of its values."""
        rest = self.tidy.copy()
        rest.setlist(name, [kept for kept in rest.getlist(name) if value is not None and kept != value])
        return address_of(rest)

    def address_with(self, **changes: str) -> str:
        """The address of the same question with these fields changed; an empty one is left out."""
        rest = self.tidy.copy()
        for name, value in changes.items():
            rest[name] = value
        return address_of(rest)

    def address_elsewhere(self) -> str:
        """The same question without a place, for what can be reached from anywhere."""
        rest = self.tidy.copy()
        for name in ("where", "at", "at_for", "within"):
            rest.pop(name, None)
        rest.setlist("how", ["online", "by_phone"])
        return address_of(rest)

    def address_without_filters(self) -> str:
        rest = self.tidy.copy()
        for name in ("seal", "years", "within", *(group.name for group in self.groups)):
            rest.pop(name, None)
        return address_of(rest)

    def address(self) -> str:
        return address_of(self.tidy)


def address_of(data: QueryDict) -> str:
    filled = QueryDict(mutable=True)
    for name, values in data.lists():
        if any(values):
            filled.setlist(name, values)
    return f"?{filled.urlencode()}" if filled else "?"
