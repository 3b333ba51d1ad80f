"""Programs that prove what the product promises, in a short form for every change and a long one.

`python -m tests.proofs.kill --runs 3000 --minutes 20 --seed 1 --resume build/proofs` prints the
figure of one proof and adds it to a ledger; `python -m tests.proofs` lists them all.
"""
