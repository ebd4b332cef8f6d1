"""The command line as a newcomer has it: the binary, with an empty home."""

import json
import os
import subprocess
from pathlib import Path

import boto3
from botocore.config import Config

from support.platform import REGION, binary, environment

# What `lirio` compiles is cached in the user's home by cargo; only lirio itself gets an empty one.
CARGO = {
    name: os.environ.get(name) or str(Path.home() / folder)
    for name, folder in (("CARGO_HOME", ".cargo"), ("RUSTUP_HOME", ".rustup"))
}


class Cli:
    """The binary with an empty home."""

    def __init__(self, home):
        self.home = home
        self.data = home / ".local/share/lirio"
        # Variables of every call, beside those of the caller.
        self.environment = {}

    def __call__(self, *arguments, code=0, timeout=300, env=None, **more):
        env = environment(HOME=self.home, **CARGO, **self.environment) | (env or {})
        for name in ("XDG_DATA_HOME", "CARGO", "RUSTFLAGS"):
            env.pop(name, None)
        ended = subprocess.run(
            [binary(), *map(str, arguments)], env=env, capture_output=True, text=True, timeout=timeout,
            stdin=subprocess.DEVNULL, **more)
        assert ended.returncode == code, f"code {ended.returncode}\n{ended.stdout}\n{ended.stderr}\n{self.log()}"
        return ended

    def running(self):
        try:
            return json.loads((self.data / "platform.json").read_text())
        except FileNotFoundError:
            return None

    def log(self):
        try:
            return "the platform's log ends:\n" + "\n".join((self.data / "lirio.log").read_text().splitlines()[-30:])
        except FileNotFoundError:
            return ""

    def client(self, service):
        found = json.loads((self.data / "credentials.json").read_text())
        return boto3.client(
            service, endpoint_url=self.running()["endpoint"], region_name=REGION,
            aws_access_key_id=found["access_key_id"], aws_secret_access_key=found["secret_access_key"],
            config=Config(retries={"total_max_attempts": 1}))


def gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    # A child of the test's own that was not waited for counts as gone.
    return Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].startswith("Z")


def change(project, *changes):
    file = project / "lirio.toml"
    text = file.read_text()
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after, 1)
    file.write_text(text)


def report_of(ended):
    """The one JSON object on standard output."""
    lines = ended.stdout.splitlines()
    assert len(lines) == 1, ended.stdout
    return json.loads(lines[0])
