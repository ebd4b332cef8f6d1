"""`lirio run` and its companions, as a newcomer types them."""

import hashlib
import json
import os
import shutil
import socket
import subprocess
import time

import pytest

from support.cli import change, gone, report_of
from support.platform import PATIENCE, REGION, ROOT, Platform, binary, children_under, environment, until
from support.stack import variant

EXAMPLE = ROOT / "examples/iris"
@pytest.fixture
def project(tmp_path):
    """A copy of the example without its crates: its project file names those where they are."""
    copy = tmp_path / "project"
    shutil.copytree(EXAMPLE, copy, ignore=shutil.ignore_patterns("target", ".lirio", "model", "validate"))
    change(copy, *((f'crate = "{crate}"', f'crate = "{EXAMPLE / crate}"') for crate in ("model", "validate")))
    return copy


def check_report(report, data, bucket, key, rows, labels):
    assert report["status"] == "SUCCEEDED"
    assert ":execution:" in report["execution_arn"]
    sha256 = hashlib.sha256((EXAMPLE / data).read_bytes()).hexdigest()
    assert report["dataset"] == {"bucket": bucket, "key": key, "sha256": sha256}
    assert report["image"]["uri"].endswith("@" + report["image"]["digest"])
    assert report["image"]["digest"].startswith("sha256:")
    assert report["training_job"]["status"] == "Completed" and report["training_job"]["name"]
    assert report["training_job"]["metrics"]["validation:accuracy"] >= 0.93
    assert report["model"]["name"] and len(report["model"]["artifact_sha256"]) == 64
    assert report["endpoint"]["status"] == "InService" and report["endpoint"]["name"] == "iris"
    validation = report["validation"]
    assert validation["accuracy"] >= 0.93
    assert (validation["rows"], validation["labels"]) == (rows, labels)
    assert sum(map(sum, validation["confusion_matrix"])) == rows
    timings = report["timings_ms"]
    assert all(isinstance(ms, (int, float)) and ms >= 0 for ms in timings.values())
    assert timings["put_to_validated"] > 0
    print({name: round(ms, 1) for name, ms in timings.items()})


@pytest.mark.deadline(600)
def test_run_once_in_an_empty_home(cli, binaries):
    ended = cli("run", EXAMPLE, "--once", "--json", cwd=cli.home)
    report = report_of(ended)
    check_report(report, "data/iris_final.csv", "iris-000000000000", "training-data/iris_final.csv", 30,
                 ["setosa", "versicolor", "virginica"])
    assert "Accuracy" not in ended.stdout and ended.stderr, "progress goes to standard error"
    assert cli.running() is None, "--once leaves nothing behind"
    assert until("its processes are gone", lambda: not children_under(cli.data), 10)
    mode = (cli.data / "credentials.json").stat().st_mode & 0o777
    assert mode == 0o600


@pytest.mark.deadline(600)
def test_wine_with_only_the_project_file_changed(cli, project, binaries):
    change(project, ('file = "data/iris_final.csv"', 'file = "data/wine.csv"'),
           ('key = "training-data/iris_final.csv"', 'key = "training-data/wine.csv"'), ('label = "species"', 'label = "cultivar"'))
    report = report_of(cli("run", project, "--once", "--json"))
    check_report(report, "data/wine.csv", "iris-000000000000", "training-data/wine.csv", 36, ["class_0", "class_1", "class_2"])


@pytest.mark.deadline(600)
def test_the_platform_stays_for_the_next_command(cli, binaries, tmp_path):
    ended = cli("run", EXAMPLE, "--listen", "127.0.0.1:0")
    text = ended.stdout + ended.stderr
    for words in ("Accuracy on 30 held-out rows", "lirio predict iris", "lirio upload", "lirio logs", "lirio down"):
        assert words in text, text
    assert max(map(len, ended.stdout.splitlines())) <= 100
    pid = cli.running()["pid"]

    answer = cli("predict", "iris", "5.1,3.5,1.4,0.2").stdout
    assert answer.startswith("setosa") and "versicolor" in answer and "virginica" in answer
    answer = json.loads(cli("predict", "iris", "5.1,3.5,1.4,0.2", "6.7,3.0,5.5,2.1", "--json").stdout)
    assert [p["label"] for p in answer["predictions"]] == ["setosa", "virginica"]
    bad = cli("predict", "iris", "5.1,wide,1.4,0.2", code=1)
    assert "wide" in bad.stderr
    unknown = cli("predict", "tulip", "1,2", code=1)
    assert "tulip" in unknown.stderr

    status = json.loads(cli("status", "--json").stdout)
    assert status["running"] and status["pid"] == pid
    assert status["endpoints"] == [{"name": "iris", "status": "InService"}]
    assert [e["status"] for e in status["executions"]] == ["SUCCEEDED"]

    # Another client, the same key: the event alone trains and deploys again.
    lines = (EXAMPLE / "data/iris_final.csv").read_text().splitlines(keepends=True)
    before = cli.client("sagemaker").describe_endpoint(EndpointName="iris")["EndpointConfigName"]
    cli.client("s3").put_object(Bucket="iris-000000000000", Key="training-data/iris_final.csv", Body=variant("".join(lines).encode(), 1))
    until("a second run succeeded", lambda: [e["status"] for e in json.loads(cli("status", "--json").stdout)["executions"]]
          == ["SUCCEEDED", "SUCCEEDED"], pause=0.1)
    assert cli.client("sagemaker").describe_endpoint(EndpointName="iris")["EndpointConfigName"] != before
    assert cli("predict", "iris", "5.1,3.5,1.4,0.2").stdout.startswith("setosa")

    for group, words in (("TrainingJobs", "held out"), ("lambda", "rows predicted correctly")):
        assert words in cli("logs", group).stdout
    assert "there are" in cli("logs", "nosuchgroup", code=1).stderr
    shell = subprocess.run(["sh", "-ec", f'eval "$({binary()} env --data-dir {cli.data})"; echo "$AWS_ACCESS_KEY_ID $AWS_ENDPOINT_URL"'],
                           env=environment(HOME=cli.home), capture_output=True, text=True, check=True)
    assert shell.stdout.split() == [json.loads((cli.data / "credentials.json").read_text())["access_key_id"], cli.running()["endpoint"]]

    # A second run finds everything as wanted, and the platform that is there.
    again = report_of(cli("run", EXAMPLE, "--json"))
    assert again["status"] == "SUCCEEDED" and cli.running()["pid"] == pid

    # A bad file: exit code 3, the reason in words, the endpoint as it was.
    broken = tmp_path / "broken.csv"
    broken.write_text("".join(lines).replace("5.1", "wide", 1))
    live = cli.client("sagemaker").describe_endpoint(EndpointName="iris")["EndpointConfigName"]
    uploaded = cli("upload", EXAMPLE, broken)
    assert "training-data/iris_final.csv" in uploaded.stdout
    until("the run failed", lambda: json.loads(cli("status", "--json").stdout)["executions"][0]["status"] == "FAILED", pause=0.1)
    assert cli.client("sagemaker").describe_endpoint(EndpointName="iris")["EndpointConfigName"] == live

    cli("down")
    assert gone(pid) and cli.running() is None
    assert until("its processes are gone", lambda: not children_under(cli.data), 10)
    assert json.loads(cli("status", "--json").stdout) == {"running": False}
    assert "no platform runs" in cli("predict", "iris", "1,2,3,4", code=1).stderr
    cli("down")

    # The data stays: the next platform serves the same model by itself.
    platform = Platform(cli.data).start()
    try:
        def answer():
            found = subprocess.run([binary(), "predict", "iris", "5.1,3.5,1.4,0.2", "--data-dir", cli.data],
                                   env=environment(HOME=cli.home), capture_output=True, text=True)
            return found.stdout.startswith("setosa")

        until("the endpoint answers again", answer, pause=0.1)
    finally:
        platform.stop()


@pytest.mark.deadline(300)
def test_a_run_that_fails_says_why(cli, project, binaries):
    data = project / "data/iris_final.csv"
    data.write_text(data.read_text().replace("4.9,3.0", "4.9,wide", 1))
    ended = cli("run", project, "--once", "--json", code=3)
    report = report_of(ended)
    assert report["status"] == "FAILED" and report["validation"] is None
    assert "wide" in report["error"]["cause"] and "line 3" in report["error"]["cause"]
    assert "line 3" in ended.stderr and "sepal_width" in ended.stderr


@pytest.mark.parametrize(
    "before, after, words",
    [
        ("[hyperparameters]", "[hyperparameter]", ["unknown key 'hyperparameter'", "did you mean 'hyperparameters'?"]),
        ("min_accuracy", "min_acuracy", ["unknown key 'min_acuracy'", "did you mean 'min_accuracy'?"]),
        ("instance_count = 1", 'instance_count = "one"', ["invalid type"]),
        ('name = "iris"', 'name = "Iris!"', ["a project's name"]),
        ('file = "data/iris_final.csv"', 'file = "data/none.csv"', ["none.csv"]),
        ('iris/model"', 'iris/models"', ["models", "Cargo.toml"]),
        ("[data]", "[data", ["lirio.toml"]),
    ],
)
def test_a_wrong_project_file(cli, project, before, after, words):
    change(project, (before, after))
    ended = cli("run", project, "--once", code=1)
    for word in words:
        assert word in ended.stderr, ended.stderr
    assert ended.stdout == ""


def test_no_project(cli, tmp_path):
    assert "lirio.toml" in cli("run", tmp_path / "nothing", "--once", code=1).stderr


def test_a_wrong_command_line(cli):
    assert "status" in cli("statsu", code=2).stderr


def test_a_port_that_is_taken(cli):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = "127.0.0.1:%d" % taken.getsockname()[1]
        ended = cli("serve", "--listen", address, code=1, timeout=PATIENCE)
        assert "is taken" in ended.stderr and "--listen" in ended.stderr
        ended = cli("run", EXAMPLE, "--listen", address, code=1)
        assert "is taken" in ended.stderr


@pytest.mark.parametrize("depth", ["itself", "above"])
def test_a_data_directory_that_cannot_be_one(cli, tmp_path, depth):
    file = tmp_path / "file"
    file.write_text("mine")
    folder = file if depth == "itself" else file / "below"
    for arguments in (["serve", "--listen", "127.0.0.1:0"], ["run", EXAMPLE, "--once"]):
        ended = cli(*arguments, "--data-dir", folder, code=1, timeout=PATIENCE)
        assert str(folder) in ended.stderr and "--data-dir" in ended.stderr, ended.stderr
    assert file.read_text() == "mine"


def test_two_platforms_on_one_data_directory(cli, tmp_path):
    platform = Platform(tmp_path / "data").start()
    try:
        ended = cli("serve", "--listen", "127.0.0.1:0", "--data-dir", tmp_path / "data", code=1, timeout=PATIENCE)
        assert "data directory" in ended.stderr
        assert platform.health() == 200
    finally:
        platform.stop()


@pytest.mark.parametrize(
    "arguments, words",
    [(["--listen", "0.0.0.0:0"], "--tls-cert"), (["--listen", "0.0.0.0:0", "--insecure-http", "--dev-credentials"], "loopback"),
     (["--account", "12"], "twelve digits")])
def test_unsafe_settings_are_refused(cli, arguments, words):
    assert words in cli("serve", *arguments, code=1, timeout=PATIENCE).stderr


@pytest.fixture
def small_disk(tmp_path):
    """A data directory on a file system of 48 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", folder], capture_output=True, text=True)
    if mounted.returncode != 0:
        pytest.skip(f"A FULL DISK IS NOT TESTED HERE: a tmpfs cannot be mounted: {mounted.stderr.strip()}")
    yield folder
    # The kernel may take a moment to let go of a killed platform's files.
    until("the disk is unmounted", lambda: subprocess.run(["umount", folder], capture_output=True).returncode == 0, 20)


@pytest.mark.parametrize("size", ["in the store", "in files"])
def test_a_full_disk(small_disk, tmp_path, size):
    platform = Platform(small_disk / "data")
    platform.log = tmp_path / "full.log"
    platform.start()
    try:
        s3 = platform.client("s3")
        s3.create_bucket(Bucket="full", CreateBucketConfiguration={"LocationConstraint": REGION})
        piece = os.urandom(4_000 if size == "in the store" else 3_000_000)
        kept, refusal = [], None
        for number in range(30_000):
            try:
                s3.put_object(Bucket="full", Key=f"k{number}", Body=piece)
                kept.append(f"k{number}")
            except s3.exceptions.ClientError as error:
                refusal = error.response
                break
            if size == "in the store" and number == 200:
                # Small objects would take long to fill it: a neighbour's file takes most of what is left.
                free = shutil.disk_usage(small_disk).free
                (small_disk / "neighbour").write_bytes(bytes(max(0, free - 500_000)))
        assert refusal, "the disk never filled"
        assert refusal["ResponseMetadata"]["HTTPStatusCode"] == 507, refusal
        assert "space" in refusal["Error"]["Message"].lower(), refusal
        assert platform.health() == 200
        assert s3.get_object(Bucket="full", Key=kept[0])["Body"].read() == piece
        assert s3.get_object(Bucket="full", Key=kept[-1])["Body"].read() == piece
        listed = s3.get_paginator("list_objects_v2").paginate(Bucket="full").build_full_result()["Contents"]
        assert sorted(o["Key"] for o in listed) == sorted(kept)

        # Space is freed: by the neighbour, or else by making the file system larger, as an operator would.
        (small_disk / "neighbour").unlink(missing_ok=True)
        subprocess.run(["mount", "-o", "remount,size=96m", small_disk], check=True)

        def works():
            try:
                s3.put_object(Bucket="full", Key="after", Body=piece)
                return True
            except s3.exceptions.ClientError:
                return False

        until("it works again", works, 30, pause=0.2)
        platform.stop()
        platform.start()
        s3 = platform.client("s3")
        for key in (kept[0], kept[-1], "after"):
            assert s3.get_object(Bucket="full", Key=key)["Body"].read() == piece
    finally:
        platform.stop()


@pytest.mark.deadline(120)
def test_starting_and_idling(tmp_path):
    """Printed, not asserted: `cargo xtask bench loop` is where numbers are measured."""
    platform = Platform(tmp_path / "data").start()
    platform.stop()
    times = []
    for _ in range(5):
        start = time.monotonic()
        platform.start()
        assert platform.health() == 200
        times.append((time.monotonic() - start) * 1000)
        memory = platform.memory()[0] / 1e6
        platform.stop()
    print(f"start to /health: {sorted(times)[2]:.0f} ms; resident after it: {memory:.0f} MB")
