"""Engines of the tests' own that run containers: files, socket and containers in a folder, nothing of the machine's network."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import urllib.parse
from pathlib import Path

from support.platform import PATIENCE, until


class Unavailable(Exception):
    """Why this machine has no engine."""


class Connection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("engine", timeout=30)
        self.path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


class Daemon:
    """An engine that runs."""

    def __init__(self, folder):
        program = shutil.which(self.program, path="/usr/bin:/usr/sbin:/usr/local/bin")
        if program is None:
            raise Unavailable(f"{self.program} is not installed (Debian: apt-get install {self.package})")
        if os.geteuid() != 0:
            raise Unavailable(f"a {self.name} of the tests' own needs root")
        self.folder = folder
        self.socket = folder / "socket"
        self.log = folder / "log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                # When the test is killed, its engine goes too.
                ["setpriv", "--pdeathsig", "TERM", program, *self.arguments()],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=folder, env={**os.environ, "TMPDIR": str(folder)})
        try:
            until("the engine answers", self.answers)
        except (TimeoutError, ChildProcessError) as error:
            self.stop()
            raise Unavailable(f"{self.program} does not come up: {self.log.read_text()[-500:]}") from error

    def answers(self):
        if self.process.poll() is not None:
            raise ChildProcessError(f"{self.program} ended")
        try:
            return self.get("/_ping") is not None
        except (OSError, http.client.HTTPException):
            return False

    def get(self, path):
        connection = Connection(self.socket)
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            body = answer.read()
            assert answer.status == 200, (path, answer.status, body)
            return body
        finally:
            connection.close()

    def containers(self):
        """The states of lirio's containers by name, whichever instance's."""
        filters = urllib.parse.quote(json.dumps({"label": ["lirio.instance"]}))
        listed = json.loads(self.get(f"/v1.40/containers/json?all=1&filters={filters}"))
        return {one["Names"][0]: one["State"] for one in listed}

    def programs(self):
        """The first process of each container of lirio's that runs."""
        found = []
        for name in self.containers():
            try:
                found.append(json.loads(self.get(f"/v1.40/containers{name}/json"))["State"]["Pid"])
            except AssertionError:
                # It has gone meanwhile.
                continue
        return [pid for pid in found if pid]

    def remains(self):
        """What a platform that has stopped left with the engine, as lines to read.  Images stay: they are its cache."""
        get = lambda path: json.loads(self.get(f"/v1.40{path}"))
        found = [f"container {one['Names']} {one['State']}" for one in get("/containers/json?all=1")]
        found += [f"network {one['Name']}" for one in get("/networks") if one["Name"] not in ("bridge", "host", "none")]
        found += [f"volume {one['Name']}" for one in get("/volumes")["Volumes"] or []]
        return found

    def images(self):
        """How many images it keeps."""
        return len(json.loads(self.get("/v1.40/images/json?all=1")))

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(PATIENCE)
        # Podman leaves its store mounted on itself.
        mounts = [line.split()[1] for line in Path("/proc/self/mounts").read_text().splitlines()]
        for mount in reversed([mount for mount in mounts if mount.startswith(f"{self.folder}/")]):
            subprocess.run(["umount", mount], check=True)


class Dockerd(Daemon):
    name, program, package, variable = "docker", "dockerd", "docker.io", "DOCKER_HOST"

    def arguments(self):
        return ["--data-root", self.folder / "root", "--exec-root", self.folder / "exec", "--pidfile", self.folder / "pid",
                "--host", f"unix://{self.socket}", "--bridge=none", "--iptables=false", "--ip6tables=false", "--ip-forward=false"]


class Podman(Daemon):
    name, program, package, variable = "podman", "podman", "podman", "CONTAINER_HOST"

    def arguments(self):
        # Without systemd, which not every machine has.
        return ["--root", self.folder / "root", "--runroot", self.folder / "run", "--tmpdir", self.folder / "tmp",
                "--network-config-dir", self.folder / "networks", "--cgroup-manager", "cgroupfs", "--events-backend", "file",
                "system", "service", "--time", "0", f"unix://{self.socket}"]
