"""Hostile texts in a handbook: no file read, nobody called, nothing of either in what comes out.

The closed process that makes a handbook is watched from outside by strace where it is to be had:
every file it opens and every call to the network is held against what laying out needs. The file
and the server that the texts name are real, and hold words that must not come out.
"""

from __future__ import annotations

import random
import re
import shutil
import socket
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from unittest import mock

import pikepdf

from slaeditor.bundled import PACKAGE
from slaeditor.model.document import Document, FreeChapter
from slaeditor.model.project import Project
from slaeditor.model.readers import Reader
from slaeditor.publish import worker_process
from slaeditor.publish.document_json import edition_json
from slaeditor.publish.edition.builder import edition
from slaeditor.publish.formats import FORMATS
from slaeditor.publish.render.markdown import prose
from slaeditor.publish.trouble import ProseTrouble
from tests.builders import a_level, open_to_all
from tests.proofs.command import end
from tests.proofs.hostile_texts import hostile_texts
from tests.proofs.proof import Outcome, Proof

EACH = 40
"""Hostile texts in one handbook."""
SECRET = "xyzzy-7919317-plugh"
_STRACE = shutil.which("strace")
_CALLS = "network,open,openat,openat2,creat,execve"
_OPENED = re.compile(r'(?:open|openat|openat2|creat)\((?:AT_FDCWD, )?"([^"]*)"')
_NETWORK = re.compile(r"\b(socket|connect|sendto|bind|getaddrinfo)\(")
_NEEDED = (*("/usr/", "/lib", "/proc/", "/sys/", "/etc/fonts", "/etc/ld.so", "/etc/localtime"),)
_NEEDED_FILES = {
    "/",
    "/dev/null",
    "/dev/urandom",
    "/etc/mime.types",
    "/etc/papersize",
    "/etc/magic",
    "/etc/paperspecs",
}
_UNLOCKED = """
import sys; sys.path.insert(0, sys.argv[1])
from slaeditor.publish.render import sandbox, worker
sandbox.close_doors = lambda readable: None
{prelude}
sys.exit(worker.main(sys.argv[2]))
"""
_READING = """
import builtins
from slaeditor.publish.render import markdown
earlier = markdown._check
def reading(text, source):
    import re
    for path in re.findall(r"file://([^)>\\"' ;]+)", text):
        try:
            builtins.open(path).close()
        except OSError:
            pass
    return earlier(text, source)
markdown._check = reading
"""
_CALLING = """
import socket
from slaeditor.publish.render import markdown
earlier = markdown._check
def calling(text, source):
    socket.socket().close()
    return earlier(text, source)
markdown._check = calling
"""


@dataclass(frozen=True)
class Watched:
    """What a worker did: its status, what it wrote, what it said, what was seen of it."""

    status: int
    content: bytes
    words: str
    events: tuple[str, ...]


def made(project: Project, form: str, folder: Path) -> Watched:
    """Return what the closed process makes of a client's handbook, and what it did meanwhile."""
    folder.mkdir()
    trace = folder / "trace"
    words = worker_process.command(form)
    watching = [str(_STRACE), "-f", "-qq", "-e", f"trace={_CALLS}", "-o", str(trace)]
    scratch = folder / "scratch"
    scratch.mkdir()
    done = subprocess.run(
        [*(watching if _STRACE else []), *words],
        input=edition_json(edition(project, Reader.CLIENT)),
        capture_output=True,
        cwd=scratch,
        env=worker_process.environment(scratch),
        check=False,
        timeout=300,
    )
    seen = trace.read_text(errors="replace") if trace.exists() else ""
    said = done.stderr.decode(errors="replace")
    return Watched(done.returncode, done.stdout, said, tuple(_events(seen, folder, words[0])))


def _events(trace: str, folder: Path, python: str) -> Iterator[str]:
    """Yield what was opened or called that laying out does not need."""
    homes = [Path(python).resolve().parents[1], Path(python).parents[1], PACKAGE.parent]
    homes += [home.resolve() for home in homes[1:]]
    roots = (*_NEEDED, *map(str, homes), str(folder / "scratch"))
    executed = 0
    for line in trace.splitlines():
        executed += "execve(" in line and "= 0" in line
        opened = _OPENED.search(line)
        if opened and not _is_needed(opened[1], roots, folder / "scratch"):
            yield f"opened {opened[1]}"
        if _NETWORK.search(line):
            yield f"called {line.strip()[:120]}"
    if executed > 1:
        yield f"started {executed - 1} programs"


def _is_needed(name: str, roots: tuple[str, ...], scratch: Path) -> bool:
    path = str((scratch / name).resolve()) if not name.startswith("/") else name
    return path in _NEEDED_FILES or path.startswith(roots)


def words_in(content: bytes, form: str) -> bytes:
    """Return what stands in a handbook, unpacked."""
    if form == "pdf":
        with pikepdf.open(BytesIO(content)) as pdf:
            streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
            return content + b"".join(_unpacked(one) for one in streams)
    if form == "html":
        return content
    with zipfile.ZipFile(BytesIO(content)) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())


def _unpacked(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except (pikepdf.PdfError, zlib.error):
        return stream.read_raw_bytes()


def a_project(texts: list[str]) -> Project:
    """Return a project whose every place for words holds one of the texts."""
    line = " ".join(texts[0].split())
    document = open_to_all(Document, name=f"Handbook {line}"[:200])
    chapters = [
        open_to_all(
            FreeChapter,
            name=f"{n} {' '.join(text.split())}"[:200],
            lead=text[:400].replace("\n", " "),
            body=text,
        )
        for n, text in enumerate(texts)
    ]
    return Project().add(document, a_level("Gold", promise=texts[-1]), *chapters)


def is_refused(text: str) -> bool:
    """Whether a text is refused with a sentence, so that no handbook is made of it."""
    try:
        prose(text, language="en", source="a chapter")
    except ProseTrouble as trouble:
        return trouble.sentence.endswith(".")
    return False


@contextmanager
def _listening() -> Iterator[str]:
    """Listen on this machine and return the address."""
    with closing(socket.create_server(("127.0.0.1", 0))) as server:
        yield f"http://127.0.0.1:{server.getsockname()[1]}"


def trial(seed: int, folder: Path) -> Outcome:
    """Make one handbook of forty hostile texts, in one of the forms."""
    form = FORMATS[(seed - 1) % len(FORMATS)].key
    chance = random.Random(seed)
    secret = folder / "secret.txt"
    secret.write_text(SECRET, encoding="utf-8")
    with ExitStack() as stack:
        texts = hostile_texts(secret.as_uri(), stack.enter_context(_listening()))
        chosen = chance.sample(texts, EACH)
        printed = [text for text in chosen if not is_refused(text)]
        watched = made(a_project(printed), form, folder / form)
    failures = [f"{form}: {event}" for event in sorted(set(watched.events))]
    if watched.status:
        failures.append(f"{form}: ended with {watched.status}: {watched.words[-300:]}")
    elif SECRET.encode() in words_in(watched.content, form):
        failures.append(f"{form}: holds the secret")
    return Outcome(EACH, tuple(failures))


@contextmanager
def _started_with(prelude: str) -> Iterator[None]:
    with mock.patch.object(worker_process, "_START", _UNLOCKED.format(prelude=prelude)):
        yield


PROOF = Proof(
    name="exports",
    counted="file or network events, or a secret in the handbook",
    unit="hostile texts in handbooks",
    short=200,
    long=10_000,
    trial=trial,
    sabotages={
        "reads a file": lambda: _started_with(_READING),
        "calls the network": lambda: _started_with(_CALLING),
    },
    code=("publish/render", "publish/worker_process.py"),
)

if __name__ == "__main__":
    end(PROOF)
