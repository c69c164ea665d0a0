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

# The slider reads one index from end to end of its window, and nothing else.
_SECOND = """
CREATE TABLE places_of_reports (
    report INTEGER NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
    place TEXT NOT NULL,
    kind TEXT NOT NULL, first INTEGER, last INTEGER, is_long INTEGER NOT NULL,
    PRIMARY KEY (report, place)
) WITHOUT ROWID;
INSERT INTO places_of_reports
    SELECT p.report, p.place, r.kind, r.first, r.last, r.is_long
    FROM report_places p JOIN reports r ON r.number = p.report;
DROP TABLE report_places;
ALTER TABLE places_of_reports RENAME TO report_places;
CREATE INDEX places_by_day ON report_places (is_long, last, first, kind, place, report);
CREATE INDEX reports_by_place ON report_places (place, last, report);
DROP INDEX reports_by_day;
CREATE INDEX reports_by_day ON reports (is_long, last, first, kind, article);
CREATE INDEX articles_by_day ON articles (published IS NULL, published DESC, id);
CREATE TABLE points (place TEXT PRIMARY KEY, lon REAL NOT NULL, lat REAL NOT NULL);
"""

MIGRATIONS = (_FIRST, _SECOND)
"""One script a version; a library of version n runs those after its n-th."""

# Texts are ordered by code point, as SQLite orders them, whatever the database's language.
_SERVER_FIRST = """
CREATE TABLE articles (
    number bigint PRIMARY KEY,
    id text COLLATE "C" NOT NULL UNIQUE,
    link_id text COLLATE "C" NOT NULL UNIQUE,
    content text NOT NULL,
    title text, published text COLLATE "C", publisher text, language text,
    reports integer NOT NULL,
    fingerprint text NOT NULL,
    record bytea NOT NULL
);
ALTER TABLE articles ALTER record SET STORAGE EXTERNAL;  -- it is compressed already
CREATE INDEX articles_by_fingerprint ON articles (fingerprint);
CREATE INDEX articles_by_day ON articles ((published IS NULL), published DESC, id);
CREATE TABLE reports (
    number bigint PRIMARY KEY,
    article bigint NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
    position integer NOT NULL,
    kind text COLLATE "C" NOT NULL, claimant_type text, geo_level text NOT NULL,
    first integer, last integer, is_long smallint NOT NULL
);
CREATE INDEX reports_by_day ON reports (is_long, last, first, kind, article);
CREATE INDEX reports_by_article ON reports (article);
CREATE TABLE report_places (
    report bigint NOT NULL REFERENCES reports (number) ON DELETE CASCADE,
    place text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL, first integer, last integer, is_long smallint NOT NULL,
    PRIMARY KEY (report, place)
);
CREATE INDEX places_by_day ON report_places (is_long, last, first, kind, place, report);
CREATE INDEX reports_by_place ON report_places (place, last, report);
CREATE TABLE days (day integer PRIMARY KEY, reports bigint NOT NULL);
CREATE TABLE words (
    article bigint PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
    title tsvector NOT NULL, body tsvector NOT NULL  -- body has the words of the title, too
);
CREATE INDEX words_of_titles ON words USING gin (title);
CREATE INDEX words_of_bodies ON words USING gin (body);
CREATE TABLE bin (
    id text COLLATE "C" PRIMARY KEY, link_id text NOT NULL, deleted text COLLATE "C" NOT NULL,
    record bytea NOT NULL
);
CREATE TABLE views (
    id text COLLATE "C" PRIMARY KEY, params text NOT NULL, saved text COLLATE "C" NOT NULL
);
CREATE TABLE points (place text COLLATE "C" PRIMARY KEY, point geometry(Point, 4326) NOT NULL);
CREATE INDEX points_in_space ON points USING gist (point);
-- For programs such as QGIS: one row for each report and place, with its position.
CREATE VIEW reports_on_map AS
    SELECT r.number * 1000 + row_number() OVER (PARTITION BY r.number ORDER BY p.place) AS row,
        a.id AS article, a.title, a.published, a.publisher, r.kind, r.claimant_type, p.place,
        CASE WHEN r.first IS NOT NULL THEN date '0001-01-01' + (r.first - 1) END AS first_day,
        CASE WHEN r.last IS NOT NULL THEN date '0001-01-01' + (r.last - 1) END AS last_day,
        o.point
    FROM reports r JOIN articles a ON a.number = r.article
        JOIN report_places p ON p.report = r.number JOIN points o ON o.place = p.place;
"""

SERVER_MIGRATIONS = (_SERVER_FIRST,)
"""The same for the server."""


def migrate(connection: sqlite3.Connection) -> None:
    """Brings a library to the present version, all of it or nothing.

    Raises:
        AleppomapError: when a newer aleppomap has written it.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    check_version(version, len(MIGRATIONS))
    for number in range(version, len(MIGRATIONS)):
        script = f"BEGIN IMMEDIATE;\n{MIGRATIONS[number]}\nPRAGMA user_version = {number + 1};"
        try:
            connection.executescript(script + "\nCOMMIT;")
        except sqlite3.Error:
            connection.rollback()
            raise


def check_version(version: int, newest: int) -> None:
    """Refuses what a newer aleppomap has written.

    Raises:
        AleppomapError: saying which versions there are.
    """
    if version > newest:
        raise AleppomapError(
            f"the library was written by a newer aleppomap (its version is {version}, this one "
            f"reads up to {newest}); install the newer one, nothing was changed"
        )
