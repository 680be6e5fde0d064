class PostRefused(Exception):
    """It cannot be done. The words are for the person; ``problems`` has them by field ("" for the whole)."""

    def __init__(self, problems: dict[str, str] | str) -> None:
        self.problems = problems if isinstance(problems, dict) else {"": problems}
        super().__init__(" ".join(self.problems.values()))
