"""The words of the code and of the templates that are shown in the reader's language, and those of a catalogue."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(settings.BASE_DIR)
PARTS = ("blog", "home", "localoffer", "templates", "youth")
# Where each function has what is looked up: the place of the context (None: it takes none) and of the words.
CALLS = {"_": (None, 0), "gettext": (None, 0), "gettext_lazy": (None, 0), "ngettext": (None, 0), "ngettext_lazy": (None, 0)}
CALLS |= {"pgettext": (0, 1), "pgettext_lazy": (0, 1), "npgettext": (0, 1)}
CALL = re.compile(rf"\b(?:{'|'.join(CALLS)})\(")
Key = tuple[str, str]


def used() -> dict[Key, str]:
    """(context, words) of all that is translated, with a file that uses it."""
    found: dict[Key, str] = {}
    for file in (file for part in PARTS for file in sorted((ROOT / part).rglob("*"))):
        if file.suffix == ".py":
            calls = calls_in(ast.parse(file.read_text()))
        elif file.suffix in (".html", ".txt") and "templates" in file.parts:
            calls = calls_of_template(file.read_text())
        else:
            continue
        found |= dict.fromkeys(calls, str(file.relative_to(ROOT)))
    return found


def calls_in(tree: ast.AST) -> Iterator[Key]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            context, words = CALLS[node.func.id]
            given = [argument.value if isinstance(argument, ast.Constant) else None for argument in node.args]
            if len(given) > words and isinstance(given[words], str):
                yield ("" if context is None else str(given[context])), given[words]


def calls_of_template(source: str) -> Iterator[Key]:
    """Django writes a template anew as something like Python for gettext; each call in it is read as Python."""
    text = templatize(source)
    for start in (match.start() for match in CALL.finditer(text)):
        for end in (match.end() for match in re.finditer(r"\)", text[start:])):
            try:
                tree = ast.parse(text[start : start + end].strip())
            except SyntaxError:
                continue
            yield from calls_in(tree)
            break


def catalogue(file: Path) -> dict[Key, list[str]]:
    """The entries of a .po file: (context, words), with their translation or its plural forms."""
    found = {}
    for block in file.read_text().split("\n\n"):
        parts: dict[str, str] = {}
        name = ""
        for line in block.splitlines():
            if match := re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) (".*")$', line):
                name, said = match.groups()
                parts[name] = ast.literal_eval(said)
            elif line.startswith('"'):
                parts[name] += ast.literal_eval(line)
        if parts.get("msgid"):
            forms = [words for name, words in sorted(parts.items()) if name.startswith("msgstr")]
            found[parts.get("msgctxt", ""), parts["msgid"]] = forms
    return found
