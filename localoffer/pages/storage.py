import logging
from collections.abc import Callable
from time import monotonic
from typing import Any

from django.core.cache.backends.filebased import FileBasedCache
from django.core.cache.backends.redis import RedisCache
from whitenoise.storage import CompressedManifestStaticFilesStorage

REST = 10  # seconds for which a cache that failed is not asked again
logger = logging.getLogger(__name__)
rests_until: dict[str, float] = {}  # of each kind of cache, by this process's own clock


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Static files named by their content, also where one script imports another."""

    support_js_module_import_aggregation = True


class NeverFailing:
    """A cache that answers "nothing there" when it cannot be reached or written: no page may fail for want of it.

    After a failure it rests, so that a page does not wait at each question. What takes away old values is always tried.
    """

    def _try(self, ask: Callable[[], Any], otherwise: Any, always: bool = False) -> Any:
        kind = type(self).__name__
        if not always and monotonic() < rests_until.get(kind, 0):
            return otherwise
        try:
            return ask()
        except Exception as error:  # each backend fails in its own way
            if monotonic() >= rests_until.get(kind, 0):  # said once for each rest, not for each old value to take away
                logger.warning("The cache failed (%s), so pages do without it for %s seconds.", type(error).__name__, REST)
            rests_until[kind] = monotonic() + REST
            return otherwise

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._try(lambda: super(NeverFailing, self).get(key, default, version), default)  # type: ignore[misc]

    def add(self, key: str, value: Any, *args: Any, **kwargs: Any) -> bool:
        return self._try(lambda: super(NeverFailing, self).add(key, value, *args, **kwargs), True)  # type: ignore[misc]

    def get_many(self, keys: Any, version: int | None = None) -> dict:
        return self._try(lambda: super(NeverFailing, self).get_many(keys, version), {})  # type: ignore[misc]

    def set_many(self, data: Any, *args: Any, **kwargs: Any) -> list:
        return self._try(lambda: super(NeverFailing, self).set_many(data, *args, **kwargs), list(data))  # type: ignore[misc]

    def delete(self, key: str, version: int | None = None) -> bool:
        return self._try(lambda: super(NeverFailing, self).delete(key, version), False, always=True)  # type: ignore[misc]

    def set(self, key: str, value: Any, timeout: Any = 300, version: int | None = None) -> None:
        """A value without an end stands for the present state: where it cannot be written, the old one is taken away."""

        def write() -> bool:
            super(NeverFailing, self).set(key, value, timeout, version)  # type: ignore[misc]
            return True

        if not self._try(write, False, always=timeout is None) and timeout is None:
            self.delete(key, version)


class SharedFiles(NeverFailing, FileBasedCache):
    """Files that all processes of one machine share."""

    def __init__(self, folder: str, params: dict[str, Any]) -> None:
        try:
            super().__init__(folder, params)
        except OSError as error:  # the folder cannot be made, which comes last in making a cache
            logger.warning("The folder of the cache cannot be made: %s.", error.strerror)


class SharedRedis(NeverFailing, RedisCache):
    """A Redis that several machines share."""
