"""`lirio doctor`, as its user types it: what is printed, exit codes, and that nothing is left."""

import hashlib
import io
import json
import os
import re
import tarfile

import pytest

from support.platform import ROOT

EXAMPLE = ROOT / "examples/iris"
IRIS = EXAMPLE / "data/iris_final.csv"
CHECKS = re.findall(r"`((?:image|train|serve)\.[a-z-]+)`", (ROOT / "docs/DOCTOR.md").read_text())
GIVEN = ("--training", IRIS, "--hyperparameter", "label=species")


@pytest.fixture
def doctor(cli, tmp_path):
    """Runs the command with a temporary folder of its own; nothing may be left in there, and no platform."""
    temporary = tmp_path / "tmp"
    temporary.mkdir()

    def run(*arguments, **more):
        ended = cli("doctor", *arguments, env={"TMPDIR": str(temporary)}, **more)
        assert list(temporary.iterdir()) == [] and cli.running() is None and not cli.data.exists()
        return ended

    return run


def archive(path, files, **config):
    """What `docker save` writes, of one layer: `files` are contents, or the targets of links."""
    layer = io.BytesIO()
    with tarfile.open(fileobj=layer, mode="w") as tar:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.mode = 0o755
            if isinstance(content, str):
                entry.type, entry.linkname = tarfile.SYMTYPE, content
                tar.addfile(entry)
            else:
                entry.size = len(content)
                tar.addfile(entry, io.BytesIO(content))
    layer = layer.getvalue()
    config = json.dumps({
        "architecture": {"x86_64": "amd64", "aarch64": "arm64"}[os.uname().machine], "os": "linux",
        "config": {"Env": ["PATH=/usr/local/bin:/bin"]} | config,
        "rootfs": {"type": "layers", "diff_ids": ["sha256:" + hashlib.sha256(layer).hexdigest()]},
    }).encode()
    manifest = json.dumps([{"Config": "config.json", "RepoTags": ["x:y"], "Layers": ["layer.tar"]}]).encode()
    with tarfile.open(path, "w") as tar:
        for name, content in (("manifest.json", manifest), ("config.json", config), ("layer.tar", layer)):
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return path


def masked(text):
    """Without times and sizes, which differ from run to run."""
    text = re.sub(r"\d+(\.\d+)? (ms|s)\b", "T", text)
    return re.sub(r"\d+(\.\d+)? (B|kB|MB|GB)\b", "N", text)


@pytest.mark.deadline(300)
def test_the_example(doctor):
    ended = doctor(EXAMPLE)
    lines = ended.stdout.splitlines()
    assert [line.split()[:2] for line in lines if line.startswith("  ")] == [["ok", check] for check in CHECKS]
    assert re.fullmatch(f"{len(CHECKS)} checks: {len(CHECKS)} ok, in T", masked(lines[-1])), ended.stdout
    print(ended.stdout)

    found = [json.loads(line) for line in doctor(EXAMPLE, "--json").stdout.splitlines()]
    assert [f["id"] for f in found] == CHECKS and {f["result"] for f in found} == {"pass"}
    assert all(set(f) == {"id", "result", "seen", "how", "sentence", "source"} for f in found)


def test_an_archive(doctor, binaries, tmp_path):
    model = {"usr/bin/model": binaries["model"]}
    good = {"usr/local/bin/train": "/usr/bin/model", "usr/local/bin/serve": "/usr/bin/model"}
    ended = doctor(archive(tmp_path / "good.tar", model | good), *GIVEN)
    assert "FAIL" not in ended.stdout and "warn" not in ended.stdout, ended.stdout

    windows = {"bin/train": "/usr/bin/model", "bin/serve": b"#!/usr/bin/model\r\nserve\r\n"}
    ended = doctor(archive(tmp_path / "broken.tar", model | windows, User="7"), *GIVEN, code=1)
    path = tmp_path / "broken.tar"
    assert masked(ended.stdout) == f"""
{path}, ready after T

  ok     image.platform    for linux/amd64
  ok     image.size        N in 1 layer
  ok     image.entrypoint  none: `train` and `serve` are the programs themselves
  warn   image.user        the image runs as 7

         SageMaker expects containers to run as root; another user may not be allowed to read or
         write what it mounts.
         [SageMaker Developer Guide, "Custom Inference Code with Hosting Services", How
         SageMaker Runs Your Inference Image]
         To mend it: Take USER out of the Dockerfile, or end it with `USER root`.

  ok     train.program     `train` is /usr/bin/model
  FAIL   serve.program     the first line of /bin/serve ends with a carriage return, so that its interpreter is "/usr/bin/model\\r", which is not in the image

         A serving container is started as `docker run IMAGE serve`: `serve` is a program on the
         PATH, or an argument that the entry point understands.
         [SageMaker Developer Guide, "Custom Inference Code with Hosting Services", How
         SageMaker Runs Your Inference Image]
         To mend it: RUN sed -i 's/\\r$//' /bin/serve; and `* text eol=lf` in .gitattributes

  ok     train.exit        exit code 0 after T, with N of memory
  ok     train.strings     trained with strings: label
  ok     train.model       /opt/ml/model/model.json, N
  ok     train.lost        nothing is left where nobody looks
  ok     train.input       /opt/ml/input is as it was
  ok     train.failure     "no CSV file was found in /opt/ml/input/data/training"
  ok     train.stop        it ended T after SIGTERM
  -      serve.start       not checked: there is no program for it: serve.program
  -      serve.address     not checked: there is no program for it: serve.program
  -      serve.ping        not checked: there is no program for it: serve.program
  -      serve.accept      not checked: there is no program for it: serve.program
  -      serve.invoke      not checked: there is no program for it: serve.program
  -      serve.busy        not checked: there is no program for it: serve.program
  -      serve.refusal     not checked: there is no program for it: serve.program
  -      serve.port        not checked: there is no program for it: serve.program
  -      serve.stop        not checked: there is no program for it: serve.program
  -      serve.no-model    not checked: there is no program for it: serve.program

23 checks: 11 ok, 1 warning, 1 failed, 10 not checked, in T
"""

    # The same as objects; the container's own words come along.
    bad = tmp_path / "bad.csv"
    bad.write_text("a,species\nwide,x\n")
    ended = doctor(tmp_path / "good.tar", "--training", bad, "--hyperparameter", "label=species", "--json", code=1)
    found = {f["id"]: f for f in map(json.loads, ended.stdout.splitlines())}
    assert list(found) == CHECKS
    failed = found["train.exit"]
    assert failed["result"] == "fail" and "'a'" in " ".join(failed["lines"]).replace('"', "'") and failed["mend"]
    assert found["serve.start"]["result"] == "not_checked" and "lines" not in found["serve.start"]


def test_what_cannot_be_checked(doctor, tmp_path):
    def said(*arguments):
        ended = doctor(*arguments, code=2)
        assert ended.stdout == ""
        return ended.stderr

    no_archive = tmp_path / "no.tar"
    no_archive.write_bytes(b"no archive")
    assert "there is no project at" in said(tmp_path / "tmp")
    assert f"error: {no_archive} is no image" in said(no_archive)
    text = said("no-such-image:1")
    assert "neither a folder with a lirio.toml, nor an archive of `docker save`, nor an image here" in text
    assert "cannot read the data" in said(EXAMPLE, "--training", tmp_path / "none.csv")
    assert "--build-arg is for a project" in said(no_archive, "--build-arg", "A=b")
    assert "write NAME=VALUE" in said(EXAMPLE, "--hyperparameter", "x")
    assert "--payload" in said(EXAMPLE, "--content-type", "text/csv")
