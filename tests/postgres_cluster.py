"""A real PostgreSQL server in a folder of its own, which only answers on a socket there."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path
from types import TracebackType

_ACCOUNT = "postgres"
"""Debian's account; the server refuses to run as root."""


def find_binaries() -> Path | None:
    """The folder of the newest server that has PostGIS, as Debian lays them out."""
    for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True):
        extension = Path(f"/usr/share/postgresql/{folder.parent.name}/extension/postgis.control")
        if (folder / "initdb").is_file() and extension.is_file():
            return folder
    return None


def run_sql(url: str, sql: str) -> None:
    """Runs statements past the library."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as db:
        db.execute(sql)


class Cluster:
    """Runs from entering the block to its end; then it and its folder are gone."""

    def __init__(self, binaries: Path) -> None:
        self._binaries = binaries
        self._names = count()

    def __enter__(self) -> Cluster:
        self.folder = Path(tempfile.mkdtemp(prefix="aleppomap-pg-"))
        if os.geteuid() == 0:
            shutil.chown(self.folder, _ACCOUNT, _ACCOUNT)
        self._run("initdb", "-D", "cluster", "-U", "owner", "-A", "trust", "-E", "UTF8", "-N")
        self.start()
        run_sql(self.url("postgres"), "CREATE DATABASE mould")
        run_sql(self.url("mould"), "CREATE EXTENSION postgis")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self) -> None:
        """Starts the server and waits until it answers."""
        socket = f"-c listen_addresses= -c unix_socket_directories={self.folder}"
        self._run("pg_ctl", "-D", "cluster", "-l", "log", "-w", "-o", socket, "start")

    def stop(self) -> None:
        """Stops the server; whoever is connected is put out."""
        self._run("pg_ctl", "-D", "cluster", "-m", "fast", "-w", "stop")

    def url(self, database: str, user: str = "owner") -> str:
        """The address of a database of this server."""
        return f"postgresql://{user}@/{database}?host={self.folder}"

    def new_database(self, mould: str = "mould") -> str:
        """A new database, with PostGIS unless it is made from another mould; its address."""
        name = f"library{next(self._names)}"
        run_sql(self.url("postgres"), f"CREATE DATABASE {name} TEMPLATE {mould}")
        return self.url(name)

    def _run(self, program: str, *words: str) -> None:
        command = [str(self._binaries / program), *words]
        if os.geteuid() == 0:
            command = ["runuser", "-u", _ACCOUNT, "--", *command]
        done = subprocess.run(
            command,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program} failed: {done.stderr.strip()}")
