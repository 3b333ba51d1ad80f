"""Opening and saving `.sla` files: the door to storage for the window and the command line."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

from slaeditor.model.project import Project
from slaeditor.storage.builder import build
from slaeditor.storage.files import FileSystem, read_file
from slaeditor.storage.header import LARGEST_FILE, checked_format, too_large
from slaeditor.storage.loader import load
from slaeditor.storage.meta import Meta
from slaeditor.storage.newer_files import understood
from slaeditor.storage.proof import prove
from slaeditor.storage.saving import (
    INTERRUPTED,
    NOTHING,
    Written,
    put_file,
    sha256,
    write_file,
)
from slaeditor.storage.schema import FORMAT
from slaeditor.storage.trouble import (
    DamagedFile,
    FileInUse,
    NewerFile,
    Refused,
    StorageTrouble,
    read_trouble,
)

_SIDE_FILES = ("-journal", "-wal")


@dataclass(frozen=True, slots=True)
class Base:
    """What stood in a file when it was last opened or saved: hash of the file, of the content."""

    sha256: str
    digest: str


@dataclass(frozen=True, slots=True)
class Opened:
    """An open file: the project, what the file says about itself, and what there is to tell."""

    path: Path
    project: Project
    meta: Meta
    base: Base
    content: bytes
    read_only: bool = False
    notices: tuple[str, ...] = ()
    is_newer: bool = False

    @property
    def made_from(self) -> Meta:
        """What another file says that is made from this one."""
        return self.meta.after(self.base.digest)


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved file: what the next save starts from, and what there is to tell.

    `conflict` is where the version of somebody is kept who saved at the same moment.
    """

    path: Path
    meta: Meta
    base: Base
    content: bytes
    conflict: Path | None = None
    notices: tuple[str, ...] = ()


def read_content(path: Path, files: FileSystem | None = None) -> bytes:
    """Return the bytes of a file; raise the trouble that prevents it."""
    try:
        return read_file(files or FileSystem(), path, LARGEST_FILE)
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise too_large(path.name) from error
        if error.errno == errno.EBUSY:
            raise FileInUse(
                f"“{path.name}” is being written at this moment.", "Try again in a minute."
            ) from error
        raise read_trouble(error, path) from error


def open_file(path: Path, files: FileSystem | None = None) -> Opened:
    """Return the project in a file; raise one of `slaeditor.storage.trouble`.

    The file is read as a whole and let go of; nothing is locked and nothing written.
    """
    present = files or FileSystem()
    content = read_content(path, present)
    loaded = load(content, path.name)
    notices = list(_side_files(path, present))
    if loaded.version < FORMAT:
        notices.append(
            f"The file has the earlier format {loaded.version}; saving gives it format {FORMAT}."
        )
    if loaded.meta.edition:
        notices.append(
            f"This is a copy for {loaded.meta.edition}: what they may not read was left out."
        )
    base = Base(sha256(content), loaded.digest)
    read_only = not present.is_writable(path)
    return Opened(path, loaded.project, loaded.meta, base, content, read_only, tuple(notices))


def open_newer_file(path: Path, files: FileSystem | None = None) -> Opened:
    """Return what this version understands of a file of a newer format, to be looked at only.

    Raises `NewerFile` where it does not understand it. The notice says what is not shown.
    """
    content = read_content(path, files)
    found = understood(content, path.name)
    told = (
        f"“{path.name}” has file format {found.version}, which is newer than this version of "
        "SLA Editor; it is open to be read only."
    )
    if found.left_out:
        told += f" Not shown, nor in what is made from it: {', '.join(found.left_out)}."
    base = Base(sha256(content), found.digest)
    return Opened(path, found.project, found.meta, base, content, True, (told,), is_newer=True)


def _side_files(path: Path, files: FileSystem) -> list[str]:
    """Return what lies beside a file that a user should know of."""
    try:
        names = files.names(path.parent)
    except OSError:
        return []
    journals = {f"{path.name}{ending}" for ending in _SIDE_FILES}
    return [
        *(
            f"Another program left “{n}” beside the file; it was not used."
            for n in names
            if n in journals
        ),
        *(f"An interrupted save left “{n}” here." for n in names if INTERRUPTED.fullmatch(n)),
    ]


def save_file(
    project: Project,
    path: Path,
    meta: Meta,
    *,
    base: Base | None = None,
    replace: bool = False,
    files: FileSystem | None = None,
) -> Saved:
    """Put a project under a name and return what the next save starts from.

    `base` is what the file held when it was opened: if it holds something else by now, `Conflict`
    is raised and nothing written. Without a base the name has to be free, unless `replace` says
    that what stands there may go. A file of a newer format never goes. Whatever is raised, the file
    is as it was.
    """
    present = files or FileSystem()
    if base is None:
        expected = _expected(path, meta, present, replace=replace)
    else:
        _refuse_newer(path, base.sha256, present)
        expected = base.sha256
    meta = meta.after(base.digest) if base else meta
    built = build(project, meta)
    prove(built, path.name)
    written = put_file(path, built.content, expected, present)
    return Saved(
        path,
        meta,
        Base(written.sha256, built.digest),
        built.content,
        written.conflict,
        written.notices,
    )


def write_made(path: Path, content: bytes, files: FileSystem | None = None) -> Written:
    """Put what was made of a project, such as a handbook, under a name, in place of what was there.

    Raises `Refused` where a project stands there: it would be gone for what can be made again.
    """
    present = files or FileSystem()
    if _is_project(path, present):
        raise Refused(
            f"“{path.name}” is a project; what is made of one does not go in its place.",
            "Choose another name.",
        )
    return write_file(path, content, present)


def _is_project(path: Path, files: FileSystem) -> bool:
    try:
        checked_format(read_content(path, files), path.name)
    except (NewerFile, DamagedFile):
        return True
    except StorageTrouble:
        return False
    return True


def _expected(path: Path, meta: Meta, files: FileSystem, *, replace: bool) -> str:
    if not files.exists(path):
        return NOTHING
    if not replace:
        raise Refused(
            f"There is a file “{path.name}” already.",
            "Choose another name, or say that it may be replaced.",
        )
    content = read_content(path, files)
    if _is_newer(content):
        raise _newer(path)
    if meta.edition and _is_whole(content, meta.document):
        raise Refused(
            f"“{path.name}” is the whole document, and this is only a copy for {meta.edition}.",
            "Save the copy under another name.",
        )
    return sha256(content)


def _refuse_newer(path: Path, expected: str, files: FileSystem) -> None:
    """Raise `Refused` where the file that was opened has a newer format, be it to be read only.

    A file that cannot be read or holds something else by now is told of by saving itself.
    """
    try:
        content = read_content(path, files)
    except StorageTrouble:
        return
    if sha256(content) == expected and _is_newer(content):
        raise _newer(path)


def _newer(path: Path) -> Refused:
    return Refused(
        f"“{path.name}” was saved by a newer version of SLA Editor and may hold more.",
        "Save under another name.",
    )


def _is_newer(content: bytes) -> bool:
    try:
        checked_format(content, "")
    except StorageTrouble as trouble:
        return isinstance(trouble, NewerFile)
    return False


def _is_whole(content: bytes, document: str) -> bool:
    try:
        there = load(content).meta
    except StorageTrouble:
        return False
    return there.document == document and there.edition is None
