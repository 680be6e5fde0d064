"""Writes the list of what the site is made of (CycloneDX 1.5, JSON), for a release: ``python requirements/sbom.py FILE``.

uv knows what needs what, and asks the package index for it; versions and hashes are those of site.txt and no others.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PINNED = re.compile(r"^([\w.-]+)==([^ ;\\]+)(?: ; ([^\\]*[^\\ ]))?", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


class NotAsLocked(Exception):
    """The list would hold something else than what is installed; the words say what."""


def locked(text: str) -> dict[tuple[str, str], list[str]]:
    """The hashes of each name and version of a lock file."""
    starts = [*PINNED.finditer(text)]
    ends = [*(found.start() for found in starts[1:]), len(text)]
    return {(found[1], found[2]): HASH.findall(text[found.start() : end]) for found, end in zip(starts, ends, strict=True)}


def project(wanted: str, text: str) -> str:
    """A project for uv that asks for these requirements, in no other versions than the lock file's."""
    asked = [line for line in wanted.splitlines() if line and not line.startswith("#")]
    pins = [f"{found[1]}=={found[2]}" + (f" ; {found[3]}" if found[3] else "") for found in PINNED.finditer(text)]
    return (
        '[project]\nname = "localoffer"\nversion = "0.1.0"\nrequires-python = ">=3.11"\n'
        f"dependencies = {json.dumps(asked)}\n[tool.uv]\nconstraint-dependencies = {json.dumps(pins)}\n"
    )


def finished(bom: dict[str, Any], pins: dict[tuple[str, str], list[str]]) -> dict[str, Any]:
    """The list with the hashes of the lock file in place of addresses. Raises NotAsLocked when the two differ."""
    found = {(part["name"], part["version"]) for part in bom["components"]}
    if found != set(pins):
        differ = ", ".join(sorted(f"{name} {version}" for name, version in found ^ set(pins)))
        raise NotAsLocked(f"The list and requirements/site.txt differ in: {differ}. Run `make lock`.")
    for part in bom["components"]:
        name, version = part["name"], part["version"]
        hashes = [{"alg": "SHA-256", "content": one} for one in pins[name, version]]
        place = f"https://pypi.org/project/{name}/{version}/"
        part["externalReferences"] = [{"type": "distribution", "url": place, "hashes": hashes}]
    return bom


def main(to: Path) -> None:
    text = (HERE / "site.txt").read_text()
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "pyproject.toml").write_text(project((HERE / "site.in").read_text(), text))
        uv = Path(sys.executable).parent / "uv"
        command = [uv, "export", "--quiet", "--format", "cyclonedx1.5", "--no-emit-project", "--output-file", "bom.json"]
        subprocess.run(command, cwd=folder, check=True)
        bom = json.loads(Path(folder, "bom.json").read_text())
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(json.dumps(finished(bom, locked(text)), indent=2) + "\n")
    print(f"{to}: {len(bom['components'])} packages")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]))
