"""What can go wrong between the program and the disk, each with a sentence and a remedy.

All of it is the world's doing: nothing in this tree says that a project's content is wrong, and
none of it is an error of the program. Whoever catches `StorageTrouble` shows both sentences.
"""

from __future__ import annotations

import errno
from pathlib import Path


class StorageTrouble(Exception):
    """Something outside the program prevents what was asked; both sentences are for people."""

    def __init__(self, sentence: str, remedy: str = "") -> None:
        """Keep what is the matter and what helps, one sentence each."""
        super().__init__(f"{sentence} {remedy}".strip())
        self.sentence = sentence
        self.remedy = remedy


class NotFound(StorageTrouble):
    """There is no file of that name."""


class CannotRead(StorageTrouble):
    """The file is there, but reading it is refused or fails."""


class NotASlaFile(StorageTrouble):
    """The file holds something else than a project of SLA Editor."""


class ScribusFile(NotASlaFile):
    """The file is a page layout of Scribus, whose files end in `.sla` too."""


class NewerFile(StorageTrouble):
    """The file was written by a later version; `version` is the format it has."""

    def __init__(self, name: str, version: int, newest: int) -> None:
        """Name the file, its format and the newest format that can be read."""
        super().__init__(
            f"“{name}” has file format {version}; this version of SLA Editor knows {newest}.",
            "Install the current version of SLA Editor; the file itself is left as it is.",
        )
        self.version = version


class DamagedFile(StorageTrouble):
    """The file was a project once, but its content no longer holds together."""


class FileTooLarge(StorageTrouble):
    """The file is larger than any project can be."""


class FileInUse(StorageTrouble):
    """Another program or another save holds the file at this moment."""


class CannotWrite(StorageTrouble):
    """Writing was refused or failed; what was on the disk before is still there."""


class DiskFull(CannotWrite):
    """There is no room left on the disk or in the user's share of it."""


class Conflict(StorageTrouble):
    """Somebody else saved the file meanwhile; nothing was written."""


class Refused(StorageTrouble):
    """What was asked would destroy something, so it was not done."""


class NotStorable(StorageTrouble):
    """A record holds a value that could not be read back, so that nothing was written."""


class WorkingCopyLost(StorageTrouble):
    """The working copy of a session cannot be used."""


_SELDOM = "Try again, or save it somewhere else; your work is still open."
_FULL = "Free some room or save it somewhere else; your work is still open."
_WRITING: dict[int, tuple[type[CannotWrite], str, str]] = {
    errno.ENOSPC: (DiskFull, "the disk is full", _FULL),
    errno.EDQUOT: (DiskFull, "your share of the disk is used up", _FULL),
    errno.EFBIG: (DiskFull, "the file system takes no file of this size", _FULL),
    errno.EROFS: (CannotWrite, "the disk can only be read", "Save it somewhere else."),
    errno.EACCES: (
        CannotWrite,
        "you may not write there",
        "Save it somewhere else, or ask whoever manages the folder.",
    ),
    errno.EPERM: (
        CannotWrite,
        "the system does not allow it",
        "Save it somewhere else, or ask whoever manages the folder.",
    ),
    errno.ENOENT: (CannotWrite, "the folder is not there", "Choose a folder that exists."),
    errno.ENOTDIR: (CannotWrite, "part of the path is not a folder", "Choose another folder."),
    errno.ENAMETOOLONG: (CannotWrite, "the name is too long", "Choose a shorter name."),
    errno.ELOOP: (CannotWrite, "the name is a link to itself", "Choose another name."),
    errno.EISDIR: (CannotWrite, "it is a folder", "Choose another name."),
    errno.EBUSY: (CannotWrite, "another program holds the file", _SELDOM),
    errno.EIO: (
        CannotWrite,
        "the disk reports an error",
        "Save it on another disk, and have this one looked at.",
    ),
}
_READING: dict[int, tuple[type[StorageTrouble], str]] = {
    errno.ENOENT: (NotFound, "there is no such file"),
    errno.ENOTDIR: (NotFound, "part of the path is not a folder"),
    errno.EACCES: (CannotRead, "you may not read it"),
    errno.EPERM: (CannotRead, "the system does not allow it"),
    errno.EISDIR: (NotASlaFile, "it is a folder"),
    errno.ENXIO: (NotASlaFile, "it is a device, not a file"),
    errno.ELOOP: (NotASlaFile, "it is a link to itself"),
    errno.ENAMETOOLONG: (NotFound, "the name is too long for this disk"),
    errno.EIO: (CannotRead, "the disk reports an error"),
}


def write_trouble(error: OSError, path: Path) -> CannotWrite:
    """Return what a failed write means to the person who asked for it."""
    told = (CannotWrite, f"the system says “{error.strerror or error}”", _SELDOM)
    sort, cause, remedy = _WRITING.get(error.errno or 0, told)
    return sort(f"“{path.name}” was not saved: {cause}.", remedy)


def read_trouble(error: OSError, path: Path) -> StorageTrouble:
    """Return what a failed read means to the person who asked for it."""
    told = (CannotRead, f"the system says “{error.strerror or error}”")
    sort, cause = _READING.get(error.errno or 0, told)
    return sort(f"“{path.name}” cannot be opened: {cause}.", "Choose another file.")
