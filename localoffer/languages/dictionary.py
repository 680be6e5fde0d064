"""A machine translator that needs no network: it looks whole strings up in a .po file.

For the demonstration and the tests, and for an agency that hands in such a file for many pages. In the settings::

    MACHINE_TRANSLATOR=localoffer.languages.dictionary.DictionaryTranslator
    MACHINE_TRANSLATOR_OPTIONS={"FOLDER": "/srv/localoffer/dictionaries"}
"""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

import polib
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.strings import StringValue


class DictionaryTranslator(BaseMachineTranslator):
    """Options: ``FOLDER``, which holds pl.po and so on; ``NAME``, how it is called in the admin."""

    def __init__(self, options: dict[str, Any]) -> None:
        super().__init__(options)
        self.folder = Path(options["FOLDER"])
        self.display_name = options.get("NAME", "Dictionary")

    def can_translate(self, source_locale: Any, target_locale: Any) -> bool:
        return source_locale != target_locale and self._file(target_locale).is_file()

    def translate(self, source_locale: Any, target_locale: Any, strings: Iterable[StringValue]) -> dict[StringValue, StringValue]:
        """Of each string that the dictionary has, its translation; the others are left out and stay in English."""
        known = self._words(target_locale.language_code)
        return {string: StringValue.from_translated_html(known[string.data]) for string in strings if known.get(string.data)}

    def _file(self, locale: Any) -> Path:
        return self.folder / f"{locale.language_code}.po"

    @cached_property
    def _read(self) -> dict[str, dict[str, str]]:
        return {}

    def _words(self, code: str) -> dict[str, str]:
        if code not in self._read:
            entries = polib.pofile(str(self.folder / f"{code}.po"))
            self._read[code] = {entry.msgid: entry.msgstr for entry in entries if not entry.fuzzy}
        return self._read[code]
