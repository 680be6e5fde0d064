from django.db import models


class Kind(models.TextChoices):
    """What a visitor wants to tell us; also the last part of the form's address."""

    MESSAGE = "message", "Message"
    PROBLEM = "problem", "Problem with a page"
    COMMENT = "comment", "Comment on the Local Offer"
    COMPLAINT = "complaint", "Complaint"


class Status(models.TextChoices):
    """How far staff are with a message."""

    NEW = "new", "New"
    READING = "reading", "Somebody is reading it"
    WITH_SOMEONE = "with", "With someone who can answer"
    ANSWERED = "answered", "Answered"
    CLOSED = "closed", "Closed"
