"""A platform: the binary, started on a data directory, and clients of it."""

import contextlib
import json
import os
import select
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

import boto3
import botocore.session
from botocore.config import Config

ROOT = Path(__file__).resolve().parents[2]
REGION = "eu-west-1"
ACCOUNT = "000000000000"

# A process that must say or do something does it within this many seconds, on a loaded machine too.
PATIENCE = 60

# Service models, read once: botocore's own loader, cached across the sessions of a test run.
LOADER = botocore.session.Session().get_component("data_loader")


def binary():
    """The binary under test: LIRIO, or the release build."""
    return os.environ.get("LIRIO") or str(ROOT / "target/release/lirio")


def environment(**more):
    """The caller's environment without what would lead the binary or botocore elsewhere."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("AWS_", "LIRIO_"))}
    env.update({k: str(v) for k, v in more.items()})
    return env


def until(what, probe, seconds=PATIENCE, pause=0.01):
    """Waits for a state: calls `probe` until it answers something true, and answers that."""
    end = time.monotonic() + seconds
    while True:
        found = probe()
        if found:
            return found
        if time.monotonic() > end:
            raise TimeoutError(f"after {seconds} s still not: {what}")
        time.sleep(pause)


class Platform:
    """`lirio serve` on a data directory; may be killed and started again."""

    def __init__(self, data_dir, *arguments, log=None, env=None):
        self.data_dir = Path(data_dir)
        self.arguments = arguments
        self.env = env or {}
        self.process = None
        self.url = None
        self.log = log or self.data_dir.parent / f"{self.data_dir.name}.log"

    def start(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [binary(), "serve", "--listen", "127.0.0.1:0", "--data-dir", self.data_dir, *self.arguments],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                env=environment(**self.env),
                start_new_session=True,
            )
        line = first_line(self.process, PATIENCE)
        prefix = "lirio listens on "
        if not line.startswith(prefix):
            self.kill()
            raise AssertionError(f"the platform said {line!r}; its log ends:\n{self.log_tail()}")
        self.url = line[len(prefix):].strip()
        return self

    def stop(self):
        """Asks the platform to end, as an operator would."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()
                raise AssertionError(f"SIGTERM did not end the platform:\n{self.log_tail()}") from None
        self.process.stdout.close()
        self.process = None

    def kill(self):
        """SIGKILL to the server's process group, as a power cut is to it."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)
        self.process.stdout.close()
        self.process = None

    @property
    def pid(self):
        return self.process.pid

    def alive(self):
        return self.process is not None and self.process.poll() is None

    def credentials(self):
        """The root's key and secret."""
        found = json.loads((self.data_dir / "credentials.json").read_text())
        return found["access_key_id"], found["secret_access_key"]

    def session(self, key=None, secret=None, token=None):
        if key is None:
            key, secret = self.credentials()
        session = boto3.Session(
            aws_access_key_id=key, aws_secret_access_key=secret, aws_session_token=token, region_name=REGION
        )
        # Each session would read the service models from disk again.
        session._session.register_component("data_loader", LOADER)
        return session

    def client(self, service, *credentials, attempts=1, **config):
        """An unmodified boto3 client; each call is made once, so that a refused one is seen."""
        config = Config(
            retries={"total_max_attempts": attempts, "mode": "standard"}, connect_timeout=10, read_timeout=60, **config
        )
        return self.session(*credentials).client(service, endpoint_url=self.url, config=config)

    def presign(self, operation, seconds=60, **params):
        """A presigned URL. Without `s3v4` boto3 would sign it as version 2, which S3 refuses for new buckets."""
        return self.client("s3", signature_version="s3v4").generate_presigned_url(
            operation, Params=params, ExpiresIn=seconds
        )

    def health(self):
        with urllib.request.urlopen(f"{self.url}/health", timeout=10) as answer:
            return answer.status

    def memory(self):
        """Resident memory of the server in bytes, and which part of it is anonymous."""
        found = dict(line.split(":", 1) for line in Path(f"/proc/{self.pid}/status").read_text().splitlines())
        return tuple(int(found[name].split()[0]) * 1024 for name in ("VmRSS", "RssAnon"))

    def log_tail(self, lines=40):
        try:
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])
        except FileNotFoundError:
            return "(no log)"


def first_line(process, seconds):
    """The first line of standard output; empty if the process ends or says nothing in time."""
    end = time.monotonic() + seconds
    found = b""
    while not found.endswith(b"\n"):
        ready, _, _ = select.select([process.stdout], [], [], max(0, end - time.monotonic()))
        if not ready:
            break
        piece = os.read(process.stdout.fileno(), 4096)
        if not piece:
            break
        found += piece
    return found.decode(errors="replace").split("\n")[0]


def children_under(data_dir):
    """Processes, other than the server itself, that live off a data directory: by root, working folder,
    program or arguments. Answers lines to read."""
    marker = str(Path(data_dir).resolve())
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        signs = []
        for link in ("root", "cwd", "exe"):
            with contextlib.suppress(OSError):
                signs.append(os.readlink(entry / link))
        with contextlib.suppress(OSError):
            signs.append((entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace"))
        with contextlib.suppress(OSError):
            signs.append((entry / "mountinfo").read_text(errors="replace"))
        if any(marker in sign for sign in signs):
            command = signs[-2] if len(signs) > 1 else "?"
            found.append(f"{entry.name}: {command[:160]}")
    return found


def http(method, url, body=None, headers=None, timeout=30):
    """One plain request; answers status, headers and body whatever the status is."""
    request = urllib.request.Request(url, data=body, method=method, headers=headers or {})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=timeout) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.code, answer.headers, answer.read()
