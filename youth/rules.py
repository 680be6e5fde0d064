"""How long a page takes to read, for readers who tire easily. Pure functions over plain text."""

from math import ceil

# Slower than adults, who read about 238 words a minute (Brysbaert, 2019, "How many words do we read per minute?", Journal
# of Memory and Language 109): a nine- to ten-year-old who reads slowly manages about 100 (the 25th percentile of grade 4,
# Hasbrouck and Tindal, 2017, "An update to compiled ORF norms", Technical Report 1702, University of Oregon).
WORDS_A_MINUTE = 100


def minutes_to_read(text: str) -> int:
    """Whole minutes, one at least; 0 for no words."""
    return ceil(len(text.split()) / WORDS_A_MINUTE)
