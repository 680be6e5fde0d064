"""Whose look at a page is counted. Pure."""

import re

# Programs that read pages name themselves. A browser says "Mozilla/5.0" and none of these words.
PROGRAM = re.compile(
    r"bot|crawl|spider|slurp|archiv|fetch|monitor|uptime|check|scan|preview|facebookexternalhit|headless|lighthouse|"
    r"curl|wget|python|java/|go-http|okhttp|libwww|perl|ruby|php|node|axios|http-client",
    re.IGNORECASE,
)


def is_a_person(user_agent: str) -> bool:
    """Whether a browser asks for somebody, as far as it can be told from what it calls itself."""
    return user_agent.startswith("Mozilla/") and not PROGRAM.search(user_agent)


def is_a_look(method: str, purpose: str) -> bool:
    """Whether a page was asked for to be read now; not by a browser that guesses which link comes next."""
    return method == "GET" and "prefetch" not in purpose.lower()
