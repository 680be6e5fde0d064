from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from django.core.files.storage import FileSystemStorage


class WholeFiles(FileSystemStorage):
    """Files in the folder of uploads: each is there whole, or not at all.

    Django's own storage writes under the final name, so a disk that is full in the middle leaves half a file there.
    """

    def _save(self, name: str, content: Any) -> str:
        with self._written_aside(content) as aside:
            name = self._reserved(name)
            aside.replace(self.path(name))
        return name

    @contextmanager
    def _written_aside(self, content: Any) -> Iterator[Path]:
        """What was sent, in a file on the same disk, which is gone afterwards unless it was given another name."""
        folder = Path(self.location)
        folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=folder, prefix=".unfinished-", delete=False) as file:
            aside = Path(file.name)
            try:
                for piece in content.chunks():
                    file.write(piece.encode() if isinstance(piece, str) else piece)
                file.flush()
                if self.file_permissions_mode is not None:
                    aside.chmod(self.file_permissions_mode)
                yield aside
            finally:
                aside.unlink(missing_ok=True)

    def _reserved(self, name: str) -> str:
        """That name, or one like it, which from now on nobody else can take."""
        while True:
            file = Path(self.path(name))
            file.parent.mkdir(parents=True, exist_ok=True)
            try:
                file.touch(exist_ok=False)
            except FileExistsError:
                name = self.get_available_name(name)
            else:
                return name
