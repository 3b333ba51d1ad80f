"""Files with random damage: no crash, no hang over two seconds, no silent change of content.

Seconds are those of the processor, so that a busy machine is no failure; a batch that does not end
at all is one.
"""

from __future__ import annotations

import faulthandler
import json
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from unittest import mock

from slaeditor.storage import strict_reader
from slaeditor.storage.builder import build
from slaeditor.storage.loader import Loaded, load
from slaeditor.storage.trouble import StorageTrouble
from tests.projects import made_project
from tests.proofs.children import Child, Tell
from tests.proofs.command import end
from tests.proofs.proof import Outcome, Proof
from tests.storage.hostile import GOOD, META

SECONDS = 2.0
_BATCH = 250
_PAGE = 4096
_OTHERS = 6  # files of other projects, each with the seeds that leave the same rest
_EVERY = 20  # every so many batches one of them is damaged; they take five times as long


def flip(content: bytearray, chance: random.Random) -> None:
    """Turn one bit round."""
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def overwrite(content: bytearray, chance: random.Random) -> None:
    """Put another byte in the place of one."""
    place = chance.randrange(len(content))
    content[place] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, chance.randrange(256)))


def fill(content: bytearray, chance: random.Random) -> None:
    """Put noise in the place of up to 64 bytes."""
    place, count = chance.randrange(len(content)), chance.randrange(1, 64)
    content[place : place + count] = chance.randbytes(len(content[place : place + count]))


def swap_pages(content: bytearray, chance: random.Random) -> None:
    """Let two pages change places."""
    pages = len(content) // _PAGE
    one, other = (chance.randrange(pages) * _PAGE for _ in range(2))
    first, second = content[one : one + _PAGE], content[other : other + _PAGE]
    content[one : one + _PAGE], content[other : other + _PAGE] = second, first


def cut(content: bytearray, chance: random.Random) -> None:
    """Lose the end."""
    del content[chance.randrange(len(content)) :]


def header(content: bytearray, chance: random.Random) -> None:
    """Put another byte into the header."""
    content[chance.randrange(100)] = chance.randrange(256)


def repeat(content: bytearray, chance: random.Random) -> None:
    """Copy a stretch of the file over another one, as a torn write may."""
    count = chance.randrange(1, 600)
    source, target = (chance.randrange(len(content)) for _ in range(2))
    part = content[source : source + count]
    content[target : target + len(part)] = part[: len(content) - target]


def lettering(content: bytearray, chance: random.Random) -> None:
    """Change a byte that holds a letter or digit into another one: damage that looks right."""
    for _ in range(50):
        place = chance.randrange(len(content))
        if chr(content[place]).isalnum():
            content[place] = ord(chance.choice("abcdefghijklmnopqrstuvwxyz0123456789"))
            return


MUTATORS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    *(flip, overwrite, fill, swap_pages, cut, header, repeat, lettering),
)


def mutate(content: bytearray, chance: random.Random) -> None:
    """Do one to three kinds of damage."""
    for _ in range(chance.randint(1, 3)):
        if len(content) >= _PAGE:
            chance.choice(MUTATORS)(content, chance)


@cache
def whole(number: int) -> tuple[bytes, Loaded]:
    """Return the bytes of a good file and what it holds."""
    content = GOOD if number == 0 else build(made_project(number), META).content
    return content, load(content)


def verdict(content: bytes, wanted: Loaded) -> str:
    """Return what went wrong when a damaged file was opened, or nothing."""
    begun = time.process_time()
    try:
        found = load(content, "a.sla")
        same = found.project == wanted.project and found.meta == wanted.meta
        told = "" if same else "content changed without a word"
    except StorageTrouble as trouble:
        told = "" if trouble.sentence.endswith(".") else f"no sentence: {trouble.sentence!r}"
    except Exception as error:  # noqa: BLE001 - anything else is what is looked for
        told = f"{type(error).__name__}: {error}"
    seconds = time.process_time() - begun
    return told or (f"took {seconds:.1f} s" if seconds > SECONDS else "")


def _batch(seed: int, tell: Tell) -> None:
    faulthandler.enable()
    chance = random.Random(seed)
    number = 1 + seed // _EVERY % _OTHERS if seed % _EVERY == 0 else 0
    content, wanted = whole(number)
    failures, slowest = [], 0.0
    for turn in range(_BATCH):
        damaged = bytearray(content)
        mutate(damaged, chance)
        begun = time.process_time()
        told = verdict(bytes(damaged), wanted)
        slowest = max(slowest, time.process_time() - begun)
        failures += [f"mutation {turn}: {told}"] if told else []
    tell(json.dumps([failures, slowest]).encode())


def trial(seed: int, folder: Path) -> Outcome:
    """Damage one file 250 times in a child, whose death would be a crash."""
    del folder
    for number in range(_OTHERS + 1 if seed % _EVERY == 0 else 1):
        whole(number)
    ended = Child(lambda tell: _batch(seed, tell)).ended(_BATCH * SECONDS * 2)
    if not ended.told:
        return Outcome(_BATCH, (f"the loader died of signal {ended.signal} or never ended",))
    failures, slowest = json.loads(ended.told)
    return Outcome(_BATCH, tuple(failures), {"seconds": slowest})


@contextmanager
def without_digest() -> Iterator[None]:
    """Sabotage: the digest over the rows is not held against the file."""
    told = mock.Mock(side_effect=lambda digests: "any")
    with (
        mock.patch.object(strict_reader, "combined", told),
        mock.patch.object(strict_reader, "read_meta", return_value=(META, "any")),
    ):
        yield


@contextmanager
def without_catching() -> Iterator[None]:
    """Sabotage: what SQLite says of a damaged file reaches whoever opens it."""
    with mock.patch("slaeditor.storage.strict_reader.sqlite3.Error", KeyError):
        yield


PROOF = Proof(
    name="mutations",
    counted="crash, hang over 2 s or silent change of content",
    unit="damaged files",
    short=20_000,
    long=1_000_000,
    trial=trial,
    sabotages={"no digest": without_digest, "uncaught": without_catching},
)

if __name__ == "__main__":
    end(PROOF)
