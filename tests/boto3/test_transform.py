"""Batch transform in real containers, with unmodified boto3: waiters, joins, failures, a crash, state machines."""

import gzip
import json
import os
import subprocess
from pathlib import Path

import pytest
from botocore.exceptions import WaiterError

from support import oci
from support.names import fresh
from support.platform import ACCOUNT, REGION, ROOT, Platform, until
from support.stack import allow, arn, document

ROLE = f"arn:aws:iam::{ACCOUNT}:role/transform"
STATES_ROLE = f"arn:aws:iam::{ACCOUNT}:role/states"
BUCKET = "transform-data"
GROUP = "/aws/sagemaker/TransformJobs"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A static program that answers with the version that it is given, and what it was sent."""
    program = tmp_path_factory.mktemp("server") / "server"
    command = [os.environ.get("RUSTC", "rustc"), "--edition", "2024", "-C", "target-feature=+crt-static",
               "-C", "opt-level=1", "-o", program]
    subprocess.run([*command, ROOT / "tests/support/server.rs"], check=True)
    return program.read_bytes()


@pytest.fixture(scope="module")
def jobs(platform, server):
    return Jobs(platform).create(server)


class Jobs:
    """Transform jobs on `s3://transform-data/<name>/in/`."""

    def __init__(self, platform):
        self.on(platform)

    def on(self, platform):
        self.platform = platform
        self.s3, self.sagemaker, self.logs = (platform.client(name) for name in ("s3", "sagemaker", "logs"))
        return self

    def create(self, server):
        iam, ecr = self.platform.client("iam"), self.platform.client("ecr")
        self.s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
        trust = document({"Effect": "Allow", "Principal": {"Service": "sagemaker.amazonaws.com"},
                          "Action": "sts:AssumeRole"})
        iam.create_role(RoleName="transform", AssumeRolePolicyDocument=trust)
        bucket = f"arn:aws:s3:::{BUCKET}"
        # No more than a transform job needs.
        rights = document(
            allow(["s3:ListBucket"], bucket), allow(["s3:GetObject"], f"{bucket}/*"),
            allow(["s3:PutObject"], f"{bucket}/*/out/*"), allow(["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], "*"),
        )
        iam.put_role_policy(RoleName="transform", PolicyName="transform", PolicyDocument=rights)
        repository = ecr.create_repository(repositoryName="batch")["repository"]["repositoryUri"]
        token = ecr.get_authorization_token()["authorizationData"][0]["authorizationToken"]
        oci.Registry(self.platform.url, token, "batch").push(*oci.model_image(server), "v1")
        self.sagemaker.create_model(
            ModelName="model", ExecutionRoleArn=ROLE,
            PrimaryContainer={"Image": f"{repository}:v1", "Environment": {"VERSION": "v"}},
        )
        return self

    def put(self, name, **objects):
        for key, body in objects.items():
            self.s3.put_object(Bucket=BUCKET, Key=f"{name}/in/{key}", Body=body)

    def request(self, name, input=None, output=None, **more):
        data = {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": f"s3://{BUCKET}/{name}/in/"}}
        return {
            "TransformJobName": name,
            "ModelName": "model",
            "TransformInput": {"DataSource": data, "ContentType": "text/csv", "SplitType": "Line"} | (input or {}),
            "TransformOutput": {"S3OutputPath": f"s3://{BUCKET}/{name}/out", "Accept": "text/csv",
                                "AssembleWith": "Line"} | (output or {}),
            "TransformResources": {"InstanceType": "ml.m5.large", "InstanceCount": 1},
        } | more

    def start(self, name, **options):
        return self.sagemaker.create_transform_job(**self.request(name, **options))["TransformJobArn"]

    def describe(self, name):
        return self.sagemaker.describe_transform_job(TransformJobName=name)

    def ended(self, name):
        self.sagemaker.get_waiter("transform_job_completed_or_stopped").wait(TransformJobName=name)
        return self.describe(name)

    def keys(self, name):
        listed = self.s3.list_objects_v2(Bucket=BUCKET, Prefix=f"{name}/out/")
        return [item["Key"].removeprefix(f"{name}/out/") for item in listed.get("Contents", [])]

    def body(self, name, key):
        return self.s3.get_object(Bucket=BUCKET, Key=f"{name}/out/{key}")["Body"].read()

    def data_log(self, name):
        streams = self.logs.describe_log_streams(logGroupName=GROUP, logStreamNamePrefix=f"{name}/")["logStreams"]
        streams = [s["logStreamName"] for s in streams if s["logStreamName"].endswith("/data-log")]
        events = [self.logs.get_log_events(logGroupName=GROUP, logStreamName=s)["events"] for s in streams]
        return [event["message"].split(":[sagemaker logs]: ", 1)[1] for batch in events for event in batch]

    def containers(self):
        """The processes that serve for this platform."""
        found = []
        for entry in Path("/proc").iterdir():
            try:
                arguments = (entry / "cmdline").read_bytes().split(b"\0")
                if arguments[-2:] == [b"serve", b""] and len(arguments) <= 3 and self.is_ours(int(entry.name)):
                    found.append(int(entry.name))
            except (OSError, ValueError):
                continue
        return found

    def is_ours(self, pid):
        while pid > 1:
            if pid == self.platform.pid:
                return True
            pid = int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
        return False

    def scratch(self):
        return list((self.platform.data_dir / "sagemaker/transforms").iterdir())


def test_a_prefix_is_transformed(jobs):
    name = fresh("t")
    jobs.put(name, **{"a.csv": b"1,2\n3,4", "sub/b.csv": b"5\n"})
    job_arn = jobs.start(name, Tags=[{"Key": "team", "Value": "a"}])
    assert job_arn == arn("sagemaker", f"transform-job/{name}")
    job = jobs.ended(name)
    assert job["TransformJobStatus"] == "Completed"
    assert job["CreationTime"] <= job["TransformStartTime"] <= job["TransformEndTime"]
    assert jobs.keys(name) == ["a.csv.out", "sub/b.csv.out"]
    assert jobs.body(name, "a.csv.out") == b"v:1,2\n3,4\n"
    assert jobs.body(name, "sub/b.csv.out") == b"v:5\n"
    assert jobs.data_log(name) == ["MaxConcurrentTransforms=1, MaxPayloadInMB=6, BatchStrategy=MULTI_RECORD"]
    streams = jobs.logs.describe_log_streams(logGroupName=GROUP, logStreamNamePrefix=f"{name}/i-")["logStreams"]
    assert len(streams) == 2
    listed = jobs.sagemaker.list_transform_jobs(NameContains=name)["TransformJobSummaries"]
    assert [(j["TransformJobName"], j["TransformJobStatus"]) for j in listed] == [(name, "Completed")]
    assert jobs.sagemaker.list_tags(ResourceArn=job_arn)["Tags"] == [{"Key": "team", "Value": "a"}]
    with pytest.raises(jobs.sagemaker.exceptions.ResourceInUse):
        jobs.start(name)
    until("the containers are gone", lambda: not jobs.containers() and not jobs.scratch())


def test_records_are_filtered_joined_and_compressed(jobs):
    name = fresh("t")
    jobs.put(name, **{"a.csv.gz": gzip.compress(b"id1,1,2\nid2,3,4\n")})
    processing = {"InputFilter": "$[1:]", "JoinSource": "Input", "OutputFilter": "$[0,-1]"}
    jobs.start(name, input={"CompressionType": "Gzip"}, BatchStrategy="SingleRecord", DataProcessing=processing,
               TransformResources={"InstanceType": "ml.m5.large", "InstanceCount": 2}, MaxConcurrentTransforms=4)
    assert jobs.ended(name)["TransformJobStatus"] == "Completed"
    assert jobs.body(name, "a.csv.gz.out") == b"id1,2\nid2,4\n"


def test_a_failed_record_is_told_of(jobs):
    name = fresh("t")
    jobs.put(name, a=b"1\n", b=b"2\nbad\n", c=b"3\n")
    jobs.start(name, BatchStrategy="SingleRecord")
    with pytest.raises(WaiterError):
        jobs.ended(name)
    job = jobs.describe(name)
    assert job["TransformJobStatus"] == "Failed"
    assert job["FailureReason"] == (
        f"ClientError: See job logs for more information (s3://{BUCKET}/{name}/in/b, record 2: "
        "the container answered 400: row 1 is no number)"
    )
    assert jobs.keys(name) == ["a.out", "c.out"], "whole objects, and only those"
    assert f"{BUCKET}/{name}/in/b: ClientError: 400" in jobs.data_log(name)


def test_a_job_that_may_not_write_says_so(jobs):
    name = fresh("t")
    jobs.put(name, a=b"1\n")
    jobs.start(name, output={"S3OutputPath": f"s3://{BUCKET}/elsewhere"})
    with pytest.raises(WaiterError):
        jobs.ended(name)
    reason = jobs.describe(name)["FailureReason"]
    assert reason.startswith("ClientError") and "elsewhere/a.out cannot be stored" in reason, reason


def test_a_job_is_stopped(jobs):
    name = fresh("t")
    jobs.put(name, a=b"wait")
    jobs.start(name)
    until("the container serves", jobs.containers)
    jobs.sagemaker.stop_transform_job(TransformJobName=name)
    assert jobs.ended(name)["TransformJobStatus"] == "Stopped"
    assert jobs.keys(name) == []
    until("the containers are gone", lambda: not jobs.containers() and not jobs.scratch())


def test_large_objects_are_streamed(jobs):
    name = fresh("t")
    line = b"x" * 9_999 + b"\n"
    jobs.put(name, large=line * 12_000)
    peak = lambda: int(next(l for l in Path(f"/proc/{jobs.platform.pid}/status").read_text().splitlines()
                            if l.startswith("VmHWM")).split()[1]) << 10
    before = peak()
    jobs.start(name, MaxPayloadInMB=1, MaxConcurrentTransforms=2)
    assert jobs.ended(name)["TransformJobStatus"] == "Completed"
    grown = peak() - before
    body = jobs.body(name, "large.out")
    assert body.replace(b"v:", b"") == line * 12_000
    assert body.count(b"v:") == -(-12_000 // ((1 << 20) // len(line)))
    assert grown < 60 << 20, f"{grown} bytes for an object of {len(line) * 12_000}"


@pytest.mark.deadline(170)
def test_a_crash_loses_nothing_and_leaves_nothing(server, tmp_path):
    platform = Platform(tmp_path / "data")
    try:
        jobs = Jobs(platform.start()).create(server)
        jobs.put("t", a=b"1\n", b=b"wait")
        jobs.start("t")
        until("the first object is there", lambda: jobs.keys("t") == ["a.out"])
        platform.kill()
        jobs.on(platform.start())
        assert jobs.describe("t")["TransformJobStatus"] == "InProgress"
        until("it began again", jobs.containers)
        assert len(jobs.scratch()) == 1
        jobs.put("t", b=b"2\n")
        platform.kill()
        jobs.on(platform.start())
        assert jobs.ended("t")["TransformJobStatus"] == "Completed"
        assert jobs.keys("t") == ["a.out", "b.out"] and jobs.body("t", "b.out") == b"v:2\n"
        until("the containers are gone", lambda: not jobs.containers() and not jobs.scratch())
    finally:
        platform.stop()


@pytest.fixture(scope="module")
def machine(jobs):
    """A state machine that runs the job of its input."""
    iam, states = jobs.platform.client("iam"), jobs.platform.client("stepfunctions")
    trust = document({"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"})
    iam.create_role(RoleName="states", AssumeRolePolicyDocument=trust)
    actions = [f"sagemaker:{a}" for a in ("CreateTransformJob", "DescribeTransformJob", "StopTransformJob")]
    rights = document(allow(actions, arn("sagemaker", "transform-job/*")), allow(["iam:PassRole"], ROLE))
    iam.put_role_policy(RoleName="states", PolicyName="states", PolicyDocument=rights)
    state = {
        "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createTransformJob.sync", "End": True,
        "Parameters": {
            "TransformJobName.$": "$.TransformJobName", "ModelName.$": "$.ModelName",
            "TransformInput.$": "$.TransformInput", "TransformOutput.$": "$.TransformOutput",
            "TransformResources.$": "$.TransformResources",
        },
    }
    definition = json.dumps({"StartAt": "Transform", "States": {"Transform": state}})
    made = states.create_state_machine(name="transform", definition=definition, roleArn=STATES_ROLE)

    def start(name):
        arguments = json.dumps(jobs.request(name))
        return states.start_execution(stateMachineArn=made["stateMachineArn"], input=arguments)["executionArn"]

    def ended(execution):
        def look():
            found = states.describe_execution(executionArn=execution)
            return found if found["status"] != "RUNNING" else None

        return until(f"{execution} ends", look)

    return states, start, ended


def test_a_state_machine_waits_for_a_job(jobs, machine):
    _, start, ended = machine
    name = fresh("t")
    jobs.put(name, a=b"1\n")
    execution = ended(start(name))
    assert execution["status"] == "SUCCEEDED", execution
    output = json.loads(execution["output"])
    assert (output["TransformJobName"], output["TransformJobStatus"]) == (name, "Completed")
    assert isinstance(output["TransformEndTime"], int)
    assert jobs.body(name, "a.out") == b"v:1\n"
    name = fresh("t")
    jobs.put(name, a=b"bad")
    execution = ended(start(name))
    assert (execution["status"], execution["error"]) == ("FAILED", "States.TaskFailed")
    assert json.loads(execution["cause"])["FailureReason"].startswith("ClientError: See job logs")


def test_a_stopped_execution_stops_its_job(jobs, machine):
    states, start, ended = machine
    name = fresh("t")
    jobs.put(name, a=b"wait")
    execution = start(name)
    until("the container serves", jobs.containers)
    states.stop_execution(executionArn=execution)
    assert ended(execution)["status"] == "ABORTED"
    assert jobs.ended(name)["TransformJobStatus"] == "Stopped"
