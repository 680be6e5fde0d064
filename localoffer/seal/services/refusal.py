class SealRefused(Exception):
    """Something about the seal cannot be done. Its words are for the person; each stands by the field to change ("" for none)."""

    def __init__(self, problems: dict[str, str] | str) -> None:
        self.problems = problems if isinstance(problems, dict) else {"": problems}
        super().__init__(" ".join(self.problems.values()))
