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

    def extract(self, document: GoldDocument, *, gate: bool = True) -> Extraction:
        """What the command line finds in a document that was published on its day."""
        published = document.published.isoformat() if document.published else None
        return self.atlas.extract(article_from_text(document.text, published=published), gate=gate)

    def find(self, document: GoldDocument) -> list[Found]:
        """The mentions that are resolved, and those that it says it cannot tell."""
        return [
            Found(mention.start, mention.end, mention.place_id)
            for mention in self.extract(document).mentions
            if mention.status in (Status.RESOLVED, Status.AMBIGUOUS)
        ]
