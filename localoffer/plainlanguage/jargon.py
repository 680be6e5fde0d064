"""Words that only people of the trade know: abbreviations that nobody has explained, and jargon of SEND services.

Pure functions over plain text. What the glossary explains is passed in (``known``). The list is our own, of words that are on
Local Offers and in EHC plans; meanings after the SEND code of practice (2015), its glossary, and the NHS "A to Z of NHS health
writing". GOV.UK: write an abbreviation in full the first time, unless everybody knows it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

LETTERS = re.compile(r"(?<![\w@/.&-])(?:[A-Z]{2,7}|[A-Z][a-z]?(?:[A-Z]+&?)+[A-Z]?|[A-Z]{2,4}\d)(?:s|[’']s)?(?![\w@&/-])(?!\.\w)")
# Followed by a name or a capital: "SEND Youth Forum", "NHS England" are names, and no abbreviation to explain.
NAME_BEHIND = re.compile(r"\s+(?:[A-Z][a-z]+|[A-Z]{2,})")
EVERYBODY_KNOWS = frozenset(
    """uk usa eu nhs bbc itv tv dvd cd pc ok id pdf am pm gp pe it bbc faq faqs sms pin qr vat wc mp dj cctv usb diy mot gmt bst
    gcse gcses hiv aids ps rsvp fm dna ufo ceo atm gps led vip ceo pta ymca uefa fifa eta asap ai vr 3d ii iii iv vi
    ad bc""".split()
)
EXPLAINED_AFTER = re.compile(
    r"([A-Z][A-Za-z&]{1,7}?)s?(?:\s*\(|,? (?:is short for|stands for|means|which means|is the|are the) )"
)
EXPLAINED_BEFORE = re.compile(r"\(([A-Z][A-Za-z&]{1,7}?)s?\)")

JARGON = """
access arrangements = extra time or help in an exam
advocate = somebody who speaks up for you
alternative provision = lessons somewhere else than at a school
annual review = a meeting once a year about your plan
antecedent = what happened before
apportionment = sharing out
attachment needs = needs that come from early relationships
attainment gap = some pupils do less well than others
augmentative and alternative communication = other ways to talk than speech
banding = a level of money
baseline assessment = a first test
best interests decision = a choice that others make for you, for your good
bespoke = made for you
caseload = the people that one worker helps
clinical commissioning = planning and paying for health care
cognition and learning = thinking and learning
comorbid = having more than one condition
continuing care = health care that goes on for long
continuum of need = levels of need
conversion review = changing from an old plan to a new one
delegated budget = money that a school decides about
designated clinical officer = the person in health services who looks after SEND
developmental delay = learning to do things later than others
differentiated = made to fit each pupil
differentiation = making lessons fit each pupil
direct payment = money that you get to buy help yourself
disagreement resolution = talking it over with somebody neutral
discharge = leaving a service
dual registration = being at two schools
dysregulated = very upset, and not able to calm down
early help assessment = a talk about what your family needs
echolalia = saying again what others said
elective home education = parents teach their child at home
elicit = find out
emotional literacy = knowing your feelings
emotional wellbeing = how you feel
executive function = planning and keeping to a plan
expressive language = what you can say
fine motor skills = using your hands and fingers
gross motor skills = moving your whole body
functional skills = maths and English for daily life
graduated approach = help in steps: look, plan, do, look again
graduated response = help in steps
hyperacusis = everyday sounds hurt
hypersensitive = feeling things very strongly
inclusion = everybody takes part
inclusion fund = money to help a child take part
independent supporter = somebody who helps you with a plan
key worker = one person who keeps in touch with you
local authority = the council
looked after child = a child in care
mainstream = a school for everybody
managed move = trying another school
mediation = talking it over with somebody neutral
mental capacity = being able to decide
multi-sensory = using many senses
needs assessment = finding out what help you need
neurodevelopmental = of how the brain grows
neurodivergent = with a brain that works in its own way
neurodiverse = with brains that work in different ways
neurotypical = with a brain that works like most
notional funding = money that a school should spend on SEND
off-rolling = taking a pupil off the list of a school
outreach = workers who come to you
part-time timetable = fewer hours at school
peripatetic = going from place to place
personal budget = money for your help, and a say in how to spend it
personalisation = fitting it to one person
phase transfer = moving to the next school
portage = help with play at home for small children
post-16 = after you are 16
pre-birth = before a baby is born
primary need = the main need
proprioception = feeling where your body is
psychometric = a test of how somebody thinks
receptive language = what you understand
respite = a break for carers
resource base = a special part of a school
resourced provision = a special part of a school
screening = a first check
section 19 = the law about lessons when you cannot go to school
self-regulation = calming yourself
sensory diet = things to do that keep you calm and awake
sensory integration = how the brain puts together what we feel
sensory processing = how the brain takes in sounds, light and touch
short break = time away that is fun for you and a rest for carers
social communication = talking and being with others
social, emotional and mental health = feelings, and getting on with others
specialist provision = a special school or special help
stimming = moving to feel calm
supported internship = learning at work, with help
tribunal = judges who decide about your plan
triage = deciding who is seen first
vestibular = about balance
virtual school = teachers who look after children in care
waiver = leave to do without
youth justice = courts and help for young people
"""
MEANINGS = dict(line.split(" = ") for line in JARGON.strip().splitlines())


def _any_of(words: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for any of the words, the longest first, with a plural or not; None for none."""
    wanted = sorted({" ".join(word.split()) for word in words if word.strip()}, key=len, reverse=True)
    joined = "|".join(re.escape(word).replace(r"\ ", r"\s+").replace(r"\-", "[- ]") for word in wanted)
    return re.compile(rf"(?<![\w-])(?:{joined})(?:s|es)?(?![\w-])", re.IGNORECASE) if wanted else None


THE_JARGON = _any_of(MEANINGS)


@dataclass(frozen=True)
class Jargon:
    """A word that not everybody knows, as it stands in a text; its meaning, or "" for an abbreviation."""

    words: str
    meaning: str


class Reader:
    """Reads the sentences of one text, and names each word once, the first time it comes."""

    def __init__(self, text: str, known: Iterable[str]) -> None:
        self.known = _any_of(known)
        self.said = {word.lower() for pattern in (EXPLAINED_AFTER, EXPLAINED_BEFORE) for word in pattern.findall(text)}

    def unknown(self, sentence: str) -> list[Jargon]:
        """The abbreviations and the jargon of a sentence that neither the glossary nor the text explains."""
        rest = self.known.sub(" · ", sentence) if self.known else sentence
        found = []
        for match in THE_JARGON.finditer(rest) if THE_JARGON else ():
            words = " ".join(match.group().split())
            meaning = meaning_of(words)
            if self._is_new(meaning):
                found.append(Jargon(words, meaning))
        for match in LETTERS.finditer("" if rest.isupper() else rest):
            letters = match.group().removesuffix("’s").removesuffix("'s").removesuffix("s")
            if not NAME_BEHIND.match(rest, match.end()) and letters.lower() not in EVERYBODY_KNOWS and self._is_new(letters):
                found.append(Jargon(letters, ""))
        return found

    def _is_new(self, word: str) -> bool:
        new = word.lower() not in self.said
        self.said.add(word.lower())
        return new


def meaning_of(words: str) -> str:
    """The plain meaning of a word of the list, also of its plural."""
    lower = words.lower()
    forms = (lower, lower.removesuffix("s"), lower.removesuffix("es"))
    return next(meaning for jargon, meaning in MEANINGS.items() if jargon in forms or jargon.replace("-", " ") in forms)
