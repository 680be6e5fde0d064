from django.db import models


class Detail(models.TextChoices):
    """Kinds of details that could tell who somebody is; the label ends a sentence that begins with the words."""

    SURNAME = "surname", "looks like a full name. Use a first or chosen name only."
    SCHOOL = "school", "looks like the name of a school. Take it out if it is the school of a young person."
    PHONE = "phone", "looks like a telephone number. Take it out if it is a person’s own."
    MAIL = "mail", "looks like an e-mail address or an account. Take it out if it is a person’s own."
    ADDRESS = "address", "looks like an address. Take it out if somebody lives there."


class NameKind(models.TextChoices):
    """What kind of names an app keeps."""

    SCHOOL = "school", "Schools and colleges"
    NO_PERSON = "no_person", "Services, organisations, places: no names of a person"


class Matter(models.TextChoices):
    """What can make a sentence hard to read."""

    LONG = "long", "Long sentence"
    OFFICIAL = "official", "Official words"
    PASSIVE = "passive", "Nobody does it"
    JARGON = "jargon", "Jargon"
    LETTERS = "letters", "Letters for words"
