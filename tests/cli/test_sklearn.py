"""`examples/iris-sklearn`: a container of one's own, built by an engine, in the same loop as the Rust example."""

import json
import os
import shutil
import subprocess

import pytest

from support import engine
from support.cli import change, report_of
from support.names import refused
from support.platform import ROOT, Platform, binary, environment, until
from support.stack import variant

EXAMPLE = ROOT / "examples/iris-sklearn"
BASE = "lirio-test/debian-python:latest"
ENDPOINT = "iris-sklearn"
REPOSITORY = "iris-sklearn"
ROW = "5.1,3.5,1.4,0.2"


@pytest.fixture(scope="module")
def docker():
    docker = engine.Docker()
    try:
        yield docker.start()
    finally:
        docker.stop()


@pytest.fixture
def project(tmp_path):
    """A copy of the example whose build has the host's network; what it shares stays where it is."""
    copy = tmp_path / "iris-sklearn"
    shutil.copytree(EXAMPLE, copy)
    shared = ROOT / "examples/iris"
    change(copy, ("../iris/pipeline.asl.json", str(shared / "pipeline.asl.json")), ("../iris/validate", str(shared / "validate")),
           ('# network = "host"', 'network = "host"'))
    return copy


def executions(cli):
    return [e["status"] for e in json.loads(cli("status", "--json").stdout)["executions"]]


def invoke(cli, body, kind="text/csv", **more):
    answer = cli.client("sagemaker-runtime").invoke_endpoint(EndpointName=ENDPOINT, Body=body, ContentType=kind, **more)
    return answer["ContentType"], answer["Body"].read().decode()


def latest(cli):
    """The digest of the image in the project's repository, and of its configuration."""
    image, = cli.client("ecr").batch_get_image(repositoryName=REPOSITORY, imageIds=[{"imageTag": "latest"}])["images"]
    return image["imageId"]["imageDigest"], json.loads(image["imageManifest"])["config"]["digest"]


def id_of(docker, name):
    return docker.run("image", "inspect", "--format", "{{.Id}}", name).stdout.strip()


@pytest.mark.deadline(1200)
def test_the_loop(cli, docker, project, iris, tmp_path):
    engine.import_base(docker, BASE)
    cli.environment.update(engine.index_settings(), DOCKER_HOST=docker.host)
    run = ["run", project, "--listen", "127.0.0.1:0", "--json", "--build-arg", f"BASE_IMAGE={BASE}"]

    report = report_of(cli(*run, timeout=600))
    assert report["status"] == "SUCCEEDED" and report["training_job"]["status"] == "Completed"
    assert report["validation"]["accuracy"] >= 0.93 and report["validation"]["rows"] == 30
    assert report["training_job"]["metrics"]["validation:accuracy"] == report["validation"]["accuracy"]
    print({name: round(ms) for name, ms in report["timings_ms"].items()})
    # The engine's image came over whole: the configuration's digest is what Docker calls the image.
    built = report["image"]["digest"]
    assert latest(cli) == (built, id_of(docker, "iris-sklearn"))

    check_answers(cli)
    check_doctor(cli, project)

    # The same again builds nothing and changes nothing, but trains.
    again = report_of(cli(*run, timeout=600))
    assert again["image"]["digest"] == built
    assert executions(cli) == ["SUCCEEDED", "SUCCEEDED"]

    # As the article does it: a script, the AWS CLI and `docker push`; then without a build.
    shell = subprocess.run(["sh", "-ec", f'eval "$({binary()} env --data-dir {cli.data})"; exec {project}/build_push_ecr_image.sh -- '
                            f'--network host --build-arg BASE_IMAGE={BASE} --label pushed=by-script'],
                           env=environment(**engine.index_settings(), HOME=cli.home, DOCKER_HOST=docker.host,
                                           PATH=f"{engine.aws_folder()}:{os.environ['PATH']}"),
                           capture_output=True, text=True, timeout=600)
    assert shell.returncode == 0, f"{shell.stdout}\n{shell.stderr}"
    pushed, config = latest(cli)
    assert config == id_of(docker, "iris-sklearn") and pushed != built
    report = report_of(cli("run", project, "--json", "--image", "latest", timeout=600))
    assert report["status"] == "SUCCEEDED" and report["image"]["digest"] == pushed
    assert report["validation"]["accuracy"] >= 0.93

    # New data: the event alone trains and deploys again.
    sagemaker = cli.client("sagemaker")
    before = sagemaker.describe_endpoint(EndpointName=ENDPOINT)["EndpointConfigName"]
    other = tmp_path / "other.csv"
    other.write_bytes(variant(iris, 5))
    cli("upload", project, other)
    until("a fourth run succeeded", lambda: executions(cli) == ["SUCCEEDED"] * 4, seconds=300, pause=0.2)
    assert sagemaker.describe_endpoint(EndpointName=ENDPOINT)["EndpointConfigName"] != before
    assert cli("predict", ENDPOINT, ROW).stdout.startswith("setosa")

    # Bad data: the container's own words are the reason, the endpoint stays.
    live = sagemaker.describe_endpoint(EndpointName=ENDPOINT)["EndpointConfigName"]
    other.write_bytes(iris.replace(b"5.1", b"wide", 1))
    cli("upload", project, other)
    until("the run failed", lambda: executions(cli)[0] == "FAILED", seconds=300, pause=0.2)
    job = sagemaker.list_training_jobs(SortBy="CreationTime", SortOrder="Descending", MaxResults=1)["TrainingJobSummaries"][0]
    reason = sagemaker.describe_training_job(TrainingJobName=job["TrainingJobName"])["FailureReason"]
    assert "line 2: column 'sepal_length' has 'wide'" in reason, reason
    assert sagemaker.describe_endpoint(EndpointName=ENDPOINT)["EndpointConfigName"] == live


def check_doctor(cli, project):
    """Nothing fails of what the project builds."""
    told = cli("doctor", project, "--build-arg", f"BASE_IMAGE={BASE}", "--json", timeout=300).stdout
    found = [json.loads(line) for line in told.splitlines()]
    assert {f["id"]: f for f in found if f["result"] != "pass"} == {}


def check_answers(cli):
    assert cli("predict", ENDPOINT, ROW).stdout.startswith("setosa")
    kind, answer = invoke(cli, f"{ROW}\n6.7,3.0,5.5,2.1\n")
    assert kind.startswith("text/csv") and [line.split(",")[0] for line in answer.splitlines()] == ["setosa", "virginica"]
    # By name, in another order, with a column that the model does not know.
    head = "petal_length,petal_width,note,sepal_length,sepal_width"
    kind, answer = invoke(cli, f"{head}\n1.4,0.2,x,5.1,3.5\n", "text/csv; header=present", Accept="text/csv; header=present")
    header, line = answer.splitlines()
    assert header == "prediction,setosa,versicolor,virginica" and line.startswith("setosa,")
    record = dict(zip(("sepal_length", "sepal_width", "petal_length", "petal_width"), map(float, ROW.split(","))))
    for body in ({"instances": [list(record.values())]}, {"instances": [record]}, [record]):
        kind, answer = invoke(cli, json.dumps(body), "application/json")
        prediction, = json.loads(answer)["predictions"]
        assert kind == "application/json" and prediction["label"] == "setosa"
        assert abs(sum(prediction["probabilities"].values()) - 1) < 1e-9
    for body, kind, words in [
        ("5.1,wide,1.4,0.2\n", "text/csv", "row 1: column 'sepal_width' has 'wide'"),
        ("1,2\n", "text/csv", "row 1 has 2 values; the model takes 4"),
        ("", "text/csv", "no rows"),
        ('{"instances": [{"sepal_length": 1}]}', "application/json", "row 1 has no 'sepal_width'"),
        ("{", "application/json", "no JSON"),
        ('{"instances": 3}', "application/json", "instances"),
        ("x", "image/png", "image/png"),
    ]:
        assert words in refused(lambda: invoke(cli, body, kind), "ModelError")


@pytest.mark.deadline(300)
def test_an_image_that_was_built_elsewhere(cli, docker, project, tmp_path):
    (project / "Dockerfile").write_text('FROM scratch\nCOPY test_dir /opt/ml/\nCMD ["serve"]\n')
    docker.run("build", "--tag", "elsewhere", project)
    archive = tmp_path / "elsewhere.tar"
    docker.run("save", "--output", archive, "elsewhere")
    nowhere = {"PATH": "/nonexistent"}

    # Without an engine, the message says both ways, before anything is started.
    ended = cli("run", project, "--listen", "127.0.0.1:0", code=1, env=nowhere)
    for words in ("docker is not in PATH", "podman is not in PATH", "Install one", "docker save", f"lirio push {project}", "--image latest"):
        assert words in ended.stderr, ended.stderr
    assert cli.running() is None and ended.stdout == ""

    platform = Platform(cli.data)
    platform.log = tmp_path / "platform.log"
    platform.start()
    try:
        check_pushes(cli, docker, project, archive, tmp_path, nowhere)
    finally:
        platform.stop()


def check_pushes(cli, docker, project, archive, tmp_path, nowhere):
    ended = cli("run", project, "--image", "latest", code=1)
    assert "repository 'iris-sklearn' has no image 'latest'" in ended.stderr
    pushed = json.loads(cli("push", project, archive, "--json", env=nowhere).stdout)
    assert latest(cli) == (pushed["digest"], id_of(docker, "elsewhere"))
    again = subprocess.run([binary(), "push", project, "-", "--data-dir", cli.data], stdin=open(archive, "rb"), capture_output=True, text=True)
    assert again.stdout.strip().endswith(f"@{pushed['digest']}"), again.stderr

    # The doctor takes an image by its name from the engine, or from the platform's registry.
    def doctored(name, **env):
        told = [json.loads(line) for line in cli("doctor", name, "--json", code=1, env=env).stdout.splitlines()]
        return {f["id"]: f["result"] for f in told}, {f["id"]: f["seen"] for f in told}["serve.program"]

    results, serves = doctored("elsewhere", DOCKER_HOST=docker.host)
    assert results["image.platform"] == "pass" and "there is no `serve`" in serves, (results, serves)
    assert doctored(f"{REPOSITORY}:latest", **nowhere) == (results, serves)

    # An image without `train`: the job says so.
    ended = cli("run", project, "--image", "latest", code=3)
    assert "ClientError: " in ended.stderr and "train" in ended.stderr and "not in the image" in ended.stderr

    for content, words in ((b"no archive", "cannot be read"), (b"", "neither manifest.json nor index.json")):
        archive.write_bytes(content)
        assert words in cli("push", project, archive, code=1).stderr
    assert "none.tar" in cli("push", project, tmp_path / "none.tar", code=1).stderr
    assert latest(cli)[0] == pushed["digest"]
    assert list((cli.data / "build").iterdir()) == [], "no build leaves anything behind"


@pytest.mark.deadline(300)
def test_builds_that_fail(cli, docker, project):
    cli.environment["DOCKER_HOST"] = docker.host
    dockerfile = project / "Dockerfile"
    dockerfile.write_text("FROM scratch\nCOPY nothing /nothing\n")
    ended = cli("run", project, "--once", code=1)
    assert "`docker build` of" in ended.stderr and "COPY nothing" in ended.stderr and "\x1b" not in ended.stderr
    dockerfile.unlink()
    ended = cli("run", project, "--once", code=1)
    assert f"there is no {dockerfile}" in ended.stderr and "[container]" in ended.stderr
    change(project, ('context = "."', 'context = "nowhere"'))
    dockerfile.write_text("FROM scratch\n")
    assert "there is no folder" in cli("run", project, "--once", code=1).stderr
    assert "--build-arg is for a project with a Dockerfile" in cli("run", ROOT / "examples/iris", "--build-arg", "A", code=1).stderr
    assert "NAME=VALUE" in cli("run", project, "--build-arg", "=x", code=2).stderr

    # An engine that is there and does not answer.
    change(project, ('context = "nowhere"', 'context = "."'))
    cli.environment["DOCKER_HOST"] = "unix:///nonexistent/docker.sock"
    folder = project / "bin"
    folder.mkdir()
    (folder / "docker").symlink_to(shutil.which("docker"))
    ended = cli("run", project, "--once", code=1, env={"PATH": str(folder)})
    assert f"{folder}/docker does not answer" in ended.stderr and "podman is not in PATH" in ended.stderr
