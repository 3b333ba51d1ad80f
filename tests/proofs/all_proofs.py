"""Every proof there is, by name."""

from __future__ import annotations

from importlib import import_module

from tests.proofs.proof import Proof

NAMES = (
    *("kill", "faults", "power", "medium", "mutations", "races", "histories", "merges"),
    *("exports", "interference", "interference_pdf", "leaks", "monkey", "validity"),
)


def proof(name: str) -> Proof:
    """Return a proof; its module is imported only now, since some need the window or a worker."""
    found: Proof = import_module(f"tests.proofs.{name}").PROOF
    return found
