"""A container engine for the tests: Debian's packages, a daemon of the test's own, a base image made here."""

import contextlib
import os
import shutil
import signal
import ssl
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from support.platform import ROOT, environment, until

# Where downloads are kept, as in xtask/src/paths.rs.
CACHE = ROOT / "target/xtask"
SUITE = "bookworm"
AWSCLI = "awscli==1.46.3"
# What the containers of the base image trust, as this machine does: a package index may be behind its own authority.
CERTIFICATES = "etc/ssl/certs/ca-certificates.crt"
# Left out of the base image: what nobody reads in a container.
UNREAD = ("var/cache/apt/*", "var/lib/apt/lists/*", "var/log/*", "usr/share/doc/*", "usr/share/man/*", "usr/share/locale/*")


def install(program, package):
    """Installs a Debian package that brings a program, unless it is there."""
    if shutil.which(program):
        return
    apt = ["apt-get", "-o", "DPkg::Lock::Timeout=300", "-q", "-y"]
    env = environment(DEBIAN_FRONTEND="noninteractive")
    for attempt in ("with the lists that are there", "with new lists"):
        if attempt == "with new lists":
            subprocess.run([*apt, "update"], env=env, capture_output=True)
        ended = subprocess.run([*apt, "install", "--no-install-recommends", package], env=env, capture_output=True, text=True)
        if ended.returncode == 0:
            return
    raise AssertionError(f"{package} cannot be installed:\n{ended.stderr}")


class Docker:
    """A Docker daemon on private folders, with a socket of its own."""

    def __init__(self):
        # A socket's path is short, which a test's own folder may not be.
        self.folder = Path(tempfile.mkdtemp(prefix="lirio-docker-"))
        self.host = f"unix://{self.folder}/docker.sock"
        self.process = None

    def start(self):
        if os.geteuid() != 0:
            pytest.skip("CONTAINERS ARE NOT BUILT HERE: a Docker daemon of the test's own needs root")
        install("dockerd", "docker.io")
        with open(self.folder / "log", "wb") as log:
            # Without networks of its own: builds use the host's, and nothing of the host's is changed.
            self.process = subprocess.Popen(
                ["dockerd", "--host", self.host, "--data-root", self.folder / "root", "--exec-root", self.folder / "exec",
                 "--pidfile", self.folder / "pid", "--bridge=none", "--iptables=false", "--ip6tables=false"],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment(), start_new_session=True)

        def answers():
            assert self.process.poll() is None, f"dockerd ended:\n{(self.folder / 'log').read_text()[-3000:]}"
            return self.run("version", check=False).returncode == 0

        until("dockerd answers", answers, pause=0.1)
        return self

    def run(self, *arguments, check=True, **more):
        ended = subprocess.run(["docker", *map(str, arguments)], env=environment(DOCKER_HOST=self.host), stdin=subprocess.DEVNULL,
                               capture_output=True, text=True, **more)
        assert not check or ended.returncode == 0, f"docker {arguments}:\n{ended.stdout}\n{ended.stderr}"
        return ended

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(60)
            except subprocess.TimeoutExpired:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait(60)
        mounts = [line.split()[1] for line in Path("/proc/self/mounts").read_text().splitlines()]
        for mount in reversed([m for m in mounts if m.startswith(f"{self.folder}/")]):
            subprocess.run(["umount", mount], check=True)
        shutil.rmtree(self.folder)


def debian_base():
    """A tar archive of a small Debian with Python, made once."""
    archive = CACHE / f"debian-{SUITE}-python.tar"
    if archive.is_file():
        return archive
    install("debootstrap", "debootstrap")
    CACHE.mkdir(parents=True, exist_ok=True)
    root = Path(tempfile.mkdtemp(prefix="lirio-debootstrap-"))
    try:
        ended = subprocess.run(["debootstrap", "--variant=minbase", "--include=python3-venv,ca-certificates", SUITE, root],
                               capture_output=True, text=True, env=environment())
        assert ended.returncode == 0, f"debootstrap:\n{ended.stdout[-3000:]}\n{ended.stderr}"
        trusted = os.environ.get("PIP_CERT") or ssl.get_default_verify_paths().cafile
        if trusted and Path(trusted).is_file():
            shutil.copyfile(trusted, root / CERTIFICATES)
        whole = archive.with_suffix(".new")
        subprocess.run(["tar", "-C", root, *(f"--exclude=./{path}" for path in UNREAD), "-cf", whole, "."], check=True)
        whole.rename(archive)
    finally:
        shutil.rmtree(root, ignore_errors=True)
    return archive


def import_base(docker, name):
    """Gives the daemon the base image under a name; pip in it trusts what the system trusts."""
    docker.run("import", "--change", f"ENV PIP_CERT=/{CERTIFICATES}", debian_base(), name)


def index_settings():
    """How pip reaches its index on this machine, as the environment variables that pip reads."""
    found = {}
    for option in ("index-url", "extra-index-url", "trusted-host"):
        variable = "PIP_" + option.upper().replace("-", "_")
        told = subprocess.run([sys.executable, "-m", "pip", "config", "get", f"global.{option}"], capture_output=True, text=True)
        value = os.environ.get(variable) or (told.stdout.strip() if told.returncode == 0 else "")
        if value:
            found[variable] = value
    return found


def aws_folder():
    """A folder for PATH with the AWS CLI, installed once."""
    folder = CACHE / "awscli"
    stamp = folder / "packages"
    if not (stamp.is_file() and stamp.read_text() == AWSCLI):
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        subprocess.run([folder / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", AWSCLI], check=True)
        stamp.write_text(AWSCLI)
    return folder / "bin"
