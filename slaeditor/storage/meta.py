"""What a file says about itself beside the project: which document it is, for whom, since when."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from slaeditor.model.entity import new_id
from slaeditor.model.readers import Reader

MOST_ANCESTORS = 100
_DIGEST = re.compile(r"[0-9a-f]{64}")
_DOCUMENT = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Meta:
    """What a file says about itself.

    `document` stays the same through all saves and copies of one document, `ancestors` are the
    digests of the contents this one was made from, the latest first, `edition` is the reader a
    share copy was cut for, or None for the whole document. The ancestors of two files tell what
    both began from; a copy that was cut begins without any.
    """

    document: str = field(default_factory=new_id)
    ancestors: tuple[str, ...] = ()
    edition: Reader | None = None

    def after(self, digest: str) -> Meta:
        """Return what the next save of a document with that content says."""
        earlier = (one for one in self.ancestors if one != digest)
        return replace(self, ancestors=(digest, *earlier)[:MOST_ANCESTORS])

    def without(self, digest: str) -> Meta:
        """Return what a document says that was not made from that content after all."""
        return replace(self, ancestors=tuple(one for one in self.ancestors if one != digest))


def meta_rows(meta: Meta, digest: str) -> list[tuple[str, str]]:
    """Return the rows of the table `meta`; `seal` covers all others, `digest` the records."""
    entries = {
        "digest": digest,
        "document": meta.document,
        "edition": meta.edition or "",
        "parent": " ".join(meta.ancestors),
    }
    return sorted({**entries, "seal": _seal(entries)}.items())


def read_meta(entries: Mapping[str, str]) -> tuple[Meta, str]:
    """Return what the rows say and the digest of the records; `ValueError` if damaged."""
    told = dict(entries)
    seal = told.pop("seal", "")
    if set(told) != {"digest", "document", "edition", "parent"} or seal != _seal(told):
        raise ValueError("What the file says about itself does not hold together.")
    if not _DIGEST.fullmatch(told["digest"]) or not _DOCUMENT.fullmatch(told["document"]):
        raise ValueError("The key of the document is damaged.")
    ancestors = tuple(told["parent"].split())
    if len(ancestors) > MOST_ANCESTORS or not all(map(_DIGEST.fullmatch, ancestors)):
        raise ValueError("The key of an earlier version is damaged.")
    edition = Reader(told["edition"]) if told["edition"] else None
    return Meta(told["document"], ancestors, edition), told["digest"]


def _seal(entries: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps(sorted(entries.items())).encode()).hexdigest()
