from datetime import datetime, timedelta

from localoffer.scheduling.registry import register

from .services import measure_missing


def measure_pages(now: datetime) -> str:
    measured = measure_missing(now=now)
    return f"{measured} pages measured for the report of reading ages" if measured else ""


register("measure-pages", every=timedelta(days=1), run=measure_pages)
