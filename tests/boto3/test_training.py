"""Training jobs in real containers: how data come in, what is left, who waits."""

import gzip
import io
import json
import os
import tarfile

import pytest

from support import oci
from support.platform import ACCOUNT, REGION, until
from support.programs import compiled
from support.stack import allow, document

BUCKET = "training-data"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/training"


@pytest.fixture(scope="module")
def platform(tmp_path_factory):
    """A platform with room for one job of ml.m5.large at a time."""
    from conftest import run_platform

    room = ("--training-cpus", "2", "--training-memory-gib", "8")
    yield from run_platform(tmp_path_factory.mktemp("platform"), *room)


@pytest.fixture(scope="module")
def image(platform, tmp_path_factory):
    """The trainer in an image of the registry, a bucket and a role for it."""
    program = compiled("trainer", tmp_path_factory.mktemp("trainer"))
    s3, iam, ecr = (platform.client(name) for name in ("s3", "iam", "ecr"))
    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    trust = document({"Effect": "Allow", "Principal": {"Service": "sagemaker.amazonaws.com"},
                      "Action": "sts:AssumeRole"})
    iam.create_role(RoleName="training", AssumeRolePolicyDocument=trust)
    rights = document(allow(["s3:*", "ecr:*", "logs:*"], "*"))
    iam.put_role_policy(RoleName="training", PolicyName="training", PolicyDocument=rights)
    repository = ecr.create_repository(repositoryName="trainer")["repository"]
    token = ecr.get_authorization_token()["authorizationData"][0]["authorizationToken"]
    blobs, manifest = oci.model_image(program)
    digest = oci.Registry(platform.url, token, "trainer").push(blobs, manifest, "latest")
    return f"{repository['repositoryUri']}@{digest}"


class Jobs:
    """Training jobs on `s3://training-data/<name>/in/`."""

    def __init__(self, platform, image):
        self.s3, self.sagemaker, self.image = platform.client("s3"), platform.client("sagemaker"), image

    def put(self, **objects):
        for key, body in objects.items():
            self.s3.put_object(Bucket=BUCKET, Key=key, Body=body)

    def create(self, name, does, source=None, channel=None, **options):
        data = {"S3DataType": "S3Prefix", "S3Uri": f"s3://{BUCKET}/{name}/in/"} | (source or {})
        request = {
            "TrainingJobName": name,
            "RoleArn": ROLE,
            "AlgorithmSpecification": {
                "TrainingImage": self.image,
                "TrainingInputMode": "File",
                "ContainerArguments": ["train", does],
                "MetricDefinitions": [{"Name": "loss", "Regex": "loss=([0-9.]+)"}],
            },
            "InputDataConfig": [
                {"ChannelName": "train", "DataSource": {"S3DataSource": data}} | (channel or {})
            ],
            "OutputDataConfig": {"S3OutputPath": f"s3://{BUCKET}/out", "CompressionType": "NONE"},
            "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 1},
            "StoppingCondition": {"MaxRuntimeInSeconds": 300},
        }
        self.sagemaker.create_training_job(**request | options)

    def describe(self, name):
        return self.sagemaker.describe_training_job(TrainingJobName=name)

    def reaches(self, name, status):
        until(f"{name} is {status}", lambda: self.describe(name)["SecondaryStatus"] == status)

    def ended(self, name):
        self.sagemaker.get_waiter("training_job_completed_or_stopped").wait(TrainingJobName=name)
        return self.describe(name)

    def run(self, name, does, **options):
        self.create(name, does, **options)
        return self.ended(name)

    def body(self, key):
        return self.s3.get_object(Bucket=BUCKET, Key=key)["Body"].read()

    def keys(self, prefix):
        listed = self.s3.list_objects_v2(Bucket=BUCKET, Prefix=prefix)
        return [item["Key"].removeprefix(prefix) for item in listed.get("Contents", [])]

    def model(self, name):
        """The files of an uncompressed model."""
        prefix = f"out/{name}/output/model/"
        return {key: self.body(prefix + key) for key in self.keys(prefix)}


@pytest.fixture(scope="module")
def jobs(platform, image):
    return Jobs(platform, image)


def test_files_and_an_uncompressed_model(jobs):
    jobs.put(**{"files/in/a.csv": b"1", "files/in/sub/b.csv": b"22"})
    job = jobs.run("files", "copy")
    assert job["ModelArtifacts"]["S3ModelArtifacts"] == f"s3://{BUCKET}/out/files/output/model/"
    assert jobs.model("files") == {"a.csv": b"1", "sub-b.csv": b"22"}


def test_a_packed_model(jobs):
    jobs.put(**{"packed/in/a.csv": b"1"})
    job = jobs.run("packed", "copy", OutputDataConfig={"S3OutputPath": f"s3://{BUCKET}/out"})
    assert job["ModelArtifacts"]["S3ModelArtifacts"] == f"s3://{BUCKET}/out/packed/output/model.tar.gz"
    with tarfile.open(fileobj=io.BytesIO(jobs.body("out/packed/output/model.tar.gz"))) as archive:
        assert archive.extractfile("a.csv").read() == b"1"


def test_fast_files_cannot_be_written(jobs):
    jobs.put(**{"fast/in/a.csv": b"1"})
    jobs.run("fast", "fast", channel={"InputMode": "FastFile"})
    assert jobs.model("fast") == {"a.csv": b"1", "read-only": b"true"}


def test_a_manifest_names_the_files(jobs):
    jobs.put(**{"m/a": b"1", "m/b": b"2", "m/c": b"3"})
    jobs.put(**{"manifest/list": json.dumps([{"prefix": f"s3://{BUCKET}/m/"}, "c", "a"]).encode()})
    listed = {"S3DataType": "ManifestFile", "S3Uri": f"s3://{BUCKET}/manifest/list"}
    jobs.run("manifest", "copy", source=listed)
    assert jobs.model("manifest") == {"a": b"1", "c": b"3"}
    jobs.run("manifest-pipe", "pipe", source=listed, channel={"InputMode": "Pipe"})
    assert jobs.model("manifest-pipe") == {"epoch-0": b"31", "epoch-1": b"31"}


def test_pipes_bring_each_epoch(jobs):
    large = os.urandom(5_000_000)
    jobs.put(**{"pipe/in/1": b"first", "pipe/in/2": large})
    jobs.run("pipe", "pipe", channel={"InputMode": "Pipe"})
    assert jobs.model("pipe") == {"epoch-0": b"first" + large, "epoch-1": b"first" + large}
    jobs.put(**{"zip/in/1": gzip.compress(b"abcde")})
    packed = {"InputMode": "Pipe", "CompressionType": "Gzip", "RecordWrapperType": "RecordIO"}
    jobs.run("zip", "pipe", channel=packed)
    record = bytes.fromhex("0a23d7ce05000000") + b"abcde\0\0\0"
    assert jobs.model("zip") == {"epoch-0": record, "epoch-1": record}


def test_an_augmented_manifest_is_a_stream_of_records(jobs):
    lines = [{"image-ref": f"s3://{BUCKET}/aug/{n}", "cat": n} for n in (1, 2)]
    jobs.put(**{"aug/1": b"aaaa", "aug/2": b"bbbb", "aug/list": "\n".join(map(json.dumps, lines)).encode()})
    source = {"S3DataType": "AugmentedManifestFile", "S3Uri": f"s3://{BUCKET}/aug/list",
              "AttributeNames": ["image-ref", "cat"]}
    jobs.run("aug", "pipe", source=source, channel={"InputMode": "Pipe", "RecordWrapperType": "RecordIO"})

    def record(content):
        return bytes.fromhex("0a23d7ce") + len(content).to_bytes(4, "little") + content + b"\0" * (-len(content) % 4)

    assert jobs.model("aug")["epoch-1"] == b"".join(map(record, (b"aaaa", b"1", b"bbbb", b"2")))


def test_a_stopped_job_keeps_what_it_wrote(jobs):
    jobs.put(**{"stop/in/a": b"1"})
    jobs.create("stop", "wait")
    until("it has learned", lambda: jobs.describe("stop").get("FinalMetricDataList"))
    jobs.sagemaker.stop_training_job(TrainingJobName="stop")
    job = jobs.ended("stop")
    assert (job["TrainingJobStatus"], job["SecondaryStatus"]) == ("Stopped", "Stopped")
    assert jobs.model("stop") == {"so-far": b"half"}


def test_checkpoints_outlive_the_job_and_the_platform(jobs, platform, image):
    jobs.put(**{"steps/in/a": b"1"})
    saved = {"S3Uri": f"s3://{BUCKET}/ckpt/"}
    jobs.create("steps", "steps", CheckpointConfig=saved)
    until("the first checkpoint is stored", lambda: jobs.keys("ckpt/") == ["step-1"])
    # The same job again, from its checkpoint, after the platform was killed.
    platform.kill()
    platform.start()
    jobs.__init__(platform, image)
    until("the second is stored", lambda: jobs.keys("ckpt/") == ["step-1", "step-2"])
    jobs.sagemaker.stop_training_job(TrainingJobName="steps")
    jobs.ended("steps")
    job = jobs.run("steps-again", "steps", CheckpointConfig=saved,
                   InputDataConfig=[{"ChannelName": "train", "DataSource": {"S3DataSource": {
                       "S3DataType": "S3Prefix", "S3Uri": f"s3://{BUCKET}/steps/in/"}}}])
    assert job["TrainingJobStatus"] == "Completed"
    assert jobs.keys("ckpt/") == ["step-1", "step-2", "step-3"]


def test_a_job_waits_for_room(jobs):
    jobs.put(**{"first/in/a": b"1", "second/in/a": b"1"})
    jobs.create("first", "wait")
    jobs.reaches("first", "Training")
    jobs.create("second", "copy")
    jobs.reaches("second", "Pending")
    told = jobs.describe("second")["SecondaryStatusTransitions"][-1]["StatusMessage"]
    assert told.startswith("Waiting for room on this machine: the job needs 2 vCPU and 8 GiB"), told
    jobs.sagemaker.stop_training_job(TrainingJobName="first")
    assert jobs.ended("second")["TrainingJobStatus"] == "Completed"


def test_an_on_demand_job_interrupts_a_spot_job(jobs):
    jobs.put(**{"spot/in/a": b"1", "demand/in/a": b"1"})
    spot = {"EnableManagedSpotTraining": True, "CheckpointConfig": {"S3Uri": f"s3://{BUCKET}/spot-ckpt/"},
            "StoppingCondition": {"MaxRuntimeInSeconds": 300, "MaxWaitTimeInSeconds": 600}}
    jobs.create("spot", "steps", **spot)
    until("the first checkpoint is stored", lambda: jobs.keys("spot-ckpt/") == ["step-1"])
    jobs.run("demand", "copy")
    until("it goes on", lambda: jobs.keys("spot-ckpt/") == ["step-1", "step-2"])
    jobs.create("demand-2", "copy", source={"S3Uri": f"s3://{BUCKET}/demand/in/"})
    job = jobs.ended("spot")
    assert job["TrainingJobStatus"] == "Completed"
    statuses = [t["Status"] for t in job["SecondaryStatusTransitions"]]
    assert statuses.count("Interrupted") == 2, statuses
    assert statuses[-2:] == ["Uploading", "Completed"]
    assert job["BillableTimeInSeconds"] <= job["TrainingTimeInSeconds"]
    jobs.ended("demand-2")


def test_hosts_know_each_other(jobs):
    if not os.access("/dev/net/tun", os.R_OK | os.W_OK):
        pytest.skip("/dev/net/tun is not open to this user")
    jobs.put(**{"hosts/in/a": b"1"})
    jobs.run("hosts", "hosts",
             ResourceConfig={"InstanceType": "ml.m5.large", "InstanceCount": 2, "VolumeSizeInGB": 1})
    model = jobs.model("hosts")
    assert sorted(model) == ["algo-1", "algo-2"]
    assert b"10.0.0.1\talgo-1\n10.0.0.2\talgo-2\n" in model["algo-2"]


def test_failures_are_quick_and_clear(jobs):
    jobs.put(**{"bad/in/a": b"1"})
    source = {"S3Uri": f"s3://{BUCKET}/bad/in/"}

    def reason(name, does="copy", **options):
        jobs.create(name, does, **{"source": source} | options)
        until(f"{name} has failed", lambda: jobs.describe(name)["TrainingJobStatus"] == "Failed", seconds=10)
        return jobs.describe(name)["FailureReason"]

    assert reason("bad-word", "nonsense") == "AlgorithmError: what is nonsense?, exit code: 7"
    algorithm = {"TrainingImage": jobs.image, "TrainingInputMode": "File"}
    told = reason("bad-program", AlgorithmSpecification=algorithm | {"ContainerEntrypoint": ["/no/train"]})
    assert told.startswith("ClientError: The container cannot be started") and "/no/train" in told, told
    told = reason("bad-image", AlgorithmSpecification=algorithm | {"TrainingImage": jobs.image[:-4] + "0000"})
    assert told.startswith("ClientError: ") and "trainer" in told, told
    told = reason("bad-zip", channel={"CompressionType": "Gzip"})
    assert "cannot be decompressed" in told, told
    told = reason("bad-prefix", source={"S3Uri": f"s3://{BUCKET}/nowhere/"})
    assert "No S3 objects found" in told, told
