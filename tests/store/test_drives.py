from __future__ import annotations

from pathlib import Path

import pytest

from fsdesk.store import drives
from fsdesk.store.refusals import SharedDrive

MOUNTS = [
    "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw",
    "30 22 0:30 / /mnt/team rw,relatime shared:2 - cifs //server/team rw",
    "31 22 0:31 / /home/mairi/our\\040drive rw shared:3 master:1 - fuse.sshfs host:/ rw",
    "32 30 8:1 / /mnt/team/stick rw - vfat /dev/sdb1 rw",
    "nonsense",
    "",
]


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/store", "ext4"),
        ("/mnt/team", "cifs"),
        ("/mnt/team/a/b", "cifs"),
        ("/mnt/teamwork", "ext4"),
        ("/home/mairi/our drive/store", "fuse.sshfs"),
        ("/mnt/team/stick/store", "vfat"),
    ],
)
def test_the_nearest_mount_says_what_a_folder_lies_on(folder, kind):
    """The longest place that holds the folder counts, with its spaces as the kernel writes them."""
    assert kind == drives.kind_of(Path(folder), MOUNTS)


def test_nothing_is_claimed_where_the_system_does_not_tell():
    """Without a list of mounts the kind is unknown."""
    assert drives.kind_of(Path("/srv/store"), []) == ""


def test_a_network_drive_is_refused_and_a_disk_is_not(tmp_path, monkeypatch):
    """A store is made and opened on this computer's own disk only."""
    monkeypatch.setattr(
        drives, "_mounts", lambda: [f"1 0 0:1 / {tmp_path}/team rw - nfs4 host:/ rw", *MOUNTS]
    )

    drives.refuse_shared(tmp_path / "here")
    with pytest.raises(SharedDrive):
        drives.refuse_shared(tmp_path / "team" / "store")
