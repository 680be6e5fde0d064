"""The full-text index, kept by the database itself so that it can never differ from the entries."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

COLUMNS = ["title", "other_names", "topics", "summary", "body", "organisation", "place"]

SQLITE = [
    "CREATE VIRTUAL TABLE search_words USING fts5({columns}, content='search_searchentry', content_rowid='id', "
    "tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE TRIGGER search_words_added AFTER INSERT ON search_searchentry BEGIN "
    "INSERT INTO search_words(rowid, {columns}) VALUES (new.id, {new}); END",
    "CREATE TRIGGER search_words_gone AFTER DELETE ON search_searchentry BEGIN "
    "INSERT INTO search_words(search_words, rowid, {columns}) VALUES ('delete', old.id, {old}); END",
    "CREATE TRIGGER search_words_changed AFTER UPDATE ON search_searchentry BEGIN "
    "INSERT INTO search_words(search_words, rowid, {columns}) VALUES ('delete', old.id, {old}); "
    "INSERT INTO search_words(rowid, {columns}) VALUES (new.id, {new}); END",
]

# Weights as in search/backends.py: A the title and names, B topics, C summary, organisation and place, D the body.
POSTGRESQL = [
    "ALTER TABLE search_searchentry ADD COLUMN words tsvector GENERATED ALWAYS AS ("
    "setweight(to_tsvector('english', title || ' ' || other_names), 'A') || "
    "setweight(to_tsvector('english', topics), 'B') || "
    "setweight(to_tsvector('english', summary || ' ' || organisation || ' ' || place), 'C') || "
    "setweight(to_tsvector('english', body), 'D')) STORED",
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
        schema_editor.execute("ALTER TABLE search_searchentry DROP COLUMN words", params=None)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]

    operations = [migrations.RunPython(make, unmake)]
