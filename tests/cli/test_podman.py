"""Podman from beginning to end: it builds the container of a project, and its service runs it."""

import json
import os
import shutil
import subprocess

import pytest

from support.cli import change, report_of
from support.daemons import Podman, Unavailable
from support.platform import ROOT, environment

DOCKERFILE = """\
FROM scratch
COPY --chmod=1777 tmp /tmp
COPY --chmod=755 model /model
ENV FROM_DOCKERFILE=1
ENTRYPOINT ["/model"]
"""


@pytest.fixture(scope="module")
def podman(tmp_path_factory):
    try:
        podman = Podman(tmp_path_factory.mktemp("podman"))
    except Unavailable as error:
        pytest.skip(f"every test with podman: {error}")
    try:
        yield podman
    finally:
        podman.stop()


@pytest.fixture
def with_podman(cli, podman):
    """The command line whose `podman` builds in the service that runs the containers."""
    cli.environment["CONTAINER_HOST"] = f"unix://{podman.socket}"
    return cli


@pytest.fixture
def project(tmp_path, binaries):
    """The example with its program in a container of a Dockerfile."""
    example, copy = ROOT / "examples/iris", tmp_path / "iris"
    shutil.copytree(example, copy, ignore=shutil.ignore_patterns("target"))
    container = copy / "container"
    (container / "tmp").mkdir(parents=True)
    (container / "model").write_bytes(binaries["model"])
    (container / "Dockerfile").write_text(DOCKERFILE)
    change(copy, ('[model]\n', '[container]\n'), ('crate = "model"', 'dockerfile = "container/Dockerfile"\nengine = "podman"'),
           ('crate = "validate"', f'crate = "{example}/validate"'))
    return copy


@pytest.mark.deadline(600)
def test_the_loop(with_podman, podman, project):
    cli = with_podman
    report = report_of(cli("run", project, "--listen", "127.0.0.1:0", "--runtime", "podman", "--json", timeout=500))
    assert report["status"] == "SUCCEEDED" and report["validation"]["accuracy"] >= 0.93
    assert any("endpoint-" in name for name in podman.containers()), "Podman runs it"
    assert cli("predict", "iris", "5.1,3.5,1.4,0.2").stdout.startswith("setosa")

    # What Podman builds again, and what it saves elsewhere, is pushed as it is.
    again = json.loads(cli("build", project, "--json").stdout)
    saved = project / "image.tar"
    subprocess.run(["podman", "save", "--output", saved, "localhost/iris:latest"], check=True, capture_output=True,
                   env=environment(**cli.environment))
    assert again["digest"].startswith("sha256:") and json.loads(cli("push", project, saved, "--json").stdout)["digest"].startswith("sha256:")


@pytest.mark.deadline(300)
def test_podman_is_chosen(with_podman, project, tmp_path):
    cli = with_podman
    # Whatever the project says, the option and the variable win; and without either, what answers is taken.
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "podman").symlink_to(shutil.which("podman"))
    only = {"PATH": str(folder), "DOCKER_HOST": ""}
    started = cli("run", project, "--once", "--listen", "127.0.0.1:0", "--engine", "docker", code=1, env=only)
    assert "is built by docker, as was chosen, which does not answer" in started.stderr
    assert "docker is not in PATH" in started.stderr and "podman is not" not in started.stderr
    again = cli("run", project, "--once", "--listen", "127.0.0.1:0", code=1, env=only | {"LIRIO_ENGINE": "docker"})
    assert "docker is not in PATH" in again.stderr
    wrong = cli("run", project, "--engine", "buildah", code=2)
    assert "buildah" in wrong.stderr and "podman" in wrong.stderr
    # A socket where somebody else answers is not taken for Podman's.
    nobody = cli("serve", "--listen", "127.0.0.1:0", "--runtime", "podman", code=1,
                 env={"CONTAINER_HOST": "unix:///nonexistent/podman.sock"})
    assert "/nonexistent/podman.sock" in nobody.stderr


@pytest.mark.deadline(300)
def test_podman_is_found_where_docker_is_not(with_podman, project, tmp_path):
    cli = with_podman
    change(project, ('engine = "podman"\n', ""))
    folder = tmp_path / "bin"
    folder.mkdir()
    for program in ("podman", "conmon", "runc", "crun"):
        if shutil.which(program):
            (folder / program).symlink_to(shutil.which(program))
    platform = subprocess.Popen(
        [os.environ["LIRIO"], "serve", "--listen", "127.0.0.1:0", "--data-dir", str(cli.data)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment(HOME=cli.home, **cli.environment))
    try:
        assert platform.stdout.readline().startswith(b"lirio listens")
        built = json.loads(cli("build", project, "--json", env={"PATH": str(folder)}).stdout)
        assert built["digest"].startswith("sha256:")
    finally:
        platform.terminate()
        platform.wait(60)
