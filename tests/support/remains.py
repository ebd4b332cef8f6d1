"""What a platform leaves behind, counted: processes, mounts, control groups, networks, files.

The counter becomes the parent of every orphan below it (PR_SET_CHILD_SUBREAPER), so a process that outlives its
platform is found whatever it calls itself, whichever session, namespace or root it went to.
"""

import contextlib
import ctypes
import os
import re
import sqlite3
import subprocess
import time
from pathlib import Path

PR_SET_CHILD_SUBREAPER, PR_GET_CHILD_SUBREAPER = 36, 37
# Where programs put files when nobody tells them where; looked at for names of ours.
COMMON_FOLDERS = ("/tmp", "/var/tmp", "/dev/shm", "/run", "/var/lib", "/etc/netns", "/run/netns")
# Folders of the tests' own engines and images.
OF_TESTS = ("lirio-docker-", "lirio-dockerd-", "lirio-podman-", "lirio-debootstrap-")
GROUP = re.compile(r"(\d+)-\d+\.")


def prctl(option, argument):
    if ctypes.CDLL(None, use_errno=True).prctl(option, argument, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")


def stat(pid):
    """Name, state, parent, session and start time of a process; nothing if it is gone."""
    try:
        text = Path(f"/proc/{pid}/stat").read_text(errors="replace")
    except OSError:
        return None
    name, fields = text.split("(", 1)[1].rsplit(")", 1)
    fields = fields.split()
    return {"name": name, "state": fields[0], "parent": int(fields[1]), "session": int(fields[3]), "start": fields[19]}


def tree(root):
    """Every process below one, as pid to what `stat` says."""
    found = {int(e): s for e in os.listdir("/proc") if e.isdigit() and (s := stat(int(e)))}
    below, more = {}, [root]
    while more:
        parent = more.pop()
        for pid, entry in found.items():
            if entry["parent"] == parent and pid not in below:
                below[pid] = entry
                more.append(pid)
    return below


def command(pid):
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()[:200]
    return ""


def hierarchies():
    """Where control groups are mounted, of both versions."""
    lines = [line.split() for line in Path("/proc/self/mounts").read_text().splitlines()]
    return [Path(fields[1]) for fields in lines if fields[2] in ("cgroup", "cgroup2")]


def groups():
    """Every control group, of every controller, that is named as the platform's or an engine's containers are."""
    found = set()
    for top in hierarchies():
        for folder, folders, _ in os.walk(top):
            for name in folders:
                if GROUP.match(name) or name == "lirio" or re.fullmatch("[0-9a-f]{64}", name):
                    found.add(f"{folder}/{name}")
    return found


def mounts():
    """Mount points of this namespace with what is mounted there."""
    lines = Path("/proc/self/mountinfo").read_text().splitlines()
    return {line.split(" ", 2)[2] for line in lines}


def interfaces():
    return set(os.listdir("/sys/class/net"))


def sockets():
    """Names of Unix sockets, those without a file (`@...`) among them."""
    fields = [line.split() for line in Path("/proc/net/unix").read_text().splitlines()[1:]]
    return {line[7] for line in fields if len(line) > 7}


def others_test():
    """Whether other tests of this repository run on this machine: theirs leave files of our name for a while."""
    own, pid = set(), os.getpid()
    while pid > 1 and (found := stat(pid)):
        own.add(pid)
        pid = found["parent"]
    own |= set(tree(os.getpid()))
    for entry in os.listdir("/proc"):
        if entry.isdigit() and int(entry) not in own:
            with contextlib.suppress(OSError):
                if "/target/debug/deps/" in os.readlink(f"/proc/{entry}/exe") or " pytest " in command(entry):
                    return True
    return False


def common_files():
    found = set()
    for folder in COMMON_FOLDERS:
        with contextlib.suppress(OSError):
            found |= {f"{folder}/{name}" for name in os.listdir(folder)}
    return found


class Remains:
    """Counts what is there now and was not when it was made."""

    def __init__(self, folder):
        """`folder`: what has to do with it is the platforms'; below it are folders for what they write outside of
        their data directories."""
        self.folder = Path(folder)
        self.marker = str(self.folder.resolve())
        self.homes = {name: self.folder / "outside" / name.lower() for name in ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME")}
        for home in self.homes.values():
            home.mkdir(mode=0o700, parents=True)
        self.platforms = set()
        self.engines = {}
        was = ctypes.c_int()
        prctl(PR_GET_CHILD_SUBREAPER, ctypes.byref(was))
        self.was = was.value
        prctl(PR_SET_CHILD_SUBREAPER, 1)
        self.before = {"mount": mounts(), "cgroup": groups(), "interface": interfaces(), "socket": sockets(),
                       "file": common_files(), "process": set(tree(os.getpid()))}

    def close(self):
        prctl(PR_SET_CHILD_SUBREAPER, self.was)

    def environment(self):
        """Where a program finds its temporary folder, its home and so on."""
        return {name: str(path) for name, path in self.homes.items()}

    def mounted(self):
        """What is mounted now is the test's own."""
        self.before["mount"] = mounts()

    def serves(self, platform):
        """A platform has been started: what is named after its process is counted from now on."""
        self.platforms.add(platform.pid)

    def engine(self, pid, folder):
        """An engine of the test's own, with files in a folder: its processes are counted by asking it instead."""
        self.engines[pid] = str(folder)

    def processes(self):
        """Those that live below us, without a platform that is meant to run: pid to a line to read."""
        self.reap()
        below = tree(os.getpid())
        ours = set(self.before["process"])
        for engine in self.engines:
            ours |= {engine, *tree(engine)}
        # A container of an engine hangs on its shim, and that on whoever takes orphans: us.
        for pid in below:
            if command(pid).startswith(("/usr/bin/containerd-shim", "containerd-shim")) and self.engines:
                ours |= {pid, *tree(pid)}
        found = {pid: f"process {pid}: {entry['name']} [{command(pid)}]" for pid, entry in below.items()
                 if pid not in ours and entry["state"] != "Z"}
        # And whoever has the platform's folders as root, program or mounts, wherever it hangs.
        for entry in os.listdir("/proc"):
            if entry.isdigit() and int(entry) not in ours | {os.getpid()} and self.is_attached(entry):
                found.setdefault(int(entry), f"process {entry}: [{command(entry)}]")
        return found

    def is_attached(self, pid):
        """Whether a process, wherever it hangs, has the platform's folders as root, program, argument or mounts."""
        signs = []
        for link in ("root", "cwd", "exe"):
            with contextlib.suppress(OSError):
                signs.append(os.readlink(f"/proc/{pid}/{link}"))
        signs.append(command(pid))
        with contextlib.suppress(OSError):
            # What is mounted for all is no sign.
            if os.readlink(f"/proc/{pid}/ns/mnt") != os.readlink("/proc/self/ns/mnt"):
                signs.append(Path(f"/proc/{pid}/mountinfo").read_text(errors="replace"))
        return any(self.marker in sign for sign in signs)

    def reap(self):
        """Takes leave of orphans that have ended: they were children of a platform, and are ours now."""
        for pid, entry in tree(os.getpid()).items():
            if entry["state"] == "Z" and entry["parent"] == os.getpid() and entry["session"] != os.getsid(0) \
                    and pid not in self.platforms | self.engines.keys():
                with contextlib.suppress(ChildProcessError):
                    os.waitpid(pid, os.WNOHANG)

    def groups(self):
        """Control groups of our platforms' containers, or `lirio` groups that hold nothing."""
        found = []
        for path in groups() - self.before["cgroup"]:
            name = path.rsplit("/", 1)[1]
            owner = GROUP.match(name)
            with contextlib.suppress(FileNotFoundError):
                if name == "lirio":
                    idle = not any(entry.is_dir() for entry in Path(path).iterdir())
                    found += [f"empty cgroup {path}"] if idle else []
                elif owner and int(owner[1]) in self.platforms:
                    found.append(f"cgroup {path}")
                elif not owner and self.engines:
                    found.append(f"cgroup of an engine {path}")
        return found

    def outside(self):
        """Everything but processes and the data directory."""
        new = lambda kind, now: sorted(now - self.before[kind])
        found = self.groups()
        places = (self.marker, "/run/netns/", *self.engines.values())
        # An engine mounts its folder on itself, once.
        own = [f" {folder}/root " for folder in self.engines.values()]
        found += [f"mount {line}" for line in new("mount", mounts())
                  if any(place in line for place in places) and not any(mount in line for mount in own)]
        found += [f"interface {name}" for name in new("interface", interfaces())]
        found += [f"socket {name}" for name in new("socket", sockets())
                  if self.marker in name or "lirio" in name and not any(f"/{prefix}" in name for prefix in OF_TESTS)]
        if not others_test():
            named = [path for path in new("file", common_files()) if "lirio" in path.rsplit("/", 1)[1].lower()]
            found += [f"file {path}" for path in named if not path.rsplit("/", 1)[1].startswith(OF_TESTS)]
        for home in self.homes.values():
            found += [f"file {path}" for path in sorted(home.rglob("*"))]
        return found

    def count(self):
        """All of it, as lines to read; for a platform that has stopped."""
        return list(self.processes().values()) + self.outside()

    @staticmethod
    def staying(look, seconds=30):
        """Of what is there now those lines that are still there after a while; others' things come and go."""
        left, end = look(), time.monotonic() + seconds
        while left and time.monotonic() < end:
            time.sleep(0.05)
            now = set(look())
            left = [line for line in left if line in now]
        return left


def inside(data_dir):
    """What lies in the data directory of a platform that has stopped, and nothing refers to."""
    data_dir = Path(data_dir)
    found = []
    for folder in ("containers", "sagemaker/jobs", "sagemaker/endpoints", "lambda-run/scratch", "blobs/tmp"):
        if (data_dir / folder).is_dir():
            found += [f"{folder}/{entry.name}" for entry in (data_dir / folder).iterdir()]
    found += [path.name for path in data_dir.glob("*.new")]
    found += [path.name for path in data_dir.glob("platform.json")]
    # Layers are kept; one that was being unpacked is not.
    found += [f"layers/{path.name}" for path in (data_dir / "layers").glob(".tmp-*")]
    with contextlib.closing(sqlite3.connect(f"file:{data_dir}/store.db?mode=ro", uri=True)) as store:
        rows = {row[0].hex() for row in store.execute("SELECT id FROM blobs WHERE content IS NULL")}
    files = {path.name: path for path in (data_dir / "blobs").glob("*/*") if path.parent.name != "tmp"}
    found += [f"blob file without a row: {files[name]}" for name in files.keys() - rows]
    found += [f"blob without its file: {name}" for name in rows - files.keys()]
    return found


def store_counts(data_dir):
    """Rows of the store of a platform that has stopped: of each table, and what waits or was given up."""
    with contextlib.closing(sqlite3.connect(f"file:{Path(data_dir)}/store.db?mode=ro", uri=True)) as store:
        tables = dict(store.execute("SELECT name, (SELECT count(*) FROM rows WHERE tbl = tables.id) FROM tables"))
        one = lambda sql: store.execute(sql).fetchall()
        return {
            "tables": {name: count for name, count in sorted(tables.items()) if count},
            "blobs": one("SELECT count(*) FROM blobs")[0][0],
            "outbox": one("SELECT topic, count(*) FROM outbox GROUP BY topic"),
            "dead": one("SELECT topic, reason FROM dead_letters"),
            "timers": one("SELECT topic, count(*) FROM timers GROUP BY topic"),
        }


@contextlib.contextmanager
def small_disk(folder, megabytes, kind="tmpfs"):
    """A folder on a file system of its own (`tmpfs`, or `ext4` in a file beside it), gone at the end.

    PermissionError where this user may not mount.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    image = folder.with_name(f"{folder.name}.{kind}")
    if kind == "tmpfs":
        command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=700", "tmpfs", folder]
    else:
        with open(image, "wb") as file:
            file.truncate(megabytes << 20)
        # Without blocks that only root may take, which this may be.
        subprocess.run([f"mkfs.{kind}", "-q", "-m", "0", image], check=True, capture_output=True)
        command = ["mount", "-o", "loop", image, folder]
    mounted = subprocess.run(command, capture_output=True, text=True)
    if mounted.returncode != 0:
        raise PermissionError(mounted.stderr.strip())
    try:
        yield folder
    finally:
        ended = subprocess.run(["umount", folder], capture_output=True, text=True)
        image.unlink(missing_ok=True)
        if ended.returncode != 0:
            subprocess.run(["umount", "-l", folder], check=True)
            raise AssertionError(f"somebody still uses {folder}: {ended.stderr}")


class Ballast:
    """A file that takes all the room that a file system has, to the last byte."""

    def __init__(self, disk):
        self.path = Path(disk) / "ballast"

    def load(self, leave=0):
        """Also again, when something has made room meanwhile.  `leave`: so many bytes stay free, about."""
        with open(self.path, "ab", buffering=0) as file:
            for size in (1 << 20, 4096, 1):
                with contextlib.suppress(OSError):
                    while file.write(bytes(size)):
                        pass
            # What is only promised to the file system is not taken.
            os.fsync(file.fileno())
            if leave:
                file.truncate(max(0, file.tell() - leave))
                os.fsync(file.fileno())

    def unload(self):
        self.path.unlink(missing_ok=True)
