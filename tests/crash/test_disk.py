"""A full disk: every operation says so or does what it was asked, nothing is half done, what serves goes on serving,
and when there is room again everything works, after a `kill -9` too."""

import contextlib
import itertools
import json
import os
import random
import sys
from collections import Counter

import pytest
from botocore.exceptions import ClientError

from support import oci
from support.platform import ACCOUNT, REGION, Platform, until
from support.remains import Ballast, Remains, inside, small_disk
from support.stack import arn, document, function_zip
from support.week import Resources, program

SEED = int(os.environ.get("LIRIO_SEED") or random.randrange(1 << 32))
ROUNDS = int(os.environ.get("LIRIO_WEEK", "24")) // 12
TRUST = document({"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"})


@pytest.fixture(scope="module")
def programs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("programs")
    return {name: program(folder, name) for name in ("trainer", "server", "function")}


@pytest.fixture(params=["tmpfs", "ext4"])
def disk(request, tmp_path):
    with contextlib.ExitStack() as stack:
        try:
            yield stack.enter_context(small_disk(tmp_path / "disk", 160, request.param))
        except (PermissionError, FileNotFoundError) as error:
            print(f"THE DISK DOES NOT BECOME FULL HERE: {error}", file=sys.stderr)
            pytest.skip(f"no file system of a size ({request.param}) can be mounted here: {error}")


class Work:
    """Operations that write, each with a look at what it has written."""

    def __init__(self, platform, stack, programs):
        self.stack, self.programs, self.numbers = stack, programs, itertools.count()
        self.on(platform)

    def on(self, platform):
        self.platform = platform
        self.stack.on(platform)
        self.client = self.stack.client

    def operations(self):
        """Name to a function that makes the `n`-th thing of its kind and answers a function that looks for it."""
        return {name.removeprefix("make_"): getattr(self, name) for name in dir(self) if name.startswith("make_")}

    def make_small_object(self, n):
        return self.an_object(f"small-{n}", random.Random(n).randbytes(3000))

    def make_large_object(self, n):
        return self.an_object(f"large-{n}", random.Random(n).randbytes(300_000))

    def an_object(self, key, body):
        s3 = self.client("s3")
        s3.put_object(Bucket=self.stack.bucket, Key=key, Body=body)
        return lambda: self.client("s3").get_object(Bucket=self.stack.bucket, Key=key)["Body"].read() == body

    def make_multipart_object(self, n):
        s3, key, parts = self.client("s3"), f"parts-{n}", [random.Random(n).randbytes(5 << 20), b"end"]
        place = {"Bucket": self.stack.bucket, "Key": key}
        place["UploadId"] = s3.create_multipart_upload(**place)["UploadId"]
        try:
            made = [{"PartNumber": i, "ETag": s3.upload_part(PartNumber=i, Body=part, **place)["ETag"]}
                    for i, part in enumerate(parts, 1)]
            s3.complete_multipart_upload(MultipartUpload={"Parts": made}, **place)
        except ClientError:
            # Parts take room until somebody gives them up, as on AWS.
            with contextlib.suppress(ClientError):
                s3.abort_multipart_upload(**place)
            raise
        del place["UploadId"]
        return lambda: self.client("s3").get_object(**place)["Body"].read() == b"".join(parts)

    def make_bucket(self, n):
        name = f"bucket-{n}-{ACCOUNT}"
        self.client("s3").create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
        return lambda: self.client("s3").head_bucket(Bucket=name)

    def make_role(self, n):
        self.client("iam").create_role(RoleName=f"role-{n}", AssumeRolePolicyDocument=TRUST)
        return lambda: self.client("iam").get_role(RoleName=f"role-{n}")

    def make_model(self, n):
        container = {"Image": self.stack.images["server"], "Environment": {"VERSION": "one"}}
        self.client("sagemaker").create_model(ModelName=f"m-{n}", ExecutionRoleArn=self.stack.role_arn("training"), PrimaryContainer=container)
        return lambda: self.client("sagemaker").describe_model(ModelName=f"m-{n}")

    def make_function(self, n):
        name = f"function-{n}"
        self.client("lambda").create_function(
            FunctionName=name, Runtime="provided.al2023", Handler="bootstrap", Role=self.stack.role_arn("validate"),
            Code={"ZipFile": function_zip(self.programs["function"])})
        return lambda: self.client("lambda").get_function(FunctionName=name)

    def make_invocation(self, n):
        answer = self.client("lambda").invoke(FunctionName=f"{self.stack.name}-validate", Payload=json.dumps({"n": n}))
        assert json.loads(answer["Payload"].read()) == {"n": n}
        return lambda: True

    def make_machine(self, n):
        definition = json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}}})
        self.client("stepfunctions").create_state_machine(name=f"m-{n}", definition=definition, roleArn=self.stack.role_arn("pipeline"))
        return lambda: self.client("stepfunctions").describe_state_machine(stateMachineArn=arn("states", f"stateMachine:m-{n}"))

    def make_execution(self, n):
        states, machine = self.client("stepfunctions"), arn("states", "stateMachine:plain")
        states.start_execution(stateMachineArn=machine, name=f"e-{n}", input=json.dumps({"n": n, "more": "x" * 20_000}))
        return lambda: self.client("stepfunctions").describe_execution(executionArn=arn("states", f"execution:plain:e-{n}"))["input"]

    def make_log(self, n):
        place = {"logGroupName": "log", "logStreamName": f"s-{n}"}
        self.client("logs").create_log_stream(**place)
        return lambda: self.client("logs").describe_log_streams(logGroupName="log", logStreamNamePrefix=f"s-{n}")["logStreams"]

    def make_rule(self, n):
        self.client("events").put_rule(Name=f"r-{n}", EventPattern='{"source": ["x"]}')
        return lambda: self.client("events").describe_rule(Name=f"r-{n}")

    def make_alarm(self, n):
        self.client("cloudwatch").put_metric_alarm(
            AlarmName=f"a-{n}", Namespace="n", MetricName="m", Statistic="Sum", Period=60, EvaluationPeriods=1, Threshold=1,
            ComparisonOperator="GreaterThanThreshold")
        return lambda: self.client("cloudwatch").describe_alarms(AlarmNames=[f"a-{n}"])["MetricAlarms"]

    def make_image(self, n):
        """A layer by the registry's own protocol."""
        def registry():
            token = self.client("ecr").get_authorization_token()["authorizationData"][0]["authorizationToken"]
            return oci.Registry(self.platform.url, token, self.stack.name)

        body = random.Random(n).randbytes(200_000)
        try:
            registry().push_blob(body)
        except AssertionError as error:
            if "no space left" not in str(error).lower():
                raise
            raise Full(str(error)) from error

        def look():
            found = registry()
            return found.call("GET", f"{found.base}/blobs/{oci.digest(body)}", 200)[1] == body

        return look

    def make_job(self, n):
        """A job is made or not; that it may fail later for want of room is another matter."""
        self.client("sagemaker").create_training_job(
            TrainingJobName=f"j-{n}", RoleArn=self.stack.role_arn("training"),
            AlgorithmSpecification={"TrainingImage": self.stack.images["trainer"], "TrainingInputMode": "File",
                                    "ContainerArguments": ["train", "nonsense"]},
            OutputDataConfig={"S3OutputPath": f"s3://{self.stack.bucket}/out"}, StoppingCondition={"MaxRuntimeInSeconds": 60},
            ResourceConfig={"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 1})
        return lambda: self.client("sagemaker").describe_training_job(TrainingJobName=f"j-{n}")


class Full(Exception):
    """The registry's answer from a full disk."""


def attempt(make, n, full):
    """What looks for the thing, or nothing if the platform said that its disk is full."""
    try:
        return make(n)
    except Full:
        assert full
        return None
    except ClientError as error:
        found, status = error.response["Error"], error.response["ResponseMetadata"]["HTTPStatusCode"]
        assert full and status in (500, 503, 507) and "no space left" in found.get("Message", "").lower(), (n, status, found)
        return None


def serves(work):
    answer = work.client("sagemaker-runtime").invoke_endpoint(EndpointName="e", ContentType="text/csv", Body=b"x")
    assert answer["Body"].read() == b"one:x"


@pytest.mark.deadline(600)
def test_a_full_disk_is_told_and_waited_out(tmp_path, disk, programs):
    print(f"LIRIO_SEED={SEED}")
    draw, ballast = random.Random(SEED), Ballast(disk)
    platform = Platform(disk / "data", log=tmp_path / "platform.log").start()
    told = Counter()
    try:
        work = Work(platform, Resources(platform, "week").create(programs), programs)
        work.client("logs").create_log_group(logGroupName="log")
        work.client("stepfunctions").create_state_machine(
            name="plain", roleArn=work.stack.role_arn("pipeline"),
            definition=json.dumps({"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 1, "End": True}}}))
        sagemaker = work.client("sagemaker")
        work.make_model("e")
        sagemaker.create_endpoint_config(EndpointConfigName="e", ProductionVariants=[
            {"VariantName": "v", "ModelName": "m-e", "InstanceType": "ml.t2.medium", "InitialInstanceCount": 1}])
        sagemaker.create_endpoint(EndpointName="e", EndpointConfigName="e")
        sagemaker.get_waiter("endpoint_in_service").wait(EndpointName="e")
        there, numbers = {}, itertools.count()
        for _ in range(ROUNDS):
            ballast.load()
            names = 3 * sorted(work.operations())
            draw.shuffle(names)
            for name in names:
                n = next(numbers)
                # No room at all, or some that may end in the middle of something.
                ballast.load(draw.choice((0, 0, 4096, 20_000, 70_000, 300_000, 1_000_000)))
                look = attempt(work.operations()[name], n, True)
                if look:
                    there[f"{name} {n}"] = look
                told[name, bool(look)] += 1
                serves(work)
            # What was acknowledged can be read while the disk is full, whatever was refused.
            for what, look in there.items():
                assert look(), what
            platform.kill()
            try:
                platform.start()
            except AssertionError as error:
                assert "no space left" in str(error), error
                told["start", False] += 1
                ballast.unload()
                platform.start()
            ballast.unload()
            work.on(platform)
            until("the endpoint answers again", lambda: answers(work))
            for what, look in there.items():
                assert look(), what
            for name, make in work.operations().items():
                n = next(numbers)
                there[f"{name} {n}"] = attempt(make, n, False)
        final = ("Completed", "Failed", "Stopped")
        jobs = work.client("sagemaker").get_paginator("list_training_jobs")
        until("every job has ended", lambda: all(
            j["TrainingJobStatus"] in final for j in jobs.paginate().build_full_result()["TrainingJobSummaries"]))
        states = work.client("stepfunctions")
        listed = lambda: states.list_executions(stateMachineArn=arn("states", "stateMachine:plain"))["executions"]
        until("every execution has ended", lambda: {e["status"] for e in listed()} == {"SUCCEEDED"})
        platform.stop()
        assert Remains.staying(lambda: inside(disk / "data")) == []
        log = platform.log.read_text()
        assert "panicked" not in log
        print({f"{name}{'' if done else ' told'}": count for (name, done), count in sorted(told.items())})
        assert sum(count for (_, done), count in told.items() if not done) > 10, told
    except BaseException as error:
        error.add_note(f"LIRIO_SEED={SEED} {dict(told)}\n{platform.log_tail(30)}")
        raise
    finally:
        if platform.alive():
            platform.kill()


def answers(work):
    try:
        serves(work)
        return True
    except ClientError:
        return False
