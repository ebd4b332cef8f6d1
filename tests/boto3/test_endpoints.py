"""Endpoints in real containers, with unmodified boto3: weights, updates in steps and back, streams, capture."""

import json
import os
import signal
import subprocess
import threading
import time
from collections import Counter
from pathlib import Path

import pytest
from botocore.exceptions import ClientError, EventStreamError

from support import oci
from support.names import fresh
from support.platform import ACCOUNT, REGION, ROOT, Platform, until

ROLE = f"arn:aws:iam::{ACCOUNT}:role/serving"
BUCKET = "serving-data"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A static program that serves its version."""
    program = tmp_path_factory.mktemp("server") / "server"
    command = ["rustc", "--edition", "2024", "-C", "target-feature=+crt-static", "-C", "opt-level=1", "-o", program]
    subprocess.run([*command, ROOT / "tests/support/server.rs"], check=True)
    return program.read_bytes()


@pytest.fixture(scope="module")
def image(platform, server):
    return prepare(platform, server)


def prepare(platform, server):
    """The server's image in the registry, with a role and a bucket for its models."""
    trust = {"Effect": "Allow", "Principal": {"Service": "sagemaker.amazonaws.com"}, "Action": "sts:AssumeRole"}
    document = lambda statement: json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    iam = platform.client("iam")
    iam.create_role(RoleName="serving", AssumeRolePolicyDocument=document(trust))
    everything = {"Effect": "Allow", "Action": ["s3:*", "ecr:*", "logs:*"], "Resource": "*"}
    iam.put_role_policy(RoleName="serving", PolicyName="all", PolicyDocument=document(everything))
    platform.client("s3").create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    ecr = platform.client("ecr")
    repository = ecr.create_repository(repositoryName="server")["repository"]["repositoryUri"]
    token = ecr.get_authorization_token()["authorizationData"][0]["authorizationToken"]
    oci.Registry(platform.url, token, "server").push(*oci.model_image(server), "v1")
    return f"{repository}:v1"


@pytest.fixture
def serving(platform, client, image):
    serving = Serving(platform, client, image)
    yield serving
    serving.delete()


class Serving:
    """An endpoint, and configurations of versions for it."""

    def __init__(self, platform, client, image):
        self.image, self.name = image, fresh("e")
        self.on(platform, client)

    def on(self, platform, client):
        self.platform = platform
        self.sagemaker, self.runtime = client("sagemaker"), client("sagemaker-runtime")

    def variant(self, version, name="AllTraffic", weight=1.0, count=1):
        model = fresh(version)
        self.sagemaker.create_model(
            ModelName=model, ExecutionRoleArn=ROLE,
            PrimaryContainer={"Image": self.image, "Environment": {"VERSION": version}},
        )
        return {
            "VariantName": name, "ModelName": model, "InitialInstanceCount": count,
            "InstanceType": "ml.t2.medium", "InitialVariantWeight": weight,
        }

    def config(self, *variants, **more):
        name = fresh("c")
        self.sagemaker.create_endpoint_config(EndpointConfigName=name, ProductionVariants=list(variants), **more)
        return name

    def create(self, config):
        self.sagemaker.create_endpoint(EndpointName=self.name, EndpointConfigName=config)
        self.sagemaker.get_waiter("endpoint_in_service").wait(EndpointName=self.name)

    def update(self, config, **deployment):
        more = {"DeploymentConfig": deployment} if deployment else {}
        self.sagemaker.update_endpoint(EndpointName=self.name, EndpointConfigName=config, **more)

    def describe(self):
        return self.sagemaker.describe_endpoint(EndpointName=self.name)

    def settled(self):
        transient = ("Creating", "Updating", "RollingBack")
        return until("the endpoint is at rest", lambda: (e := self.describe())["EndpointStatus"] not in transient and e)

    def stage(self):
        variants = self.describe().get("PendingDeploymentSummary", {}).get("ProductionVariants", [{}])
        return variants[0].get("VariantStatus", [{"Status": None}])[0]

    def ask(self, body="x", **more):
        answer = self.runtime.invoke_endpoint(EndpointName=self.name, ContentType="text/csv", Body=body, **more)
        return answer["Body"].read().decode()

    def shares(self, count):
        return Counter(self.ask().split(":")[0] for _ in range(count))

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

    def delete(self):
        try:
            self.sagemaker.delete_endpoint(EndpointName=self.name)
        except ClientError:
            return
        until("the endpoint is gone", lambda: self.name not in [
            e["EndpointName"] for e in self.sagemaker.list_endpoints(NameContains=self.name)["Endpoints"]])


def canary(wait=1, bake=1, percent=10, alarm=None):
    size = {"Type": "CAPACITY_PERCENT", "Value": percent}
    routing = {"Type": "CANARY", "WaitIntervalInSeconds": wait, "CanarySize": size}
    deployment = {"BlueGreenUpdatePolicy": {"TrafficRoutingConfiguration": routing, "TerminationWaitInSeconds": bake}}
    if alarm:
        deployment["AutoRollbackConfiguration"] = {"Alarms": [{"AlarmName": alarm}]}
    return deployment


def an_alarm(platform, state="OK"):
    cloudwatch, name = platform.client("cloudwatch"), fresh("alarm")
    cloudwatch.put_metric_alarm(
        AlarmName=name, Namespace="AWS/SageMaker", MetricName="Invocation5XXErrors", Statistic="Sum", Period=60,
        EvaluationPeriods=1, Threshold=1, ComparisonOperator="GreaterThanThreshold", TreatMissingData="ignore",
    )
    set_alarm = lambda state: cloudwatch.set_alarm_state(AlarmName=name, StateValue=state, StateReason="the test")
    set_alarm(state)
    return name, set_alarm


def test_weights_and_counts_change_in_place(serving):
    serving.create(serving.config(serving.variant("one", "a", 3.0), serving.variant("two", "b", 1.0)))
    assert serving.shares(20) == {"one": 15, "two": 5}
    assert serving.ask(TargetVariant="b") == "two:x"
    before = set(serving.containers())
    serving.sagemaker.update_endpoint_weights_and_capacities(
        EndpointName=serving.name,
        DesiredWeightsAndCapacities=[
            {"VariantName": "a", "DesiredWeight": 1.0},
            {"VariantName": "b", "DesiredWeight": 9.0, "DesiredInstanceCount": 2},
        ],
    )
    a, b = serving.settled()["ProductionVariants"]
    assert (a["CurrentWeight"], b["CurrentWeight"]) == (1.0, 9.0)
    assert (a["CurrentInstanceCount"], b["CurrentInstanceCount"]) == (1, 2)
    assert serving.shares(20) == {"one": 2, "two": 18}
    after = set(serving.containers())
    assert before < after and len(after) == 3, "the containers that served before still do"


def test_a_canary_and_its_rollback_by_an_alarm(serving, platform):
    alarm, set_alarm = an_alarm(platform)
    serving.create(serving.config(serving.variant("one")))
    serving.update(serving.config(serving.variant("two")), **canary(wait=600, alarm=alarm))
    until("it bakes", lambda: serving.stage()["Status"] == "Baking")
    message = "Baking for 600 seconds (WaitIntervalInSeconds) with traffic enabled on canary capacity of 1 instance(s)."
    assert serving.stage()["StatusMessage"] == message
    assert serving.shares(30) == {"one": 27, "two": 3}
    with pytest.raises(ClientError, match="Cannot update in-progress endpoint"):
        serving.update(serving.config(serving.variant("three")))
    set_alarm("ALARM")
    found = serving.settled()
    assert found["EndpointStatus"] == "InService"
    assert alarm in found["FailureReason"]
    assert "PendingDeploymentSummary" not in found
    assert serving.shares(10) == {"one": 10}

    # With the alarm quiet the same update goes through.
    set_alarm("OK")
    serving.update(serving.config(serving.variant("two")), **canary(alarm=alarm))
    assert serving.settled()["EndpointStatus"] == "InService"
    assert serving.shares(10) == {"two": 10}


def test_a_crash_in_the_middle_of_an_update(tmp_path_factory, server):
    platform = Platform(tmp_path_factory.mktemp("crash") / "data").start()
    try:
        serving = Serving(platform, platform.client, prepare(platform, server))
        serving.create(serving.config(serving.variant("one")))
        serving.update(serving.config(serving.variant("two")), **canary(wait=15, percent=50))
        until("it bakes", lambda: serving.stage()["Status"] == "Baking")
        platform.kill()
        serving.on(platform.start(), platform.client)
        # The share and the end of the wait are what they were.
        if serving.stage()["Status"] == "Baking":
            assert set(serving.shares(4)) == {"one", "two"}
        assert serving.settled()["EndpointStatus"] == "InService"
        assert serving.shares(4) == {"two": 4}
        serving.delete()
    finally:
        platform.stop()


@pytest.mark.deadline(300)
def test_not_one_request_fails(serving, platform):
    """Constant load through ten updates, one rollback, one killed container."""
    alarm, set_alarm = an_alarm(platform)
    configs = {v: serving.config(serving.variant(v, count=2)) for v in ("one", "two")}
    serving.create(configs["one"])
    allowed, wrong, done, answers = {"one"}, [], threading.Event(), Counter()

    def load():
        runtime = platform.client("sagemaker-runtime")
        while not done.is_set():
            # A request that began while a version was allowed may end when it no longer is.
            before = set(allowed)
            try:
                answer = runtime.invoke_endpoint(EndpointName=serving.name, Body=b"x")["Body"].read().decode()
            except Exception as error:  # noqa: BLE001
                wrong.append(repr(error))
                continue
            version = answer.split(":")[0]
            answers[version] += 1
            if answer != f"{version}:x" or version not in before | allowed:
                wrong.append(answer)

    clients = [threading.Thread(target=load) for _ in range(4)]
    for thread in clients:
        thread.start()
    try:
        for number in range(10):
            version = ("two", "one")[number % 2]
            allowed |= {"one", "two"}
            more = canary(percent=50) if number in (3, 6) else {}
            serving.update(configs[version], **more)
            assert serving.settled()["EndpointConfigName"] == configs[version]
            allowed -= {"one", "two"} - {version}
        allowed |= {"one", "two"}
        serving.update(configs["two"], **canary(wait=600, percent=50, alarm=alarm))
        until("it bakes", lambda: serving.stage()["Status"] == "Baking")
        set_alarm("ALARM")
        assert serving.settled()["EndpointConfigName"] == configs["one"]
        allowed -= {"two"}
        until("the old containers are gone", lambda: len(serving.containers()) == 2)
        os.kill(serving.containers()[0], signal.SIGKILL)
        seen = sum(answers.values())
        until("requests went on", lambda: sum(answers.values()) > seen + 200)
        until("the container is back", lambda: len(serving.containers()) == 2)
    finally:
        done.set()
        for thread in clients:
            thread.join()
    assert not wrong, wrong[:5]
    assert min(answers["one"], answers["two"]) > 100, answers


def test_answers_stream(serving):
    serving.create(serving.config(serving.variant("one")))
    stream = lambda body: serving.runtime.invoke_endpoint_with_response_stream(
        EndpointName=serving.name, ContentType="text/csv", Body=body)
    answer = stream("stream")
    assert answer["InvokedProductionVariant"] == "AllTraffic"
    assert answer["ContentType"] == "text/plain"
    assert [event["PayloadPart"]["Bytes"] for event in answer["Body"]] == [b"one ", b"two ", b"three"]
    pieces = []
    with pytest.raises(EventStreamError) as caught:
        for event in stream("break")["Body"]:
            pieces.append(event["PayloadPart"]["Bytes"])
    assert pieces == [b"one "]
    assert caught.value.response["Error"]["Code"] == "ModelStreamError"
    with pytest.raises(serving.runtime.exceptions.ModelError) as caught:
        stream("bad")
    assert caught.value.response["OriginalStatusCode"] == 400
    assert caught.value.response["OriginalMessage"] == "row 1 is no number"


def test_captured_data_are_files_in_the_bucket(serving, client):
    capture = {
        "EnableCapture": True, "InitialSamplingPercentage": 100, "DestinationS3Uri": f"s3://{BUCKET}/capture",
        "CaptureOptions": [{"CaptureMode": "Input"}, {"CaptureMode": "Output"}],
        "CaptureContentTypeHeader": {"CsvContentTypes": ["text/csv"]},
    }
    shadow = serving.variant("two", "shadow")
    serving.create(serving.config(
        serving.variant("one"), DataCaptureConfig=capture, ShadowProductionVariants=[shadow]))
    assert serving.describe()["DataCaptureConfig"]["CaptureStatus"] == "Started"
    for number in range(10):
        assert serving.ask(f"{number}", InferenceId=f"id-{number}") == f"one:{number}"
    s3 = client("s3")

    def lines(variant):
        prefix = f"capture/{serving.name}/{variant}/"
        keys = [o["Key"] for o in s3.list_objects_v2(Bucket=BUCKET, Prefix=prefix).get("Contents", [])]
        assert all(len(key.split("/")) == 8 and key.endswith(".jsonl") for key in keys), keys
        text = "".join(s3.get_object(Bucket=BUCKET, Key=key)["Body"].read().decode() for key in keys)
        return [json.loads(line) for line in text.splitlines()]

    found = until("all lines are there", lambda: len(found := lines("AllTraffic")) == 10 and found, pause=0.5)
    one = next(line for line in found if line["eventMetadata"]["inferenceId"] == "id-3")
    assert one["eventVersion"] == "0"
    assert one["captureData"] == {
        "endpointInput": {"observedContentType": "text/csv", "mode": "INPUT", "data": "3", "encoding": "CSV"},
        "endpointOutput": {"observedContentType": "text/csv", "mode": "OUTPUT", "data": "one:3", "encoding": "CSV"},
    }
    found = until("the shadow's too", lambda: len(found := lines("shadow")) == 10 and found, pause=0.5)
    assert {line["captureData"]["endpointOutput"]["data"][:4] for line in found} == {"two:"}


def test_invocations_are_metrics(serving, client):
    serving.create(serving.config(serving.variant("one")))
    for _ in range(5):
        serving.ask()
    dimensions = [{"Name": "EndpointName", "Value": serving.name}, {"Name": "VariantName", "Value": "AllTraffic"}]

    def statistics(metric):
        now = time.time()
        return client("cloudwatch").get_metric_statistics(
            Namespace="AWS/SageMaker", MetricName=metric, Dimensions=dimensions, StartTime=now - 600,
            EndTime=now + 60, Period=3600, Statistics=["Sum", "SampleCount", "Maximum"])["Datapoints"]

    total = lambda metric: sum(point["Sum"] for point in statistics(metric))
    until("five invocations are told", lambda: total("Invocations") == 5, pause=0.5)
    assert total("InvocationModelErrors") == 0
    latency = statistics("ModelLatency")
    assert sum(point["SampleCount"] for point in latency) == 5 and latency[0]["Maximum"] > 10


def test_a_version_that_does_not_start_is_told_with_its_last_lines(serving):
    serving.create(serving.config(serving.variant("one")))
    begin = time.monotonic()
    serving.update(serving.config(serving.variant("broken")))
    found = serving.settled()
    assert time.monotonic() - begin < 20
    assert found["EndpointStatus"] == "InService"
    assert "exit code 3" in found["FailureReason"] and "no weights for this version" in found["FailureReason"]
    assert serving.ask() == "one:x"
