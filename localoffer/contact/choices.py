from django.db import models


class Kind(models.TextChoices):
    """What a visitor wants to tell us; also the last part of the form's address."""

    MESSAGE = "message", "Message"
    PROBLEM = "problem", "Problem with a page"
    COMMENT = "comment", "Comment on the Local Offer"
    COMPLAINT = "complaint", "Complaint"


class Status(models.TextChoices):
    NEW = "new", "New"
    IN_HAND = "in_hand", "In hand"
    DONE = "done", "Done"
