"""What the log may hold."""

import logging
import re

AFTER_THE_QUESTION_MARK = re.compile(r"\?[^\s'\"]+")


class WithoutQuestions(logging.Filter):
    """Takes what follows the "?" of an address out of every line: it may be a postcode or a search.

    gunicorn, for example, writes the whole address of a request that took too long.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if "?" in message:
            record.msg, record.args = AFTER_THE_QUESTION_MARK.sub("?…", message), None
        return True
