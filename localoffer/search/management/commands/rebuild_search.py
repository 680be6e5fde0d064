from collections.abc import Iterable, Iterator
from typing import Any

from django.core.management.base import BaseCommand
from tqdm import tqdm

from localoffer.search.index import rebuild


class Command(BaseCommand):
    help = "Makes the public search index anew from the published pages. Readers keep the old one meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{rebuild(self.show)} pages can be searched.")

    def show(self, chunks: Iterable[Any], total: int) -> Iterator[Any]:
        """A bar on a terminal, nothing in a log."""
        with tqdm(total=total, unit=" pages", disable=None, file=self.stderr._out, leave=False) as bar:
            for model, ids in chunks:
                yield model, ids
                bar.update(len(ids))
