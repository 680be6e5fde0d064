"""The list of dependencies that a release carries holds exactly what the lock file installs."""

from pathlib import Path

import pytest

from requirements.sbom import NotAsLocked, finished, locked, project

A, B = "a" * 64, "b" * 64
LOCK = f"""\
one-thing==1.2.3 \\
    --hash=sha256:{A} \\
    --hash=sha256:{B}
other==4.0 ; python_full_version < '3.12' \\
    --hash=sha256:{B}
"""


def test_a_lock_file_is_read_with_all_its_hashes() -> None:
    assert locked(LOCK) == {("one-thing", "1.2.3"): [A, B], ("other", "4.0"): [B]}


def test_every_line_of_the_real_one_is_read() -> None:
    text = (Path(__file__).parents[1] / "requirements" / "site.txt").read_text()
    assert len(locked(text)) == sum(line[:1].isalnum() for line in text.splitlines()) > 50
    assert all(locked(text).values())
    assert sum(map(len, locked(text).values())) == text.count("--hash=")


def test_uv_is_asked_for_the_locked_versions_only() -> None:
    asked = project("# a note\none-thing~=1.2\n", LOCK)
    assert 'dependencies = ["one-thing~=1.2"]' in asked
    assert '["one-thing==1.2.3", "other==4.0 ; python_full_version < \'3.12\'"]' in asked


def test_the_list_has_the_lock_files_hashes_and_no_address_of_another_index() -> None:
    part = {"name": "one-thing", "version": "1.2.3", "externalReferences": [{"url": "https://mirror.example.org/x"}]}
    bom = finished({"components": [part]}, {("one-thing", "1.2.3"): [A]})
    [reference] = bom["components"][0]["externalReferences"]
    assert reference["url"] == "https://pypi.org/project/one-thing/1.2.3/"
    assert reference["hashes"] == [{"alg": "SHA-256", "content": A}]


@pytest.mark.parametrize(
    ("name", "version"), [("one-thing", "1.2.4"), ("third", "1.2.3")], ids=["another version", "another package"]
)
def test_a_list_of_something_else_is_refused_with_its_name(name: str, version: str) -> None:
    with pytest.raises(NotAsLocked, match=f"{name} {version}"):
        finished({"components": [{"name": name, "version": version}]}, {("one-thing", "1.2.3"): [A]})
