from .meetings import Meeting, OnOneDay
from .times import ClosedDates, Schedule
from .year import BankHoliday, SchoolTerm

__all__ = ["BankHoliday", "ClosedDates", "Meeting", "OnOneDay", "Schedule", "SchoolTerm"]
