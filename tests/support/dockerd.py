"""A Docker engine of the tests' own: files, socket and containers in a folder, nothing of the machine's network."""

import http.client
import json
import os
import shutil
import socket
import subprocess
import urllib.parse

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


class Dockerd:
    def __init__(self, folder):
        program = shutil.which("dockerd", path="/usr/bin:/usr/sbin:/usr/local/bin")
        if program is None:
            raise Unavailable("dockerd is not installed (Debian: apt-get install docker.io)")
        if os.geteuid() != 0:
            raise Unavailable("a Docker engine of the tests' own needs root")
        self.socket = folder / "socket"
        self.log = folder / "log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                # When the test is killed, its engine goes too.
                ["setpriv", "--pdeathsig", "TERM", program, "--data-root", folder / "root", "--exec-root", folder / "exec",
                 "--pidfile", folder / "pid", "--host", f"unix://{self.socket}", "--bridge=none", "--iptables=false",
                 "--ip6tables=false", "--ip-forward=false"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        try:
            until("the engine answers", self.answers)
        except (TimeoutError, ChildProcessError) as error:
            self.stop()
            raise Unavailable(f"dockerd does not come up: {self.log.read_text()[-500:]}") from error

    def answers(self):
        if self.process.poll() is not None:
            raise ChildProcessError("dockerd ended")
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
