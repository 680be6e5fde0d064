"""What happened to the words of the directory after a draft was written: merged ones give way, deleted ones go."""

from typing import Any

from django.apps import apps

from localoffer.pages.keeping import kept

VOCABULARIES = ("topic", "need", "agestage", "area", "language", "accessfeature")
TERMS_OF = {"topics": "topic", "needs": "need", "age_stages": "agestage", "areas": "area", "languages": "language"}


def model_called(name: str) -> Any:
    return apps.get_model("directory", name)


def merged_terms() -> dict[str, dict[int, int]]:
    """For each vocabulary: which term was merged into which. Kept until a vocabulary changes."""
    return kept("directory-merged", lambda: {name: model_called(name).objects.merged() for name in VOCABULARIES})


def up_to_date(data: dict[str, Any]) -> dict[str, Any]:
    """The content of a saved version with the words of today.

    A merged term is the one it was merged into, once; an access feature or organisation that is no longer there is left
    out, where Wagtail's loading of versions would fail.
    """
    merged = merged_terms()
    new = dict(data)
    for name, vocabulary in TERMS_OF.items():
        if name in new:
            new[name] = list(dict.fromkeys(merged[vocabulary].get(pk, pk) for pk in new[name]))
    if new.get("access"):
        new["access"] = access_today(new["access"], merged["accessfeature"])
    if new.get("organisation") and not model_called("organisation").objects.filter(pk=new["organisation"]).exists():
        new["organisation"] = None
    return new


def access_today(rows: list[dict[str, Any]], merged: dict[int, int]) -> list[dict[str, Any]]:
    """The access rows: where a merged feature meets the one it was merged into, that one's own row stands."""
    there = set(model_called("accessfeature").objects.order_by().values_list("pk", flat=True))
    own = {row["feature"] for row in rows if row["feature"] not in merged}
    kept_rows = []
    for row in rows:
        feature = merged.get(row["feature"], row["feature"])
        if feature not in there or (row["feature"] in merged and feature in own):
            continue
        own.add(feature)
        kept_rows.append({**row, "feature": feature})
    return kept_rows
