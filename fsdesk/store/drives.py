"""Whether a folder lies on this computer's own disk, where locks and writes can be relied on."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from fsdesk.store.refusals import SharedDrive

_MOUNTS = Path("/proc/self/mountinfo")
_OVER_A_NETWORK = frozenset(
    """
    nfs nfs4 cifs smb3 smbfs smb2 ncpfs ncp afs coda ceph glusterfs lustre beegfs gpfs pvfs2 orangefs davfs
    fuse.sshfs fuse.rclone fuse.gvfsd-fuse fuse.curlftpfs fuse.davfs2 fuse.s3fs fuse.glusterfs fuse.ceph
    fuse.smbnetfs fuse.afpfs fuse.kio-fuse fuse.onedriver fuse.google-drive-ocamlfuse
    """.split()  # noqa: SIM905 - a column of thirty lines reads no better
)
_DRIVE_REMOTE = 4
"""What Windows calls a drive on another computer (GetDriveTypeW)."""


def refuse_shared(folder: Path) -> None:
    """Raise SharedDrive when the folder lies on a network drive, as far as the system tells."""
    on_windows = os.name == "nt"
    if _is_remote_on_windows(folder) if on_windows else kind_of(folder, _mounts()) in _OVER_A_NETWORK:
        raise SharedDrive


def kind_of(folder: Path, mounts: Iterable[str]) -> str:
    """Return the kind of file system a folder lies on, from the lines of Linux's mountinfo; "" when unknown."""
    where = _nearest(folder)
    best: tuple[int, str] = (-1, "")
    for line in mounts:
        point, kind = _mount(line)
        if point is not None and (where == point or point in where.parents):
            best = max(best, (len(point.parts), kind), key=lambda found: found[0])
    return best[1]


def _mount(line: str) -> tuple[Path | None, str]:
    """Take a line apart as proc(5) describes it: the fifth field is the place, the first after "-" the kind."""
    before, _, after = line.partition(" - ")
    fields, kinds = before.split(" "), after.split(" ")
    if len(fields) < 5 or not kinds[0]:
        return None, ""
    return Path(re.sub(r"\\(\d{3})", lambda octal: chr(int(octal[1], 8)), fields[4])), kinds[0]


def _mounts() -> list[str]:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:  # not Linux, or a system that does not tell
        return []


def _nearest(folder: Path) -> Path:
    """Return the folder, every link followed, as far as it exists."""
    return Path(os.path.realpath(folder))


def _is_remote_on_windows(folder: Path) -> bool:
    import ctypes

    where = _nearest(folder)
    if where.drive.startswith("\\\\"):
        return True
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the name exists on Windows alone
    return bool(kernel.GetDriveTypeW(where.drive + "\\") == _DRIVE_REMOTE)
