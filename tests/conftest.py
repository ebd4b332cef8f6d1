"""Fixtures of the whole-binary tests: platforms, clients, the example's binaries.

Every test has a deadline: `@pytest.mark.deadline(SECONDS)`, 120 without.
"""

import os
import signal
import subprocess

import pytest

from support.cli import Cli, gone
from support.platform import ROOT, Platform, environment, http, until

TARGET = "x86_64-unknown-linux-gnu"


def pytest_configure(config):
    config.addinivalue_line("markers", "deadline(seconds): the test fails if it takes longer")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    marker = item.get_closest_marker("deadline")
    seconds = marker.args[0] if marker else 120

    def late(*_):
        raise TimeoutError(f"{item.nodeid} did not end within {seconds} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        return (yield)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """A failed test shows the end of its platform's log."""
    report = yield
    platform = getattr(item, "funcargs", {}).get("platform")
    if report.failed and isinstance(platform, Platform):
        report.sections.append(("the platform's log ends", platform.log_tail()))
    return report


def run_platform(folder, *arguments):
    platform = Platform(folder / "data", *arguments)
    try:
        yield platform.start()
    finally:
        platform.stop()


@pytest.fixture(scope="module")
def platform(tmp_path_factory):
    """One platform for the tests of a file; they keep apart by the names of what they make."""
    yield from run_platform(tmp_path_factory.mktemp("platform"))


@pytest.fixture
def client(platform):
    """`client("s3")`: an unmodified boto3 client with the root's credentials."""
    made = {}

    def make(service):
        return made.setdefault(service, platform.client(service))

    return make


@pytest.fixture(scope="session")
def binaries():
    """The example's model and validation function, compiled statically, as bytes."""
    found = {}
    for crate, program in (("model", "model"), ("validate", "bootstrap")):
        folder = ROOT / "examples/iris" / crate
        subprocess.run(
            [os.environ.get("CARGO", "cargo"), "build", "--release", "--quiet", "--target", TARGET],
            cwd=folder,
            # Flags of the caller's own build are not the container's.
            env={k: v for k, v in environment(RUSTFLAGS="-C target-feature=+crt-static").items()
                 if k not in ("CARGO_TARGET_DIR", "CARGO_ENCODED_RUSTFLAGS")},
            check=True,
        )
        found[crate] = (folder / "target" / TARGET / "release" / program).read_bytes()
    return found


@pytest.fixture(scope="session")
def iris():
    return (ROOT / "examples/iris/data/iris_final.csv").read_bytes()


@pytest.fixture
def cli(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    cli = Cli(home)
    yield cli
    running = cli.running()
    if running and not gone(running["pid"]):
        os.kill(running["pid"], signal.SIGTERM)
        try:
            until("the platform ends", lambda: gone(running["pid"]), 20)
        except TimeoutError:
            os.kill(running["pid"], signal.SIGKILL)
            raise


@pytest.fixture(autouse=True)
def still_up(request):
    """Whatever a test does, the platform it did it to still answers."""
    yield
    if "platform" in request.fixturenames:
        platform = request.getfixturevalue("platform")
        assert platform.alive(), f"the platform ended:\n{platform.log_tail()}"
        assert http("GET", f"{platform.url}/health")[0] == 200
