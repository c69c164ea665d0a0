"""The tables of the library and how an older one becomes this one; the only schema."""

from __future__ import annotations

import sqlite3

from aleppomap.model import AleppomapError

_FIRST = """
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    link_id TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL,            -- hash of the words and the publication day
    title TEXT, published TEXT, publisher TEXT, language TEXT,
    reports INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,        -- rules and gazetteer that made the reports
    record BLOB NOT NULL              -- the whole extraction, JSON, zlib
);
CREATE INDEX articles_by_fingerprint ON articles (fingerprint);
CREATE TABLE reports (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,        -- which of the article's reports
    kind TEXT NOT NULL, claimant_type TEXT, geo_level TEXT NOT NULL,
    first INTEGER, last INTEGER,      -- days since year 1, both inclusive; NULL: undated
    is_long INTEGER NOT NULL          -- 1 when the period is longer than 31 days
);
CREATE INDEX reports_by_day ON reports (is_long, last, first, kind);
CREATE INDEX reports_by_article ON reports (article);
CREATE TABLE report_places (
    place TEXT NOT NULL, last INTEGER, report INTEGER NOT NULL
        REFERENCES reports (number) ON DELETE CASCADE,
    PRIMARY KEY (place, last, report)
);
CREATE INDEX places_by_report ON report_places (report);
CREATE TABLE days (day INTEGER PRIMARY KEY, reports INTEGER NOT NULL);
CREATE VIRTUAL TABLE words USING fts5 (title, body, tokenize = 'unicode61');
CREATE TABLE bin (
    id TEXT PRIMARY KEY, link_id TEXT NOT NULL, deleted TEXT NOT NULL, record BLOB NOT NULL
);
CREATE TABLE views (id TEXT PRIMARY KEY, params TEXT NOT NULL, saved TEXT NOT NULL);
"""

MIGRATIONS = (_FIRST,)
"""One script a version; a library of version n runs those after its n-th."""


def migrate(connection: sqlite3.Connection) -> None:
    """Brings a library to the present version, all of it or nothing.

    Raises:
        AleppomapError: when a newer aleppomap has written it.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(MIGRATIONS):
        raise AleppomapError(
            f"the library was written by a newer aleppomap (its version is {version}, this one "
            f"reads up to {len(MIGRATIONS)}); install the newer one, nothing was changed"
        )
    for number in range(version, len(MIGRATIONS)):
        script = f"BEGIN IMMEDIATE;\n{MIGRATIONS[number]}\nPRAGMA user_version = {number + 1};"
        try:
            connection.executescript(script + "\nCOMMIT;")
        except sqlite3.Error:
            connection.rollback()
            raise
