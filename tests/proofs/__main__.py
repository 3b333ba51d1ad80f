"""Lists the proofs: what each counts, and how long its short and its long form are."""

from __future__ import annotations

from tests.proofs.all_proofs import NAMES, proof

for name in NAMES:
    one = proof(name)
    print(f"{name:<18}{one.short:>10,} {one.long:>10,}  {one.unit}: {one.counted}")
    print(f"{'':<18}sabotages: {', '.join(one.sabotages)}")
