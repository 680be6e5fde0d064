"""Who asked to be told of what is new."""

from dataclasses import asdict

from localoffer.audit.registry import Held, is_address, register

from .services import erase, kept_on


def held(asked: str) -> list[Held]:
    if not is_address(asked):
        return []
    return [
        Held(
            key="alerts.subscription:address",
            what="E-mail alerts",
            data=asdict(kept),
            erase=lambda now, address=kept.address: erase(address, now=now),
            why="How many e-mails went out stays, as a number.",
        )
        for kept in kept_on(asked)
    ]


register("alerts", find=held, fields=["alerts.Subscription.address"])
