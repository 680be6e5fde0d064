"""The passive voice by rule: a form of "be", and a participle behind it. Pure functions over plain text.

After GOV.UK's content guidance and the Plain English Campaign's "How to write in plain English": say who does it.
A rule by the shape of words cannot be sure. It is made to say little that is wrong: states and feelings ("is tired",
"are closed") and what has become plain English ("was born", "are allowed to") are left alone.
"""

import re

BE = r"am|is|are|was|were|be|been|being|isn[’']t|aren[’']t|wasn[’']t|weren[’']t"
BETWEEN = r"not|also|now|then|still|already|always|never|often|usually|sometimes|only|just|first|then|soon|being|been|\w+ly"
IRREGULAR = frozenset(
    """awoken beaten begun bitten blown bought broken brought built caught chosen cut dealt done drawn driven eaten fed fought
    forbidden forgiven forgotten found frozen given ground grown heard held hidden hit kept laid led lent made met
    overseen overtaken paid proven put read redone reset rewritten ridden rung run said seen sent sewn shaken shared shown
    sold spent split spoken spread stolen struck sung sworn swept taken taught thought thrown told torn undertaken understood
    undone upheld withdrawn withheld won worn woven written overheard rebuilt resold""".split()
)
# They look like participles and say how somebody or something is.
STATES = frozenset(
    """aged alarmed allowed amazed annoyed armed ashamed based bored bothered born cancelled closed complicated concerned
    confused connected convinced crowded dated dedicated delayed delighted depressed detailed determined disabled disappointed
    dressed engaged embarrassed excited exhausted experienced finished frightened frustrated gifted heated impressed inclined
    interested involved isolated known limited located married meant mixed motivated needed naked overloaded overwhelmed
    outdated packed pleased prepared puzzled qualified reduced related relaxed relieved required retired sacred satisfied
    scared settled shocked skilled so-called stressed stretched supposed surprised terrified thrilled tired trained troubled
    upset used wicked worried wounded advanced animated beloved blessed crooked fixed hundred indeed kindred learned ragged
    rugged unemployed unexpected unlimited unprepared untrained unwanted welcomed relocated self-employed home-educated""".split()
)
NEVER = re.compile(r".{0,2}eed|speed|breed|bleed|greed|exceed|succeed|proceed")
PASSIVE = re.compile(
    rf"(?:(?<!\w)(?:{BE})|(?<=\w)[’'](?:re|m)|(?<=\w)[’']s(?=\s+(?:being|been)\b))\s+(?:(?:{BETWEEN})\s+){{0,3}}"
    r"([a-z][a-z-]+)\b(\s+by\b)?",
    re.IGNORECASE,
)
# With "by" and somebody behind it, a state becomes something done: "is needed by the panel".
DONE_WITH_BY = frozenset("required needed used known closed cancelled delayed reduced determined trained shared".split())


def is_participle(word: str) -> bool:
    """True for "written", "agreed", "assessed"; false for "tired", "need", "red"."""
    lower = word.lower()
    if lower in IRREGULAR:
        return lower not in STATES
    return lower.endswith("ed") and len(lower) > 4 and lower not in STATES and not NEVER.fullmatch(lower)


def passives(sentence: str) -> list[str]:
    """The words in the passive voice, each once: "was agreed", "will be sent"."""
    found: dict[str, None] = {}
    for match in PASSIVE.finditer(sentence):
        word, by = match[1], match[2] or ""
        if is_participle(word) or (by and word.lower() in DONE_WITH_BY):
            found.setdefault(" ".join(match.group().removesuffix(by).split()), None)
    return list(found)
