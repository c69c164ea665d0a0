"""Every change of the library that a reader can ask for; each asks first whether they may."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from aleppomap.model import AleppomapError, Article, Extraction
from aleppomap.source import Unread
from aleppomap.web.permission import reader_may_edit
from aleppomap.web.shelf import load_shelf
from aleppomap.web.state import Session, load_atlas

AT_ONCE = 20
"""Articles that are written together: between two of them the progress is told."""


class NotAllowed(AleppomapError):
    """The reader may look and search, and not change anything."""


@dataclass
class Kept:
    """What became of documents: how many, and each fault as file and reason."""

    added: int = 0
    unchanged: int = 0
    faults: list[tuple[str, str]] = field(default_factory=list)


def check(found: Session) -> None:
    """Refuse a reader who may not edit.

    Raises:
        NotAllowed: always then, whatever the page showed.
    """
    if not reader_may_edit(found.told):
        raise NotAllowed("this library can be read and searched here, and not changed")


def add_documents(
    found: Session, documents: Iterable[Article | Unread], tell: Callable[[Kept], None]
) -> Kept:
    """Read documents into the library; what cannot be read is named, and the rest goes on."""
    check(found)
    atlas, shelf, kept = load_atlas(), load_shelf(), Kept()
    waiting: list[Extraction] = []
    ids: list[str] = []

    def write() -> None:
        with shelf.open() as library:
            counts = library.add(waiting, atlas.version)
        kept.added += counts.added
        kept.unchanged += counts.unchanged
        ids.extend(one.article.id for one in waiting)
        waiting.clear()
        tell(kept)

    try:
        for document in documents:
            if isinstance(document, Unread):
                kept.faults.append((document.where, document.reason))
                continue
            with shelf.open() as library:
                known = library.knows(document)
            if known:
                kept.unchanged += 1
                continue
            waiting.append(atlas.extract(document))
            if len(waiting) >= AT_ONCE:
                write()
        write()
    finally:  # what was written stays, though the reader may have left in between
        shelf.changed(tuple(ids))
    return kept


def keep(found: Session, article_id: str) -> bool:
    """Put one document of the session into the library; whether it was new there."""
    check(found)
    shelf = load_shelf()
    with shelf.open() as library:
        counts = library.add([found.added[article_id]], load_atlas().version)
        links = {row.id: row.link_id for row in library.rows()}
    shelf.changed((article_id,))
    asked = article_id in found.query.articles
    found.remove(article_id)
    if asked:
        found.ask(articles=(*found.query.articles, links[article_id]))
    return counts.added > 0


def remove(found: Session, links: Sequence[str]) -> tuple[str, ...]:
    """Delete articles by their links; the ids by which they can be brought back."""
    check(found)
    shelf = load_shelf()
    with shelf.open() as library:
        read = (library.article(link_id=link) for link in links)
        removed = library.remove([one.article.id for one in read if one is not None])
    shelf.changed(removed)
    gone = set(links)
    if gone & set(found.query.articles):
        found.ask(articles=tuple(a for a in found.query.articles if a not in gone))
    if found.reading in gone:
        found.reading = None
    return removed


def restore(found: Session, ids: Sequence[str]) -> int:
    """Bring deleted articles back with their links, read by the rules of today; how many."""
    check(found)
    atlas, shelf = load_atlas(), load_shelf()
    with shelf.open() as library:
        back = library.restore(ids, atlas.version)
        read = [library.article(id=one) for one in back]
        fresh = [atlas.extract(one.article) for one in read if one is not None]
        library.replace(fresh, atlas.version)
    shelf.changed(back)
    return len(back)


def refresh(found: Session, tell: Callable[[int, int], None]) -> int:
    """Read again what an older version has read; how many articles."""
    check(found)
    atlas, shelf = load_atlas(), load_shelf()
    with shelf.open() as library:
        stale = library.stale(atlas.version)
    try:
        for start in range(0, len(stale), AT_ONCE):
            tell(start, len(stale))
            with shelf.open() as library:
                read = [library.article(id=one) for one in stale[start : start + AT_ONCE]]
                fresh = [atlas.extract(one.article) for one in read if one is not None]
                library.replace(fresh, atlas.version)
    finally:
        shelf.changed(tuple(stale))
    return len(stale)


def backup(found: Session) -> bytes:
    """The whole library, as `aleppomap import` reads it."""
    check(found)
    with load_shelf().open() as library:
        return "".join(f"{line}\n" for line in library.lines()).encode()


def save_view(found: Session, params: dict[str, list[str]], name: str) -> str:
    """Keep a view under a name; the id of its link, which nobody can guess."""
    check(found)
    kept = {key: values for key, values in params.items() if key != "view"}
    with load_shelf().open() as library:
        text = urlencode(kept | {"name": [" ".join(name.split())[:100]]}, doseq=True)
        return library.save_view(text)


def remove_view(found: Session, view_id: str) -> bool:
    """Delete a saved view; its link says so from then on."""
    check(found)
    with load_shelf().open() as library:
        return library.remove_view(view_id)
