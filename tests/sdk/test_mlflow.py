"""A container that MLflow makes of a model, unmodified: `mlflow models generate-dockerfile` (which `build-docker` calls),
built by an engine, examined by `lirio doctor`, pushed, served in the sandbox and by the engine.

Run by `cargo xtask sdk mlflow`: it installs MLflow twice, once to log the model and once in the image.
"""

import io
import json
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from botocore.exceptions import ClientError

from support import engine
from support.platform import ACCOUNT, binary, environment, until
from support.stack import allow, document

BASE = "lirio-test/debian-python:latest"
NAME = "mlflow-iris"

LOG_A_MODEL = """
import sys
import mlflow
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression

data = load_iris(as_frame=True)
model = LogisticRegression(max_iter=500).fit(data.data, data.target)
mlflow.sklearn.save_model(model, sys.argv[1], input_example=data.data.head(2))
print(model.predict(data.data).tolist())
"""


@pytest.fixture(scope="module")
def docker():
    docker = engine.Docker()
    try:
        yield docker.start()
    finally:
        docker.stop()


def python_image(docker, name, folder):
    """The base image that MLflow's Dockerfile names, as far as it needs it: a Debian whose python and pip are its own."""
    engine.import_base(docker, BASE)
    settings = "".join(f"ENV {name}={value}\n" for name, value in engine.index_settings().items())
    folder.mkdir()
    (folder / "Dockerfile").write_text(
        f"FROM {BASE}\n{settings}RUN python3 -m venv /opt/python\nENV PATH=/opt/python/bin:$PATH\n")
    docker.run("build", "--network", "host", "--tag", name, folder)


@pytest.fixture(scope="module")
def made(docker, tmp_path_factory):
    """The model's folder, what it predicts here, and the image that MLflow makes of it."""
    folder = tmp_path_factory.mktemp("mlflow")
    env = environment(HOME=str(folder), MLFLOW_TRACKING_URI=f"sqlite:///{folder}/mlflow.db", PYTHONDONTWRITEBYTECODE="1")
    told = subprocess.run([sys.executable, "-c", LOG_A_MODEL, folder / "model"], capture_output=True, text=True, env=env, cwd=folder)
    assert told.returncode == 0, told.stderr
    expected = json.loads(told.stdout.splitlines()[-1])
    context = folder / "context"
    subprocess.run([Path(sys.executable).parent / "mlflow", "models", "generate-dockerfile", "--model-uri", folder / "model",
                    "--output-directory", context, "--env-manager", "local"], check=True, capture_output=True, env=env, cwd=folder)
    dockerfile = (context / "Dockerfile").read_text()
    base = next(line.split()[1] for line in dockerfile.splitlines() if line.startswith("FROM "))
    assert base.startswith("python:"), dockerfile
    python_image(docker, base, folder / "base")
    built = docker.run("build", "--network", "host", "--tag", NAME, context, timeout=900)
    print(built.stdout[-500:])
    return folder / "model", expected


def create_role(platform):
    iam = platform.client("iam")
    trust = document({"Effect": "Allow", "Principal": {"Service": "sagemaker.amazonaws.com"}, "Action": "sts:AssumeRole"})
    iam.create_role(RoleName=NAME, AssumeRolePolicyDocument=trust)
    policy = document(allow(["s3:*", "ecr:*", "logs:*", "cloudwatch:*"], "*"))
    iam.put_role_policy(RoleName=NAME, PolicyName=NAME, PolicyDocument=policy)
    return f"arn:aws:iam::{ACCOUNT}:role/{NAME}"


def push(platform, docker, folder):
    """The image to the platform's registry, as `docker save` writes it."""
    platform.client("ecr").create_repository(repositoryName=NAME)
    (folder / "lirio.toml").write_text(
        f'name = "{NAME}"\n[data]\nfile = "iris.csv"\n[container]\ndockerfile = "Dockerfile"\n'
        '[hyperparameters]\nlabel = "species"\n[validation]\ncrate = "validate"\nmin_accuracy = 0.9\n')
    archive = folder / "image.tar"
    docker.run("save", "--output", archive, NAME, timeout=300)
    pushed = subprocess.run([binary(), "push", folder, archive, "--json", "--data-dir", platform.data_dir],
                            capture_output=True, text=True, env=environment(HOME=str(folder)), timeout=300)
    assert pushed.returncode == 0, pushed.stderr
    archive.unlink()
    return json.loads(pushed.stdout)["uri"]


def serve(platform, name, container, role):
    sagemaker = platform.client("sagemaker")
    sagemaker.create_model(ModelName=name, ExecutionRoleArn=role, PrimaryContainer=container)
    sagemaker.create_endpoint_config(EndpointConfigName=name, ProductionVariants=[
        {"VariantName": "AllTraffic", "ModelName": name, "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}])
    sagemaker.create_endpoint(EndpointName=name, EndpointConfigName=name)

    def settled():
        found = sagemaker.describe_endpoint(EndpointName=name)
        return found if found["EndpointStatus"] != "Creating" else None

    try:
        found = until("the endpoint is decided", settled, seconds=300, pause=0.5)
    except TimeoutError as late:
        raise AssertionError(f"{late}\n{printed(platform, name)}") from late
    assert found["EndpointStatus"] == "InService", f"{found.get('FailureReason')}\n{printed(platform, name)}"


def printed(platform, name):
    """The last lines of an endpoint's containers."""
    logs, group = platform.client("logs"), f"/aws/sagemaker/Endpoints/{name}"
    try:
        return "\n".join(event["message"] for event in logs.filter_log_events(logGroupName=group)["events"][-40:])
    except logs.exceptions.ResourceNotFoundException:
        return "its containers have printed nothing"


def predict(platform, name, body, kind):
    runtime = platform.client("sagemaker-runtime")
    return json.loads(runtime.invoke_endpoint(EndpointName=name, Body=body, ContentType=kind)["Body"].read())


def split(rows):
    return json.dumps({"dataframe_split": rows.to_dict(orient="split")})


@pytest.fixture(scope="module")
def rows():
    from sklearn.datasets import load_iris

    return load_iris(as_frame=True).data


@pytest.mark.deadline(900)
def test_the_doctor_sees_a_container_that_only_serves(docker, made, rows, tmp_path):
    """The image has no training, and a model of its own: what it does is serve, and that is good."""
    payload = tmp_path / "payload.json"
    payload.write_text(split(rows.head(2)))
    told = subprocess.run([binary(), "doctor", NAME, "--engine", "docker", "--payload", payload,
                           "--content-type", "application/json", "--json"],
                          capture_output=True, text=True, env=environment(HOME=str(tmp_path), DOCKER_HOST=docker.host))
    assert told.returncode == 0, f"{told.stdout}\n{told.stderr}"
    found = [json.loads(line) for line in told.stdout.splitlines()]
    results = {one["id"]: one["result"] for one in found}
    not_checked = {one["id"]: one["seen"] for one in found if one["result"] == "not_checked"}
    assert all(check.startswith("train.") and "brings a model" in why for check, why in not_checked.items()), not_checked
    assert {result for check, result in results.items() if check not in not_checked} == {"pass"}, told.stdout
    assert all(results[f"serve.{check}"] == "pass" for check in ("start", "invoke", "busy", "stop", "no-model")), results


@pytest.mark.deadline(1800)
def test_an_image_of_mlflow_serves_as_it_is(platform, docker, made, rows, tmp_path):
    model, expected = made
    uri, role = push(platform, docker, tmp_path), create_role(platform)
    sagemaker = platform.client("sagemaker")

    # The model is in the image, as MLflow put it there.
    name = "in-the-image"
    serve(platform, name, {"Image": uri}, role)
    assert predict(platform, name, split(rows), "application/json")["predictions"] == expected
    records = json.dumps({"dataframe_records": rows.head(3).to_dict(orient="records")})
    assert predict(platform, name, records, "application/json")["predictions"] == expected[:3]
    assert predict(platform, name, rows.tail(3).to_csv(index=False), "text/csv")["predictions"] == expected[-3:]
    # What the model refuses comes through with its own status and words.
    runtime = platform.client("sagemaker-runtime")
    error = pytest.raises(runtime.exceptions.ModelError, runtime.invoke_endpoint, EndpointName=name,
                          Body='{"dataframe_split": 1}', ContentType="application/json").value.response
    assert error["OriginalStatusCode"] == 400, error
    original = json.loads(error["OriginalMessage"])
    assert original["error_code"] == "BAD_REQUEST" and "must be a dictionary" in original["message"], error
    sagemaker.delete_endpoint(EndpointName=name)

    # The same image with the model as SageMaker brings it, and MLflow's own variables.
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        archive.add(model, arcname=".")
    s3 = platform.client("s3")
    s3.create_bucket(Bucket=NAME, CreateBucketConfiguration={"LocationConstraint": s3.meta.region_name})
    s3.put_object(Bucket=NAME, Key="model.tar.gz", Body=packed.getvalue())
    serve(platform, "brought", {
        "Image": uri, "ModelDataUrl": f"s3://{NAME}/model.tar.gz",
        "Environment": {"MLFLOW_MODELS_WORKERS": "1", "MLFLOW_SCORING_SERVER_REQUEST_TIMEOUT": "30"}}, role)
    assert predict(platform, "brought", split(rows), "application/json")["predictions"] == expected

    # The same endpoint after a restart, by the engine.
    platform.stop()
    platform.arguments, platform.env = ("--runtime", "docker"), {"DOCKER_HOST": docker.host}
    platform.start()

    def predicted():
        try:
            return predict(platform, "brought", split(rows), "application/json")["predictions"]
        except ClientError:
            return None

    try:
        assert until("the engine serves it", predicted, seconds=600, pause=0.5) == expected
    except TimeoutError as late:
        raise AssertionError(f"{late}\n{printed(platform, 'brought')}") from late
    assert "endpoint-" in docker.run("ps", "--format", "{{.Names}}").stdout
    platform.client("sagemaker").delete_endpoint(EndpointName="brought")
