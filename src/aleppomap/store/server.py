"""The library's tables in a PostgreSQL database with PostGIS, for one library of many readers.

They lie in a schema of their own, ``aleppomap``, so that a database can serve other things too.
No question of ours goes over the extension's functions but that for a box; programs such as QGIS
open the view ``reports_on_map`` as a layer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from threading import RLock
from typing import Any

from aleppomap.model import AleppomapError
from aleppomap.store.engine import Ask, Bounds, Engine, Matching
from aleppomap.store.schema import SERVER_MIGRATIONS, check_version

try:
    import psycopg
    from psycopg import conninfo
except ImportError as _fault:
    raise AleppomapError(
        "a library on a database server needs the extra `postgres`, which is not installed; "
        "run `pip install 'aleppomap[postgres]'`, or leave ALEPPOMAP_DATABASE_URL unset"
    ) from _fault

_LOCK = 0x616C6570  # "alep": the one lock that writers of a library wait for
_SECONDS = 10
_LONGEST = 200
"""Letters of a word that are indexed; PostgreSQL refuses words of more than 2 KB."""
_MOST_BYTES = 900_000
"""Bytes of distinct words that are indexed of one article; PostgreSQL refuses more than 1 MB."""
_FORM = "postgresql://user:password@host:5432/database"


class Server(Engine):
    """The library of one database. A lost connection is made anew with the next question."""

    def __init__(self, url: str) -> None:
        """Connects, and brings the tables to the present version.

        Raises:
            AleppomapError: when the address is wrong, nobody answers, the database has no
                PostGIS and this user may not add it, or a newer aleppomap wrote it.
        """
        self._url = _checked(url)
        self.address = _address(url)
        self._lock = RLock()
        self._is_writing = False
        self._db = self._open()
        try:
            self._migrate()
        except psycopg.Error as fault:
            self._db.close()
            raise AleppomapError(
                f"the database {self.address} cannot hold a library ({_one_line(fault)}); "
                "let this user make a schema in it: GRANT CREATE ON DATABASE … TO …"
            ) from fault
        except AleppomapError:
            self._db.close()
            raise

    def _open(self) -> psycopg.Connection[tuple[Any, ...]]:
        try:
            db = psycopg.connect(
                self._url,
                autocommit=True,
                connect_timeout=_SECONDS,
                application_name="aleppomap",
                client_encoding="utf8",
            )
            db.execute(
                "SELECT set_config('search_path', 'aleppomap,' || current_setting('search_path'),"
                " false)"
            )
        except psycopg.Error as fault:
            raise AleppomapError(
                f"the database server at {self.address} cannot be reached ({_one_line(fault)}); "
                "check that it runs, and host, port, user, password and database in "
                "ALEPPOMAP_DATABASE_URL"
            ) from fault
        return db

    def _migrate(self) -> None:
        with self._db.transaction():
            self._db.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
            known = self._db.execute("SELECT to_regclass('aleppomap.version')::text").fetchone()
            version = 0
            if known and known[0]:
                row = self._db.execute("SELECT version FROM aleppomap.version").fetchone()
                version = int(row[0]) if row else 0
            check_version(version, len(SERVER_MIGRATIONS))
            if version == 0:
                self._need_postgis()
                self._db.execute("CREATE SCHEMA IF NOT EXISTS aleppomap")
                self._db.execute("CREATE TABLE aleppomap.version (version integer NOT NULL)")
                self._db.execute("INSERT INTO aleppomap.version VALUES (0)")
            for script in SERVER_MIGRATIONS[version:]:
                self._db.execute(script)
            if version < len(SERVER_MIGRATIONS):
                self._db.execute(
                    "UPDATE aleppomap.version SET version = %s", (len(SERVER_MIGRATIONS),)
                )

    def _need_postgis(self) -> None:
        try:
            known = self._db.execute("SELECT 1 FROM pg_extension WHERE extname = 'postgis'")
            if not known.fetchone():
                self._db.execute("CREATE EXTENSION postgis")
        except psycopg.Error as fault:
            raise AleppomapError(
                f"the database {self.address} has no PostGIS ({_one_line(fault)}); install it on "
                "the server (on Debian: apt install postgresql-postgis) and let an administrator "
                "run CREATE EXTENSION postgis; in this database"
            ) from fault

    def ask(self, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """See :class:`Engine`."""
        with self._lock:
            try:
                with self._using() as db:
                    return db.execute(_numbered(sql), values).fetchall()
            except AleppomapError:
                if self._is_writing or not self._db.closed:
                    raise
            with self._using() as db:  # the server was started anew since the last question
                return db.execute(_numbered(sql), values).fetchall()

    def do(self, sql: str, values: Sequence[Any] = ()) -> int:
        """See :class:`Engine`."""
        with self._using() as db:
            return db.execute(_numbered(sql), values).rowcount

    def do_each(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """See :class:`Engine`."""
        with self._using() as db, db.cursor() as cursor:
            cursor.executemany(_numbered(sql), list(rows))

    def insert(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
        """See :class:`Engine`. COPY, which takes a batch in one go."""
        statement = f"COPY {table} ({','.join(columns)}) FROM STDIN"
        with self._using() as db, db.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)

    def index_words(self, rows: Iterable[tuple[int, str, str]]) -> None:
        """See :class:`Engine`.

        The words are in our own form already; they are given as they are, past the parser of
        ``to_tsvector('simple', …)``, which would cut some of them in two.
        """
        self.insert(
            "words",
            ("article", "title", "body"),
            (
                (number, _vector(title.split()), _vector([*title.split(), *body.split()]))
                for number, title, body in rows
            ),
        )

    def forget_words(self, number: int) -> None:
        """See :class:`Engine`. They go with their article."""

    def matching(self, words: Sequence[str]) -> Matching:
        """See :class:`Engine`. Articles with the words in the title first, then the newest."""
        question = " & ".join(f"{_quoted(word)}:*" for word in words)
        return Matching(
            " JOIN words w ON w.article = a.number",
            "w.body @@ ?::tsquery",
            (question,),
            "a.published DESC",
            "SELECT w.article FROM words w WHERE w.body @@ ?::tsquery",
            "w.article",
        )

    def put_points(self, points: Iterable[tuple[str, float, float]]) -> None:
        """See :class:`Engine`."""
        made = ((place, f"SRID=4326;POINT({lon!r} {lat!r})") for place, lon, lat in points)
        self.insert("points", ("place", "point"), made)

    def inside(self, bounds: Bounds) -> tuple[str, tuple[Any, ...]]:
        """See :class:`Engine`."""
        return "SELECT place FROM points WHERE point && ST_MakeEnvelope(?,?,?,?,4326)", bounds

    @contextmanager
    def writing(self) -> Iterator[None]:
        """See :class:`Engine`."""
        with self._lock:
            self.ask("SELECT 1")  # a lost connection is found before anything is written
            with self._using() as db, db.transaction():
                db.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
                self._is_writing = True
                try:
                    yield
                finally:
                    self._is_writing = False

    @contextmanager
    def snapshot(self) -> Iterator[Ask]:
        """See :class:`Engine`."""
        with closing(self._open()) as db:
            db.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield lambda sql, values: db.execute(_numbered(sql), values).fetchall()

    def close(self) -> None:
        """See :class:`Engine`."""
        self._db.close()

    @contextmanager
    def _using(self) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
        with self._lock:
            if self._db.closed:
                self._db = self._open()
            try:
                yield self._db
            except psycopg.Error as fault:
                raise AleppomapError(
                    f"the database server at {self.address} did not do what was asked "
                    f"({_one_line(fault)}); nothing of this step was kept, try again"
                ) from fault


def _numbered(sql: str) -> str:
    return sql.replace("?", "%s")


def _vector(words: Sequence[str]) -> str:
    """Distinct words as PostgreSQL reads them, up to what it takes."""
    kept: list[str] = []
    room = _MOST_BYTES
    for word in dict.fromkeys(word[:_LONGEST] for word in words):
        room -= len(word.encode()) + 4
        if room < 0:
            break
        kept.append(_quoted(word))
    return " ".join(kept)


def _quoted(word: str) -> str:
    plain = word[:_LONGEST].replace("\\", "\\\\").replace("'", "''")
    return f"'{plain}'"


def _checked(url: str) -> str:
    try:
        conninfo.conninfo_to_dict(url)
        is_one = url.startswith(("postgresql://", "postgres://"))
    except psycopg.Error:
        is_one = False
    if not is_one:
        raise AleppomapError(
            "the address of the library's database is none; "
            f"ALEPPOMAP_DATABASE_URL must read like {_FORM}"
        )
    return url


def _address(url: str) -> str:
    """Host, port and database, without user and password."""
    parts = conninfo.conninfo_to_dict(url)
    host, port = parts.get("host") or "localhost", parts.get("port") or 5432
    return f"{host}:{port}/{parts.get('dbname') or ''}"


def _one_line(fault: Exception) -> str:
    return " ".join(str(fault).split()) or type(fault).__name__
