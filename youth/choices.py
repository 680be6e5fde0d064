"""Where a page is shown, and what a young person can pick in “Tell us”: the value is kept, the words are shown."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Where a young person's post is, in words for its writer."""

    WRITING = "writing", _("You are writing it")
    WAITING = "waiting", _("It waits for a supporter")
    READING = "reading", _("A supporter is reading it")
    SENT_BACK = "sent_back", _("It came back to you")
    PUBLIC = "public", _("It is on the site")
    TAKEN_DOWN = "taken_down", _("It is not on the site any more")


class Shelf(models.TextChoices):
    """Where the section's start page shows a page."""

    WANT = "want", "I want to know about… (in the menu too)"
    AGE = "age", "How old are you?"
    FORUM = "forum", "From the Forum"


class VoiceKind(models.TextChoices):
    STORY = "story", _("A story")
    IDEA = "idea", _("An idea")
    QUESTION = "question", _("A question")


class Way(models.TextChoices):
    """How they want to say it."""

    WORDS = "words", _("I want to write")
    PICTURES = "pictures", _("I want to pick pictures")


class About(models.TextChoices):
    """Pictures of what it is about; the value is the name of the drawing."""

    SCHOOL = "school", _("School or college")
    FRIENDS = "young-people", _("Friends")
    FREE_TIME = "things-to-do", _("Things to do")
    HOME = "home-living", _("Home")
    HEALTH = "health", _("Doctors and health")
    TRAVEL = "travel", _("Getting around")
    MONEY = "money", _("Money")
    JOB = "work", _("Jobs")
    SITE = "say", _("This website")
    OTHER = "advice", _("Something else")


class Feeling(models.TextChoices):
    """Feelings; the drawing is called "feel-" and the value."""

    HAPPY = "happy", _("Happy")
    PROUD = "proud", _("Proud")
    CALM = "calm", _("Calm")
    TIRED = "tired", _("Tired")
    CONFUSED = "confused", _("Mixed up")
    WORRIED = "worried", _("Worried")
    SAD = "sad", _("Sad")
    ANGRY = "angry", _("Angry")
    SCARED = "scared", _("Scared")
    NOT_SAFE = "not-safe", _("Not safe")


class AgeBand(models.TextChoices):
    UNDER_11 = "under-11", _("10 or younger")
    FROM_11 = "11-13", _("11 to 13")
    FROM_14 = "14-15", _("14 or 15")
    FROM_16 = "16-17", _("16 or 17")
    FROM_18 = "18-25", _("18 to 25")
    OTHER = "other", _("I am older than 25")


class Decision(models.TextChoices):
    """What a supporter decided about a message that may speak of danger."""

    WAITING = "", "Nobody has decided yet"
    ACTED = "acted", "Danger: we did what our safeguarding rules say"
    NO_DANGER = "none", "No danger"


class Progress(models.TextChoices):
    """How far the forum's work on something is."""

    NEXT = "next", _("Coming next")
    NOW = "now", _("Doing it now")
    DONE = "done", _("Done")


# A feeling that shows help at once, as the words of the danger list do.
ALARMING = frozenset({Feeling.NOT_SAFE.value})

STARTER_DANGER_WORDS = """\
# One word or phrase a line. A star at the end means: with any ending. Spelling mistakes are found by themselves.
suicid*
unalive
kill myself
killing myself
end my life
end it all
want to die
wanna die
wish i was dead
wish i were dead
better off dead
dont want to be here
dont want to live
no point living
self harm*
harm myself
hurt myself
hurting myself
cut myself
cutting myself
burn myself
overdos*
starving myself
kill me
kill him
kill her
kill them
going to kill
stab*
has a knife
with a knife
hits me
hit me
hitting me
hitting us
hits us
hit us
hurting me
hurting us
hurts us
beating me
kicking me
kicked me
slaps me
slapped me
slapping me
punching me
choking me
dont feel safe
never feel safe
want to be dead
kms
made me touch
private parts
beats me
beat me up
punches me
kicks me
hurts me
hurt me
chokes me
strangl*
burns me
abus*
rape
raped
touches me
touched me
touching me
makes me touch
nude
nudes
naked picture
naked photo
send me pictures
secret with
not to tell anyone
told me not to tell
groom*
blackmail*
threaten*
locks me
locked in
lock me in
no food at home
nothing to eat
run away
ran away
running away
not safe
unsafe
scared to go home
scared of my dad
scared of my mum
scared of him
scared of her
afraid to go home
forced marriage
make me marry
"""
