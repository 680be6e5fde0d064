from .meetings import Meeting
from .times import ClosedDates, Schedule
from .year import BankHoliday, SchoolTerm

__all__ = ["BankHoliday", "ClosedDates", "Meeting", "Schedule", "SchoolTerm"]
