"""The counter of what is left (tests/support/remains.py) can fail: each kind of thing, left on purpose, is counted."""

import contextlib
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import uuid
from pathlib import Path

import pytest

from support.platform import until
from support.remains import Ballast, Remains, hierarchies, inside, others_test, small_disk, stat, store_counts

SLEEP = "import time; time.sleep(600)"


@pytest.fixture
def remains(tmp_path):
    remains = Remains(tmp_path)
    yield remains
    remains.close()


class Served:
    """Stands for a platform: its number is all the counter wants."""

    def __init__(self, pid):
        self.pid = pid


@contextlib.contextmanager
def orphan(script):
    """A process whose parent has ended, in a session of its own; `script` runs in it."""
    fork = f"import os, subprocess, sys; print(subprocess.Popen([sys.executable, '-c', {script!r}], " \
           "start_new_session=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).pid)"
    pid = int(subprocess.run([sys.executable, "-c", fork], capture_output=True, text=True, check=True).stdout)
    try:
        yield pid
    finally:
        os.kill(pid, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(pid, 0)


def counted(remains, what):
    """The one thing that is counted now, and it is this."""
    found = until(f"{what} is counted", lambda: [line for line in remains.count() if what in line])
    assert len(found) == 1 and remains.count() == found, remains.count()


def root():
    if os.geteuid() != 0:
        pytest.skip("NOT CHECKED HERE: only root makes this kind of thing")


def test_nothing_is_nothing(remains):
    assert remains.count() == []


def test_an_orphan_is_counted(remains):
    with orphan(SLEEP) as pid:
        counted(remains, f"process {pid}:")
    assert remains.count() == []


def test_an_orphan_that_hides_is_counted(remains):
    """Without a parent, an argument or an environment that leads to the platform."""
    with orphan(f"import os; os.chdir('/'); os.execve('/bin/sleep', ['harmless', '600'], {{}})") as pid:
        until("it hides", lambda: (found := stat(pid)) and found["name"] == "sleep")
        counted(remains, f"process {pid}:")


def test_a_process_elsewhere_in_our_folder_is_counted(remains, tmp_path):
    """Its parent is none of ours, its working folder is."""
    was = remains.before["process"]
    child = subprocess.Popen(["/bin/sleep", "600"], cwd=tmp_path)
    try:
        counted(remains, f"process {child.pid}:")
        remains.before["process"] = was | {child.pid}
        assert remains.count() == []
    finally:
        child.kill()
        child.wait()


def test_a_mount_is_counted(remains, tmp_path):
    root()
    try:
        with small_disk(tmp_path / "left", 1):
            counted(remains, f"{tmp_path}/left")
    except PermissionError as error:
        pytest.skip(f"NOT CHECKED HERE: {error}")
    assert [line for line in remains.count() if "mount" in line] == []


def test_a_control_group_is_counted_in_every_controller(remains):
    root()
    remains.serves(Served(4_000_000))
    checked = 0
    for top in hierarchies():
        group = top / "lirio" / "4000000-1.left"
        made = not group.parent.exists()
        try:
            group.mkdir(parents=True)
        except OSError:
            continue
        try:
            counted(remains, str(group))
            checked += 1
        finally:
            group.rmdir()
            if made:
                counted(remains, f"empty cgroup {group.parent}")
                group.parent.rmdir()
    if not checked:
        pytest.skip("NOT CHECKED HERE: no control group can be made")
    assert remains.count() == []


def test_an_interface_is_counted(remains):
    root()
    ended = subprocess.run(["ip", "tuntap", "add", "dev", "lirio-left", "mode", "tun"], capture_output=True, text=True)
    if ended.returncode != 0:
        pytest.skip(f"NOT CHECKED HERE: {ended.stderr}")
    try:
        counted(remains, "interface lirio-left")
    finally:
        subprocess.run(["ip", "tuntap", "del", "dev", "lirio-left", "mode", "tun"], check=True)


def test_a_named_network_is_counted(remains):
    root()
    ended = subprocess.run(["ip", "netns", "add", "lirio-left"], capture_output=True, text=True)
    if ended.returncode != 0:
        pytest.skip(f"NOT CHECKED HERE: {ended.stderr}")
    try:
        assert [line for line in remains.count() if line.startswith("mount") and "lirio-left" in line], remains.count()
    finally:
        subprocess.run(["ip", "netns", "del", "lirio-left"], check=True)


def test_files_elsewhere_are_counted(remains):
    common = [] if others_test() else ["/dev/shm/lirio-left", "/tmp/.lirio-left"]
    for path in (*common, str(remains.homes["TMPDIR"] / "x")):
        Path(path).touch()
        try:
            counted(remains, f"file {path}")
        finally:
            Path(path).unlink()


def test_sockets_are_counted(remains):
    with socket.socket(socket.AF_UNIX) as left:
        left.bind("\0lirio-left")
        counted(remains, "socket @lirio-left")
    assert remains.count() == []


def test_a_data_directory_is_looked_through(tmp_path):
    data = tmp_path / "data"
    for folder in ("containers", "sagemaker/jobs", "lambda-run/scratch", "blobs/tmp", "blobs/ab", "layers"):
        (data / folder).mkdir(parents=True)
    known, lost, stray = (uuid.UUID(int=number).hex for number in (1, 2, 3))
    with contextlib.closing(sqlite3.connect(data / "store.db")) as store, store:
        store.executescript("""
            CREATE TABLE tables (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE rows (tbl INTEGER);
            CREATE TABLE blobs (id BLOB PRIMARY KEY, content BLOB); CREATE TABLE outbox (topic TEXT);
            CREATE TABLE dead_letters (topic TEXT, reason TEXT); CREATE TABLE timers (topic TEXT);
            INSERT INTO outbox VALUES ('t'); INSERT INTO dead_letters VALUES ('t', 'why');""")
        store.executemany("INSERT INTO blobs VALUES (?, NULL)", [(bytes.fromhex(id),) for id in (known, lost)])
    (data / "blobs/ab" / known).touch()
    assert inside(data) == [f"blob without its file: {lost}"]
    (data / "blobs/ab" / lost).touch()
    assert inside(data) == []
    for path in (f"blobs/ab/{stray}", "blobs/tmp/x", "containers/job-1", "sagemaker/jobs/j.1", "layers/.tmp-1", "x.new"):
        (data / path).touch()
        assert len(inside(data)) == 1, (path, inside(data))
        (data / path).unlink()
    counts = store_counts(data)
    assert (counts["blobs"], counts["outbox"], counts["dead"]) == (2, [("t", 1)], [("t", "why")])


def test_a_full_disk_is_full(tmp_path):
    root()
    try:
        with small_disk(tmp_path / "disk", 1) as disk:
            ballast = Ballast(disk)
            (disk / "there").write_bytes(b"x")
            ballast.load()
            with pytest.raises(OSError, match="No space left"):
                (disk / "there").write_bytes(bytes(5000))
            ballast.unload()
            (disk / "there").write_bytes(bytes(5000))
    except PermissionError as error:
        pytest.skip(f"NOT CHECKED HERE: {error}")
