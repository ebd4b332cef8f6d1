"""Processing jobs in real containers: what goes in, what comes out, who waits, and state machines that run them."""

import gzip
import json
import os

import pytest
from botocore.exceptions import ClientError, WaiterError

from support import oci
from support.names import fresh, refused
from support.platform import ACCOUNT, REGION, until
from support.programs import compiled
from support.stack import allow, arn, document

BUCKET = "processing-data"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/processing"
IN, OUT = "/opt/ml/processing/input", "/opt/ml/processing/output"
COPY = f"copy {IN} {OUT}"


@pytest.fixture(scope="module")
def platform(tmp_path_factory):
    """A platform with room for two jobs of ml.m5.large at a time."""
    from conftest import run_platform

    room = ("--training-cpus", "4", "--training-memory-gib", "16")
    yield from run_platform(tmp_path_factory.mktemp("platform"), *room)


@pytest.fixture(scope="module")
def image(platform, tmp_path_factory):
    """The processor in an image of the registry, a bucket and a role for it."""
    s3, iam, ecr = (platform.client(name) for name in ("s3", "iam", "ecr"))
    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})

    def role(name, service, *statements):
        trust = document({"Effect": "Allow", "Principal": {"Service": service}, "Action": "sts:AssumeRole"})
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust)
        iam.put_role_policy(RoleName=name, PolicyName="p", PolicyDocument=document(*statements))

    role("processing", "sagemaker.amazonaws.com", allow(["s3:*", "ecr:*", "logs:*"], "*"))
    job = arn("sagemaker", "processing-job/*")
    calls = [f"sagemaker:{call}ProcessingJob" for call in ("Create", "Describe", "Stop")]
    role("machine", "states.amazonaws.com", allow([*calls, "sagemaker:AddTags"], job), allow(["iam:PassRole"], ROLE))
    role("cannot-pass", "states.amazonaws.com", allow(calls, job))
    repository = ecr.create_repository(repositoryName="processor")["repository"]
    token = ecr.get_authorization_token()["authorizationData"][0]["authorizationToken"]
    blobs, manifest = oci.model_image(compiled("processor", tmp_path_factory.mktemp("processor")))
    digest = oci.Registry(platform.url, token, "processor").push(blobs, manifest, "latest")
    return f"{repository['repositoryUri']}@{digest}"


class Jobs:
    """Processing jobs from `s3://processing-data/<name>/in/` to `s3://processing-data/<name>/out/`."""

    def __init__(self, platform, image):
        self.image = image
        self.s3, self.sagemaker, self.logs = (platform.client(name) for name in ("s3", "sagemaker", "logs"))

    def put(self, **objects):
        for key, body in objects.items():
            self.s3.put_object(Bucket=BUCKET, Key=key, Body=body)

    def request(self, name, script, source=None, target=None, count=1, **options):
        data = {"S3Uri": f"s3://{BUCKET}/{name}/in/", "LocalPath": IN, "S3DataType": "S3Prefix"} | (source or {})
        output = {"S3Uri": f"s3://{BUCKET}/{name}/out", "LocalPath": OUT, "S3UploadMode": "EndOfJob"}
        return {
            "ProcessingJobName": name,
            "RoleArn": ROLE,
            "AppSpecification": {
                "ImageUri": self.image,
                "ContainerEntrypoint": ["/usr/local/bin/model"],
                "ContainerArguments": [script],
            },
            "ProcessingInputs": [{"InputName": "rows", "S3Input": data}],
            "ProcessingOutputConfig": {
                "Outputs": [{"OutputName": "done", "S3Output": output | (target or {})}],
            },
            "ProcessingResources": {
                "ClusterConfig": {"InstanceType": "ml.m5.large", "InstanceCount": count, "VolumeSizeInGB": 1},
            },
            "StoppingCondition": {"MaxRuntimeInSeconds": 300},
        } | options

    def create(self, name, script, **options):
        return self.sagemaker.create_processing_job(**self.request(name, script, **options))["ProcessingJobArn"]

    def describe(self, name):
        return self.sagemaker.describe_processing_job(ProcessingJobName=name)

    def ended(self, name):
        self.sagemaker.get_waiter("processing_job_completed_or_stopped").wait(ProcessingJobName=name)
        return self.describe(name)

    def run(self, name, script, **options):
        self.create(name, script, **options)
        return self.ended(name)

    def runs(self, name):
        until(f"{name} runs", lambda: "ProcessingStartTime" in self.describe(name))

    def out(self, name):
        """What a job left, by the part of the key behind `out/`."""
        prefix = f"{name}/out/"
        listed = self.s3.list_objects_v2(Bucket=BUCKET, Prefix=prefix).get("Contents", [])
        keys = [item["Key"] for item in listed]
        return {k.removeprefix(prefix): self.s3.get_object(Bucket=BUCKET, Key=k)["Body"].read() for k in keys}

    def lines(self, name):
        group = "/aws/sagemaker/ProcessingJobs"
        streams = self.logs.describe_log_streams(logGroupName=group, logStreamNamePrefix=f"{name}/")["logStreams"]
        events = [self.logs.get_log_events(logGroupName=group, logStreamName=s["logStreamName"]) for s in streams]
        return [event["message"] for page in events for event in page["events"]]


@pytest.fixture(scope="module")
def jobs(platform, image):
    return Jobs(platform, image)


def test_files_go_in_and_come_out(jobs):
    jobs.put(**{"files/in/a.csv": b"1", "files/in/sub/b.csv": b"22"})
    job = jobs.run("files", f"{COPY}; print two files; message all well", Environment={"A": "b"})
    assert job["ProcessingJobStatus"] == "Completed"
    assert job["ExitMessage"] == "all well"
    assert jobs.out("files") == {"a.csv": b"1", "sub/b.csv": b"22"}
    assert jobs.lines("files") == ["two files"]
    assert job["CreationTime"] <= job["ProcessingStartTime"] <= job["ProcessingEndTime"]
    listed = jobs.sagemaker.list_processing_jobs(NameContains="files")["ProcessingJobSummaries"]
    assert [(j["ProcessingJobName"], j["ExitMessage"]) for j in listed] == [("files", "all well")]


def test_inputs_of_all_kinds(jobs):
    jobs.put(**{"kinds/m/a": b"1", "kinds/m/b": b"2", "kinds/in/1": gzip.compress(b"abc")})
    jobs.put(**{"kinds/list": json.dumps([{"prefix": f"s3://{BUCKET}/kinds/m/"}, "b"]).encode()})
    listed = {"S3DataType": "ManifestFile", "S3Uri": f"s3://{BUCKET}/kinds/list"}
    jobs.run("manifest", COPY, source=listed)
    assert jobs.out("manifest") == {"b": b"2"}
    pipe = {"S3InputMode": "Pipe", "S3CompressionType": "Gzip", "LocalPath": f"{IN}/data",
            "S3Uri": f"s3://{BUCKET}/kinds/in/"}
    jobs.run("pipe", f"read {IN}/data_0 {OUT}/seen", source=pipe)
    assert jobs.out("pipe") == {"seen": b"abc"}


def test_a_continuous_output_is_there_while_the_job_runs(jobs):
    jobs.put(**{"grow/in/a": b"1"})
    jobs.create("grow", f"{COPY}; print copied; sleep", target={"S3UploadMode": "Continuous"})
    until("the file is in S3", lambda: jobs.out("grow") == {"a": b"1"})
    assert jobs.describe("grow")["ProcessingJobStatus"] == "InProgress"
    jobs.sagemaker.stop_processing_job(ProcessingJobName="grow")
    assert jobs.ended("grow")["ProcessingJobStatus"] == "Stopped"


def test_hosts_share_the_data_and_know_each_other(jobs):
    if not os.access("/dev/net/tun", os.R_OK | os.W_OK):
        pytest.skip("/dev/net/tun is not open to this user")
    jobs.put(**{f"shards/in/{name}": b"1" for name in "abc"})
    jobs.run("shards", f"list {IN} {OUT}", count=2, source={"S3DataDistributionType": "ShardedByS3Key"})
    assert jobs.out("shards") == {"algo-1": b"a c", "algo-2": b"b"}
    jobs.put(**{"hosts/in/a": b"1"})
    jobs.run("hosts", f"hosts {OUT}", count=2)
    assert b"10.0.0.1\talgo-1\n10.0.0.2\talgo-2\n" in jobs.out("hosts")["algo-2"]


def test_failures_are_quick_and_clear(jobs):
    jobs.put(**{"bad/in/a": b"1"})
    source = {"S3Uri": f"s3://{BUCKET}/bad/in/"}

    def failed(name, script=COPY, **options):
        jobs.create(name, script, **{"source": source} | options)
        until(f"{name} has failed", lambda: jobs.describe(name)["ProcessingJobStatus"] == "Failed", seconds=10)
        return jobs.describe(name)

    job = failed("bad-word", "message no such word; nonsense")
    assert job["FailureReason"] == "AlgorithmError: what is nonsense?, exit code: 7"
    assert job["ExitMessage"] == "no such word"
    told = failed("bad-prefix", source={"S3Uri": f"s3://{BUCKET}/nowhere/"})["FailureReason"]
    assert told.startswith("ClientError: ") and "No S3 objects found" in told, told
    told = failed("bad-bucket", target={"S3Uri": "s3://no-such-bucket-of-mine/x"})["FailureReason"]
    assert told.startswith("ClientError: Output upload failed: s3://no-such-bucket-of-mine/x/a"), told
    with pytest.raises(WaiterError, match="Failed"):
        jobs.ended("bad-word")


def test_errors_have_the_names_that_clients_look_for(jobs):
    with pytest.raises(ClientError) as caught:
        jobs.describe("no-such-job")
    assert caught.value.response["Error"]["Code"] == "ValidationException"
    assert "Could not find requested job with name: no-such-job" in str(caught.value)
    jobs.put(**{"twice/in/a": b"1"})
    made = jobs.create("twice", COPY, Tags=[{"Key": "team", "Value": "a"}])
    assert jobs.sagemaker.list_tags(ResourceArn=made)["Tags"] == [{"Key": "team", "Value": "a"}]
    refused(lambda: jobs.create("Twice", COPY), "ResourceInUse")
    jobs.ended("twice")
    jobs.sagemaker.delete_processing_job(ProcessingJobName="twice")
    refused(lambda: jobs.sagemaker.delete_processing_job(ProcessingJobName="twice"), "ResourceNotFound")


def test_a_job_waits_for_room(jobs):
    jobs.put(**{f"{name}/in/a": b"1" for name in ("wide", "narrow")})
    # Two vCPU of the four are enough for either, but not for both.
    jobs.create("wide", f"{COPY}; sleep", ProcessingResources={"ClusterConfig": {
        "InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 1}})
    jobs.runs("wide")
    jobs.create("narrow", COPY)
    assert "ProcessingStartTime" not in jobs.describe("narrow")
    jobs.sagemaker.stop_processing_job(ProcessingJobName="wide")
    assert jobs.ended("wide")["ProcessingJobStatus"] == "Stopped"
    assert jobs.out("wide") == {"a": b"1"}, "a stopped job keeps what it wrote"
    assert jobs.ended("narrow")["ProcessingJobStatus"] == "Completed"


def machine(platform, role, parameters):
    definition = {"StartAt": "Process", "States": {"Process": {
        "Type": "Task", "Resource": "arn:aws:states:::sagemaker:createProcessingJob.sync",
        "Parameters": parameters, "End": True}}}
    states = platform.client("stepfunctions")
    made = states.create_state_machine(
        name=fresh("process"), definition=json.dumps(definition), roleArn=f"arn:aws:iam::{ACCOUNT}:role/{role}")
    started = states.start_execution(stateMachineArn=made["stateMachineArn"])["executionArn"]

    def ended():
        found = states.describe_execution(executionArn=started)
        return found if found["status"] != "RUNNING" else None

    return states, started, lambda: until("the execution ends", ended)


def test_a_state_machine_runs_jobs_to_their_end(jobs, platform):
    jobs.put(**{"flow/in/a": b"1", "flow-bad/in/a": b"1", "flow-mine/in/a": b"1"})
    _, _, ended = machine(platform, "machine", jobs.request("flow", f"{COPY}; message done"))
    told = ended()
    assert told["status"] == "SUCCEEDED", (told.get("error"), told.get("cause"))
    output = json.loads(told["output"])
    assert output["ProcessingJobStatus"] == "Completed"
    assert output["ExitMessage"] == "done"
    assert output["ProcessingJobArn"] == arn("sagemaker", "processing-job/flow")
    assert output["ProcessingResources"]["ClusterConfig"]["InstanceType"] == "ml.m5.large"
    assert isinstance(output["ProcessingEndTime"], int) and output["ProcessingEndTime"] > 10**12
    assert jobs.out("flow") == {"a": b"1"}

    _, _, ended = machine(platform, "machine", jobs.request("flow-bad", "fail 3"))
    told = ended()
    assert (told["status"], told["error"]) == ("FAILED", "States.TaskFailed")
    cause = json.loads(told["cause"])
    assert cause["ProcessingJobStatus"] == "Failed" and cause["FailureReason"].endswith("exit code: 3")

    _, _, ended = machine(platform, "cannot-pass", jobs.request("flow-mine", COPY))
    told = ended()
    assert told["status"] == "FAILED" and "iam:PassRole" in told["cause"], told


def test_an_aborted_execution_stops_its_job(jobs, platform):
    jobs.put(**{"abort/in/a": b"1"})
    states, execution, ended = machine(platform, "machine", jobs.request("abort", f"{COPY}; sleep"))
    until("the job is there", lambda: jobs.sagemaker.list_processing_jobs(NameContains="abort")["ProcessingJobSummaries"])
    jobs.runs("abort")
    states.stop_execution(executionArn=execution)
    assert ended()["status"] == "ABORTED"
    assert jobs.ended("abort")["ProcessingJobStatus"] == "Stopped"


def test_a_killed_platform_runs_the_job_again_and_leaves_nothing(jobs, platform, image):
    jobs.put(**{"killed/in/a": b"1", "killed-flow/in/a": b"1"})
    jobs.create("killed", f"{COPY}; print once; sleep", target={"S3UploadMode": "Continuous"})
    _, _, _ = machine(platform, "machine", jobs.request("killed-flow", COPY))
    jobs.runs("killed")
    until("the file is in S3", lambda: jobs.out("killed") == {"a": b"1"})
    platform.kill()
    platform.start()
    jobs.__init__(platform, image)
    assert jobs.ended("killed-flow")["ProcessingJobStatus"] == "Completed"
    until("it has printed again", lambda: jobs.lines("killed").count("once") == 2)
    jobs.sagemaker.stop_processing_job(ProcessingJobName="killed")
    assert jobs.ended("killed")["ProcessingJobStatus"] == "Stopped"
    scratch = platform.data_dir / "sagemaker/jobs"
    until("its folders are gone", lambda: not list(scratch.iterdir()))


def test_a_job_is_an_event(jobs, platform):
    """What changes reaches the bus in the shape of the job's description."""
    events, logs = platform.client("events"), platform.client("logs")
    logs.create_log_group(logGroupName="/events/jobs")
    pattern = {"source": ["aws.sagemaker"], "detail-type": ["SageMaker Processing Job State Change"],
               "detail": {"ProcessingJobStatus": ["Completed"], "ProcessingJobName": ["told"]}}
    events.put_rule(Name="jobs", EventPattern=json.dumps(pattern))
    group = arn("logs", "log-group:/events/jobs")
    events.put_targets(Rule="jobs", Targets=[{"Id": "1", "Arn": group}])
    jobs.put(**{"told/in/a": b"1"})
    jobs.run("told", COPY)

    def lines():
        found = logs.filter_log_events(logGroupName="/events/jobs")["events"]
        return [json.loads(event["message"]) for event in found]

    told = until("the event is logged", lines)[0]
    assert told["resources"] == [arn("sagemaker", "processing-job/told")]
    assert told["detail"]["ProcessingJobStatus"] == "Completed"
    assert isinstance(told["detail"]["ProcessingEndTime"], int)
