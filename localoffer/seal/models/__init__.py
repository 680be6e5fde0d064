from .awards import Award, AwardDetails, AwardProposal, AwardStep
from .criteria import Criteria, Criterion
from .settings import SealSettings
from .visits import Visit, VisitFinding, VisitRequest

__all__ = [
    "Award",
    "AwardDetails",
    "AwardProposal",
    "AwardStep",
    "Criteria",
    "Criterion",
    "SealSettings",
    "Visit",
    "VisitFinding",
    "VisitRequest",
]
