"""The full-text index over stems, kept by the database itself so that it can never differ from the entries.

The words are stems already (localoffer/search/stems.py), so both databases take them as they are.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

COLUMNS = ["title_words", "other_names", "topics", "summary", "organisation", "place", "body"]

SQLITE = [
    "CREATE VIRTUAL TABLE search_words USING fts5({columns}, content='search_searchentry', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 0')",
    "CREATE TRIGGER search_words_added AFTER INSERT ON search_searchentry BEGIN "
    "INSERT INTO search_words(rowid, {columns}) VALUES (new.id, {new}); END",
    "CREATE TRIGGER search_words_gone AFTER DELETE ON search_searchentry BEGIN "
    "INSERT INTO search_words(search_words, rowid, {columns}) VALUES ('delete', old.id, {old}); END",
    "CREATE TRIGGER search_words_changed AFTER UPDATE ON search_searchentry BEGIN "
    "INSERT INTO search_words(search_words, rowid, {columns}) VALUES ('delete', old.id, {old}); "
    "INSERT INTO search_words(rowid, {columns}) VALUES (new.id, {new}); END",
]

# A word that nobody looks for stands between two fields, so that no phrase goes from one into the next.
GAP = " || ' 0gap0 ' || "
# The labels of localoffer/search/backends.py. "head" is small: it is read for each page that is found.
HEAD = (
    "setweight(to_tsvector('simple', title_words || ' 0gap0'), 'A') || "
    "setweight(to_tsvector('simple', other_names || ' 0gap0'), 'B') || "
    "setweight(to_tsvector('simple', topics || ' 0gap0'), 'C') || "
    f"setweight(to_tsvector('simple', {GAP.join(['summary', 'organisation', 'place'])}), 'D')"
)
POSTGRESQL = [
    # What is long (the body, all words) is kept apart, so that finding many entries reads little.
    "ALTER TABLE search_searchentry SET (toast_tuple_target = 1024)",
    f"ALTER TABLE search_searchentry ADD COLUMN head tsvector GENERATED ALWAYS AS ({HEAD}) STORED, "
    f"ADD COLUMN words tsvector GENERATED ALWAYS AS (to_tsvector('simple', {GAP.join(COLUMNS)})) STORED",
    "CREATE INDEX search_words ON search_searchentry USING gin (words)",
]


def make(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    vendor = schema_editor.connection.vendor
    if vendor == "sqlite":
        words = {
            "columns": ", ".join(COLUMNS),
            "new": ", ".join(f"new.{name}" for name in COLUMNS),
            "old": ", ".join(f"old.{name}" for name in COLUMNS),
        }
        for statement in SQLITE:
            schema_editor.execute(statement.format(**words), params=None)
    elif vendor == "postgresql":
        for statement in POSTGRESQL:
            schema_editor.execute(statement, params=None)


def unmake(apps: object, schema_editor: BaseDatabaseSchemaEditor) -> None:
    vendor = schema_editor.connection.vendor
    if vendor == "sqlite":
        for name in ("search_words_added", "search_words_gone", "search_words_changed"):
            schema_editor.execute(f"DROP TRIGGER {name}", params=None)
        schema_editor.execute("DROP TABLE search_words", params=None)
    elif vendor == "postgresql":
        schema_editor.execute("ALTER TABLE search_searchentry DROP COLUMN words, DROP COLUMN head", params=None)


class Migration(migrations.Migration):
    # What there was before the first release. A site that ran all of these is where this brings it.
    replaces = [("search", "0001_initial"), ("search", "0002_full_text"), ("search", "0003_take_the_index_down"), ("search", "0004_stems_words_synonyms"), ("search", "0005_full_text_of_stems")]

    dependencies = [("search", "0001_squashed")]

    operations = [migrations.RunPython(make, unmake)]
