"""The door that documents come in by: pasted text, files, folders, uploads, URLs.

Whatever cannot be read comes out as an ``Unread`` with one clear sentence, in
its place among the articles; the rest goes on. Nothing here opens the network
unless the caller hands in a fetcher.
"""

from aleppomap.source.article import MAX_TEXT_BYTES, article_from_text, content_id
from aleppomap.source.fetch import fetch_url, is_public_address
from aleppomap.source.reading import READABLE, read_bytes, read_path, read_url
from aleppomap.source.unread import Unread

__all__ = [
    "MAX_TEXT_BYTES",
    "READABLE",
    "Unread",
    "article_from_text",
    "content_id",
    "fetch_url",
    "is_public_address",
    "read_bytes",
    "read_path",
    "read_url",
]
