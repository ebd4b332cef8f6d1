"""Step Functions with unmodified boto3."""

import json

import pytest

from support.names import fresh, refused
from support.platform import ACCOUNT, REGION, until
from support.stack import allow, arn, document


@pytest.fixture
def states(client):
    return client("stepfunctions")


@pytest.fixture(scope="module")
def role(platform):
    """May read and write one prefix of buckets, and nothing else."""
    iam = platform.client("iam")
    trust = document({"Effect": "Allow", "Principal": {"Service": "states.amazonaws.com"}, "Action": "sts:AssumeRole"})
    made = iam.create_role(RoleName="states", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    policy = document(allow(["s3:PutObject", "s3:GetObject", "s3:ListBucket"], "arn:aws:s3:::asl-*"))
    iam.put_role_policy(RoleName="states", PolicyName="p", PolicyDocument=policy)
    return made


def machine(states, role, definition, **more):
    name = fresh("machine")
    made = states.create_state_machine(name=name, definition=json.dumps(definition), roleArn=role, **more)
    assert made["stateMachineArn"] == arn("states", f"stateMachine:{name}")
    return made["stateMachineArn"]


def run(states, role, definition, given=None):
    """Status, and output or error, of one execution."""
    started = states.start_execution(stateMachineArn=machine(states, role, definition), input=json.dumps(given or {}))

    def look():
        found = states.describe_execution(executionArn=started["executionArn"])
        return found if found["status"] != "RUNNING" else None

    ended = until("the execution ends", look)
    if ended["status"] == "SUCCEEDED":
        return "SUCCEEDED", json.loads(ended["output"])
    return ended["status"], ended.get("error")


def one(state):
    return {"StartAt": "A", "States": {"A": {"End": True, **state}}}


FAIL = {"Type": "Fail", "Error": "Custom", "Cause": "because"}
MAP = {
    "Type": "Map", "ItemsPath": "$.list", "MaxConcurrency": 2,
    "ItemProcessor": {"ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "B", "States": {
        "B": {"Type": "Pass", "Parameters": {"twice.$": "States.MathAdd($, $)"}, "End": True}}},
}
PARALLEL = {"Type": "Parallel", "Branches": [
    {"StartAt": f"B{n}", "States": {f"B{n}": {"Type": "Pass", "Result": n, "End": True}}} for n in (1, 2)]}
CHOICE = {"StartAt": "A", "States": {
    "A": {"Type": "Choice", "Default": "Small", "Choices": [
        {"And": [{"Variable": "$.n", "IsNumeric": True}, {"Variable": "$.n", "NumericGreaterThan": 10}], "Next": "Large"}]},
    "Small": {"Type": "Pass", "Result": "small", "End": True}, "Large": {"Type": "Pass", "Result": "large", "End": True}}}
CAUGHT = {"StartAt": "P", "States": {
    "P": {"Type": "Parallel", "Branches": [{"StartAt": "B", "States": {"B": FAIL}}], "End": True,
          "Catch": [{"ErrorEquals": ["Custom"], "ResultPath": "$.why", "Next": "C"}]},
    "C": {"Type": "Pass", "InputPath": "$.why.Error", "End": True}}}


@pytest.mark.parametrize(
    "definition, given, expected",
    [
        (one({"Type": "Pass"}), {"a": 1}, ("SUCCEEDED", {"a": 1})),
        (one({"Type": "Pass", "Result": 7, "ResultPath": "$.b.c"}), {"a": 1}, ("SUCCEEDED", {"a": 1, "b": {"c": 7}})),
        (one({"Type": "Pass", "Parameters": {"x.$": "States.Format('{}-{}', $.a, $$.State.Name)"}}), {"a": 1},
         ("SUCCEEDED", {"x": "1-A"})),
        (CHOICE, {"n": 11}, ("SUCCEEDED", "large")),
        (CHOICE, {"n": "11"}, ("SUCCEEDED", "small")),
        (one(MAP), {"list": [1, 2, 3]}, ("SUCCEEDED", [{"twice": 2}, {"twice": 4}, {"twice": 6}])),
        (one(PARALLEL), {}, ("SUCCEEDED", [1, 2])),
        (one({"Type": "Wait", "Seconds": 1}), {"a": 1}, ("SUCCEEDED", {"a": 1})),
        ({"StartAt": "A", "States": {"A": FAIL}}, {}, ("FAILED", "Custom")),
        (CAUGHT, {}, ("SUCCEEDED", "Custom")),
        ({"StartAt": "A", "States": {"A": {"Type": "Succeed", "OutputPath": "$.a"}}}, {"a": [1]}, ("SUCCEEDED", [1])),
        (one({"Type": "Pass", "InputPath": "$.none"}), {}, ("FAILED", "States.Runtime")),
        ({"TimeoutSeconds": 1, **one({"Type": "Wait", "Seconds": 600})}, {}, ("TIMED_OUT", "States.Timeout")),
    ],
)
def test_the_language(states, role, definition, given, expected):
    status, found = run(states, role, definition, given)
    if status == "TIMED_OUT":
        found = expected[1]  # DescribeExecution gives a timeout no error of its own.
    assert (status, found) == expected


@pytest.mark.parametrize(
    "definition, word",
    [
        ("{", "INVALID_JSON_DESCRIPTION"),
        ('{"States": {}}', "StartAt"),
        (json.dumps(one({"Type": "Pas"})), "/States/A"),
        (json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}}}), "B"),
        (json.dumps({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": True}, "B": {"Type": "Succeed"}}}), "B"),
    ],
)
def test_a_wrong_definition_is_refused(states, role, definition, word):
    create = lambda: states.create_state_machine(name=fresh("machine"), definition=definition, roleArn=role)
    assert word in refused(create, "InvalidDefinition", 400)


def test_any_operation_is_a_task(states, role, client):
    """`aws-sdk:*` goes through the same door as every other call."""
    bucket = fresh("asl")
    client("s3").create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
    put = {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:putObject",
           "Parameters": {"Bucket": bucket, "Key.$": "$.key", "Body.$": "$.body"}, "ResultPath": "$.put", "Next": "List"}
    list_ = {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listObjectsV2", "Parameters": {"Bucket": bucket},
             "ResultSelector": {"keys.$": "$.Contents[*].Key"}, "End": True}
    found = run(states, role, {"StartAt": "Put", "States": {"Put": put, "List": list_}}, {"key": "k", "body": "text"})
    assert found == ("SUCCEEDED", {"keys": ["k"]})
    assert client("s3").get_object(Bucket=bucket, Key="k")["Body"].read() in (b"text", b'"text"')


@pytest.mark.parametrize(
    "task, parameters, error",
    [
        ("s3:listObjectsV2", {"Bucket": "asl-none-such"}, "S3.NoSuchBucketException"),
        ("s3:listObjectsV2", {"Bucket": "not-ours"}, "S3.S3Exception"),
        ("sagemaker:describeEndpoint", {"EndpointName": "none"}, "SageMaker.SageMakerException"),
    ],
)
def test_a_refused_task_can_be_caught(states, role, task, parameters, error):
    state = {"Type": "Task", "Resource": f"arn:aws:states:::aws-sdk:{task}", "Parameters": parameters}
    status, found = run(states, role, one(state))
    assert (status, found) == ("FAILED", error)


def test_retries_are_made_and_counted(states, role, client):
    state = {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listObjectsV2", "Parameters": {"Bucket": "asl-none-such"},
             "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 1, "MaxAttempts": 2, "BackoffRate": 1}]}
    made = machine(states, role, one(state))
    started = states.start_execution(stateMachineArn=made)["executionArn"]
    until("it ends", lambda: states.describe_execution(executionArn=started)["status"] == "FAILED")
    events = states.get_execution_history(executionArn=started)["events"]
    assert [e["type"] for e in events].count("TaskFailed") == 3


def test_executions_are_kept_apart_by_name(states, role):
    made = machine(states, role, one({"Type": "Wait", "Seconds": 600}))
    start = lambda given: states.start_execution(stateMachineArn=made, name="one", input=given)["executionArn"]
    first = start("{}")
    assert first == arn("states", f"execution:{made.rsplit(':', 1)[1]}:one")
    assert start("{}") == first, "the same name with the same input is the same execution"
    refused(lambda: start('{"a": 1}'), "ExecutionAlreadyExists", 400)
    [found] = states.list_executions(stateMachineArn=made, statusFilter="RUNNING")["executions"]
    assert found["executionArn"] == first
    states.stop_execution(executionArn=first, error="Mine", cause="why not")
    ended = states.describe_execution(executionArn=first)
    assert (ended["status"], ended["error"], ended["cause"]) == ("ABORTED", "Mine", "why not")
    refused(lambda: states.start_execution(stateMachineArn=made, input="{"), "InvalidExecutionInput", 400)
    missing = arn("states", "execution:none:none")
    refused(lambda: states.describe_execution(executionArn=missing), "ExecutionDoesNotExist", 400)


def test_machines(states, role):
    made = machine(states, role, one({"Type": "Pass"}), tags=[{"key": "a", "value": "b"}])
    assert made in [m["stateMachineArn"] for m in states.list_state_machines()["stateMachines"]]
    assert states.list_tags_for_resource(resourceArn=made)["tags"] == [{"key": "a", "value": "b"}]
    wider = json.dumps(one({"Type": "Pass", "Result": 2}))
    states.update_state_machine(stateMachineArn=made, definition=wider)
    found = states.describe_state_machine(stateMachineArn=made)
    assert (found["definition"], found["roleArn"], found["type"], found["status"]) == (wider, role, "STANDARD", "ACTIVE")
    states.delete_state_machine(stateMachineArn=made)

    def gone():
        try:
            return states.describe_state_machine(stateMachineArn=made)["status"] == "DELETING" and None
        except states.exceptions.StateMachineDoesNotExist:
            return True

    until("the machine is gone", gone)


def test_a_history_by_pages(states, role):
    steps = {f"S{i}": {"Type": "Pass", "Next": f"S{i + 1}"} for i in range(10)} | {"S10": {"Type": "Succeed"}}
    made = machine(states, role, {"StartAt": "S0", "States": steps})
    started = states.start_execution(stateMachineArn=made)["executionArn"]
    until("it ends", lambda: states.describe_execution(executionArn=started)["status"] == "SUCCEEDED")
    pages = list(states.get_paginator("get_execution_history").paginate(executionArn=started, PaginationConfig={"PageSize": 7}))
    ids = [e["id"] for p in pages for e in p["events"]]
    assert len(pages) > 2 and ids == list(range(1, 25))
    [last] = states.get_execution_history(executionArn=started, reverseOrder=True, maxResults=1)["events"]
    assert (last["id"], last["type"]) == (24, "ExecutionSucceeded")


def test_a_state_by_itself(platform, role):
    # The client puts `sync-` before the host of this operation, which no address has.
    states = platform.client("stepfunctions", inject_host_prefix=False)
    put = {
        "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:putObject", "Next": "B",
        "Parameters": {"Bucket.$": "$.bucket", "Key": "k", "Body": "text"},
        "Catch": [{"ErrorEquals": ["S3.NoSuchBucketException"], "ResultPath": "$.error", "Next": "C"}],
    }

    def tried(**request):
        return states.test_state(definition=json.dumps(put), input=json.dumps({"bucket": "asl-none"}), **request)

    real = tried(roleArn=role, inspectionLevel="DEBUG")
    assert (real["status"], real["error"], real["nextState"]) == ("CAUGHT_ERROR", "S3.NoSuchBucketException", "C")
    assert real["inspectionData"]["errorDetails"] == {"catchIndex": 0}
    mocked = tried(mock={"result": json.dumps({"ETag": "e"})})
    assert (mocked["status"], mocked["nextState"], json.loads(mocked["output"])) == ("SUCCEEDED", "B", {"ETag": "e"})
    why = refused(lambda: tried(mock={"result": json.dumps({"ETag": 1})}), "ValidationException", 400)
    assert "Field 'ETag' must be a string" in why
