"""Our own system, read through the same door as a file given to the command line."""

from __future__ import annotations

from gold import GoldDocument
from score import Found

from aleppomap.api import Atlas, load
from aleppomap.model import Extraction, Status
from aleppomap.source import article_from_text


class Ours:
    """aleppomap with its own gazetteer and the gate on, as a user gets it."""

    name = "aleppomap"

    def __init__(self) -> None:
        self.atlas: Atlas = load()
        self._read: dict[str, Extraction] = {}

    def extract(self, document: GoldDocument) -> Extraction:
        """What the command line finds in a document that was published on its day; read once."""
        if document.id not in self._read:
            published = document.published.isoformat() if document.published else None
            article = article_from_text(document.text, published=published)
            self._read[document.id] = self.atlas.extract(article)
        return self._read[document.id]

    def find(self, document: GoldDocument) -> list[Found]:
        """The mentions that are resolved, and those that it says it cannot tell."""
        return [
            Found(mention.start, mention.end, mention.place_id)
            for mention in self.extract(document).mentions
            if mention.status in (Status.RESOLVED, Status.AMBIGUOUS)
        ]
