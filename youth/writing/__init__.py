"""The screens where members of the forum write, and where supporters decide."""
