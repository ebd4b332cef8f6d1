"""Step Functions with unmodified boto3."""

import json
import threading
from collections import Counter

import pytest
from botocore.exceptions import EndpointConnectionError

from support.names import fresh, refused
from support.platform import REGION, until
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


def ended(states, execution):
    """The description of an execution once it has ended."""

    def look():
        found = states.describe_execution(executionArn=execution)
        return found if found["status"] != "RUNNING" else None

    return until("the execution ends", look)


def start(states, made, given=None, **more):
    return states.start_execution(stateMachineArn=made, input=json.dumps(given or {}), **more)["executionArn"]


def history(states, execution):
    pages = states.get_paginator("get_execution_history").paginate(executionArn=execution)
    return [e for page in pages for e in page["events"]]


def run(states, role, definition, given=None):
    """Status, and output or error, of one execution."""
    return result(ended(states, start(states, machine(states, role, definition), given)))


def result(ended):
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


ORDERS = {"QueryLanguage": "JSONata", "StartAt": "Note", "States": {
    "Note": {"Type": "Pass", "Assign": {"rate": "{% $states.input.rate %}", "floor": 10}, "Next": "Each"},
    "Each": {"Type": "Map", "Items": "{% $states.input.orders[price > $floor] %}",
             "ItemSelector": {"order": "{% $states.context.Map.Item.Value %}", "n": "{% $states.context.Map.Item.Index %}"},
             "ItemProcessor": {"StartAt": "Tax", "States": {
                 "Tax": {"Type": "Pass", "Output": {"id": "{% $states.input.order.id & '#' & $states.input.n %}",
                                                    "total": "{% $states.input.order.price * (1 + $rate) %}"}, "End": True}}},
             "Assign": {"total": "{% $sum($states.result.total) %}"}, "Next": "Large"},
    "Large": {"Type": "Choice", "Default": "Small", "Assign": {"size": "small"}, "Choices": [
        {"Condition": "{% $total > 100 and $count($states.input) > 1 %}", "Assign": {"size": "large"}, "Next": "Done"}]},
    "Small": {"Type": "Fail", "Error": "{% 'Too' & $uppercase($size) %}", "Cause": "{% $string($total) %}"},
    "Done": {"Type": "Succeed", "Output": {"size": "{% $size %}", "total": "{% $total %}", "ids": "{% $states.input.id %}"}}}}


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
        (ORDERS, {"rate": 0.5, "orders": [{"id": "a", "price": 40}, {"id": "b", "price": 5}, {"id": "c", "price": 60}]},
         ("SUCCEEDED", {"size": "large", "total": 150, "ids": ["a#0", "c#1"]})),
        (ORDERS, {"rate": 0.5, "orders": [{"id": "a", "price": 40}, {"id": "c", "price": 20}]}, ("FAILED", "TooSMALL")),
        (ORDERS, {"rate": "x", "orders": [{"id": "a", "price": 40}]}, ("FAILED", "States.QueryEvaluationError")),
        ({"TimeoutSeconds": 1, **one({"Type": "Wait", "Seconds": 600})}, {}, ("TIMED_OUT", "States.Timeout")),
    ],
)
def test_the_language(states, role, definition, given, expected):
    status, found = run(states, role, definition, given)
    if status == "TIMED_OUT":
        found = expected[1]  # DescribeExecution gives a timeout no error of its own.
    assert (status, found) == expected


PASS = one({"Type": "Pass"})
DISTRIBUTED = {"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                                                "StartAt": "B", "States": {"B": {"Type": "Pass", "End": True}}}}


@pytest.mark.parametrize(
    "definition, kind, message",
    [
        ("{", "STANDARD", "INVALID_JSON_DESCRIPTION: Unexpected end-of-input"),
        ({"States": {}}, "STANDARD", "SCHEMA_VALIDATION_FAILED: These fields are required: [StartAt] at /"),
        (one({"Type": "Pas"}), "STANDARD", "/States/A"),
        ({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}}}, "STANDARD",
         "MISSING_TRANSITION_TARGET: Missing 'Next' target: B at /States/A/Next"),
        ({**PASS, "States": {**PASS["States"], "B": {"Type": "Succeed"}}}, "STANDARD", 'State "B" is not reachable.'),
        (one({"Type": "Pass", "Output": "{% 1 %}"}), "STANDARD", "'Output'"),
        ({"QueryLanguage": "JSONata", **one({"Type": "Pass", "Output": "{% ( %}"})}, "STANDARD", "/States/A/Output"),
        (one(DISTRIBUTED), "EXPRESS", "/States/A"),
        (one({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "Parameters": {}}), "EXPRESS",
         "/States/A"),
    ],
)
def test_a_wrong_definition_is_refused(states, role, definition, kind, message):
    text = definition if isinstance(definition, str) else json.dumps(definition)
    create = lambda: states.create_state_machine(name=fresh("machine"), definition=text, roleArn=role, type=kind)
    said = refused(create, "InvalidDefinition", 400)
    assert said.startswith("Invalid State Machine Definition: '") and message in said
    found = states.validate_state_machine_definition(definition=text, type=kind)
    assert found["result"] == "FAIL"
    for diagnostic in found["diagnostics"]:
        assert diagnostic["severity"] == "ERROR" and diagnostic["message"] in said


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
    failed = ended(states, start(states, machine(states, role, one(state))))
    assert Counter(e["type"] for e in history(states, failed["executionArn"]))["TaskFailed"] == 3


def test_executions_are_kept_apart_by_name(states, role):
    made = machine(states, role, one({"Type": "Wait", "Seconds": 600}))
    first = start(states, made, name="one")
    assert first == arn("states", f"execution:{made.rsplit(':', 1)[1]}:one")
    assert start(states, made, name="one") == first, "the same name with the same input is the same execution"
    refused(lambda: start(states, made, {"a": 1}, name="one"), "ExecutionAlreadyExists", 400)
    [found] = states.list_executions(stateMachineArn=made, statusFilter="RUNNING")["executions"]
    assert found["executionArn"] == first
    states.stop_execution(executionArn=first, error="Mine", cause="why not")
    aborted = states.describe_execution(executionArn=first)
    assert (aborted["status"], aborted["error"], aborted["cause"]) == ("ABORTED", "Mine", "why not")
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
    started = ended(states, start(states, made))["executionArn"]
    pages = list(states.get_paginator("get_execution_history").paginate(executionArn=started, PaginationConfig={"PageSize": 7}))
    ids = [e["id"] for p in pages for e in p["events"]]
    assert len(pages) > 2 and ids == list(range(1, 25))
    [last] = states.get_execution_history(executionArn=started, reverseOrder=True, maxResults=1)["events"]
    assert (last["id"], last["type"]) == (24, "ExecutionSucceeded")


def test_a_distributed_map_over_a_csv(states, role, client):
    """Rows of an object, children in batches, results in files: all of it seen through the API and the bucket."""
    s3, bucket = client("s3"), fresh("asl")
    s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
    rows = "".join(f'{n},"name, {n}",{n % 4}\n' for n in range(10))
    s3.put_object(Bucket=bucket, Key="in/rows.csv", Body=f"id,name,group\n{rows}".encode())
    check = {"StartAt": "Check", "States": {
        "Check": {"Type": "Choice", "Default": "Good", "Choices": [{"Variable": "$.Items[0].id", "StringEquals": "8", "Next": "Bad"}]},
        "Bad": {"Type": "Fail", "Error": "Odd", "Cause": "row 8"},
        "Good": {"Type": "Pass", "Parameters": {"names.$": "$.Items[*].name", "job.$": "$.BatchInput.job"}, "End": True}}}
    made = machine(states, role, one({
        "Type": "Map", "Label": "Rows", "MaxConcurrency": 2, "ToleratedFailureCount": 2,
        "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": bucket, "Key.$": "$.key"},
                       "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"}},
        "ItemBatcher": {"MaxItemsPerBatch": 4, "BatchInput": {"job.$": "$.job"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, **check},
        "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": bucket, "Prefix": "out"}},
    }))
    parent = ended(states, start(states, made, {"key": "in/rows.csv", "job": 7}))
    status, output = result(parent)
    assert status == "SUCCEEDED", parent

    [listed] = states.list_map_runs(executionArn=parent["executionArn"])["mapRuns"]
    run_arn = listed["mapRunArn"]
    assert output["MapRunArn"] == run_arn and listed["stateMachineArn"] == f"{made}/Rows"
    run = states.describe_map_run(mapRunArn=run_arn)
    assert (run["status"], run["maxConcurrency"], run["toleratedFailureCount"]) == ("SUCCEEDED", 2, 2)
    counts = lambda of: (of["total"], of["succeeded"], of["failed"], of["resultsWritten"])
    assert counts(run["executionCounts"]) == (3, 2, 1, 3)
    assert counts(run["itemCounts"]) == (10, 8, 2, 10)

    children = states.list_executions(mapRunArn=run_arn)["executions"]
    assert sorted((c["status"], c["itemCount"]) for c in children) == [("FAILED", 2), ("SUCCEEDED", 4), ("SUCCEEDED", 4)]
    [failed] = states.list_executions(mapRunArn=run_arn, statusFilter="FAILED")["executions"]
    child = states.describe_execution(executionArn=failed["executionArn"])
    assert (child["mapRunArn"], child["error"], child["cause"]) == (run_arn, "Odd", "row 8")
    assert json.loads(child["input"])["Items"][0] == {"id": "8", "name": "name, 8", "group": "0"}
    types = [e["type"] for e in history(states, parent["executionArn"])]
    assert [t for t in types if t.startswith("MapRun")] == ["MapRunStarted", "MapRunSucceeded"]
    assert history(states, failed["executionArn"])[-1]["executionFailedEventDetails"] == {"error": "Odd", "cause": "row 8"}

    read = lambda key: json.loads(s3.get_object(Bucket=bucket, Key=key)["Body"].read())
    details = output["ResultWriterDetails"]
    manifest = read(details["Key"])
    assert details["Key"] == f"out/{run_arn.rsplit(':', 1)[1]}/manifest.json" and manifest["MapRunArn"] == run_arn
    [good], [bad] = manifest["ResultFiles"]["SUCCEEDED"], manifest["ResultFiles"]["FAILED"]
    assert good["Size"] == s3.head_object(Bucket=bucket, Key=good["Key"])["ContentLength"]
    assert [json.loads(e["Output"]) for e in read(good["Key"])] == [
        {"job": 7, "names": [f"name, {n}" for n in batch]} for batch in (range(4), range(4, 8))]
    assert [(e["ExecutionArn"], e["Error"]) for e in read(bad["Key"])] == [(failed["executionArn"], "Odd")]


def test_an_activity_and_its_worker(states, role):
    name = fresh("activity")
    activity = states.create_activity(name=name)["activityArn"]
    assert activity == arn("states", f"activity:{name}")
    assert activity in [a["activityArn"] for a in states.list_activities()["activities"]]
    task = {"Type": "Task", "Resource": activity, "Parameters": {"n.$": "$"}, "TimeoutSeconds": 100, "HeartbeatSeconds": 50}
    caught = [{"ErrorEquals": ["Unlucky"], "ResultPath": "$", "Next": "Sorry"}]
    made = machine(states, role, {"StartAt": "All", "States": {
        "All": {"Type": "Map", "End": True, "ItemProcessor": {"StartAt": "Ask", "States": {
            "Ask": {**task, "Catch": caught, "End": True},
            "Sorry": {"Type": "Pass", "InputPath": "$.Cause", "End": True}}}}}})
    given = [1, 2, 3, 4]

    def work():
        for _ in given:
            task = states.get_activity_task(activityArn=activity, workerName="one")
            n, token = json.loads(task["input"])["n"], task["taskToken"]
            states.send_task_heartbeat(taskToken=token)
            if n == 3:
                states.send_task_failure(taskToken=token, error="Unlucky", cause="three")
            else:
                states.send_task_success(taskToken=token, output=json.dumps(n * n))

    worker = threading.Thread(target=work)
    worker.start()
    done = ended(states, start(states, made, given))
    worker.join(60)
    assert result(done) == ("SUCCEEDED", [1, 4, "three", 16])
    events = history(states, done["executionArn"])
    counted = Counter(e["type"] for e in events if e["type"].startswith("Activity"))
    assert counted == {"ActivityScheduled": 4, "ActivityStarted": 4, "ActivitySucceeded": 3, "ActivityFailed": 1}
    workers = {e["activityStartedEventDetails"]["workerName"] for e in events if e["type"] == "ActivityStarted"}
    assert workers == {"one"}
    refused(lambda: states.send_task_success(taskToken="none", output="1"), "InvalidToken", 400)
    states.delete_activity(activityArn=activity)
    refused(lambda: states.describe_activity(activityArn=activity), "ActivityDoesNotExist", 400)


@pytest.fixture
def sync(platform):
    """The client puts `sync-` before the host of two operations, and `sync-127.0.0.1` is no address."""
    return platform.client("stepfunctions", inject_host_prefix=False)


def test_an_operation_with_a_host_prefix_needs_a_setting(states, platform, monkeypatch):
    """What `lirio env` prints is enough; without it the client does not come as far as the platform."""
    with pytest.raises(EndpointConnectionError, match="sync-127.0.0.1"):
        states.test_state(definition=json.dumps({"Type": "Succeed"}))
    monkeypatch.setenv("AWS_DISABLE_HOST_PREFIX_INJECTION", "true")
    found = platform.client("stepfunctions").test_state(definition=json.dumps({"Type": "Succeed"}))
    assert found["status"] == "SUCCEEDED"


def test_express(states, sync, role, client):
    """An express machine answers its caller; what it did is only in its log group."""
    logs, group = client("logs"), f"/aws/vendedlogs/states/{fresh('express')}"
    logs.create_log_group(logGroupName=group)
    logging = {"level": "ALL", "includeExecutionData": True, "destinations": [
        {"cloudWatchLogsLogGroup": {"logGroupArn": arn("logs", f"log-group:{group}:*")}}]}
    made = machine(states, role, CHOICE, type="EXPRESS", loggingConfiguration=logging)
    answer = sync.start_sync_execution(stateMachineArn=made, name="one", input='{"n": 11}', includedData="ALL_DATA")
    assert (answer["status"], answer["output"], answer["stateMachineArn"]) == ("SUCCEEDED", '"large"', made)
    assert answer["executionArn"].startswith(arn("states", f"express:{made.rsplit(':', 1)[1]}:one:"))
    assert answer["billingDetails"]["billedDurationInMilliseconds"] % 100 == 0
    assert answer["startDate"] <= answer["stopDate"]
    lean = sync.start_sync_execution(stateMachineArn=made, input='{"n": 1}', includedData="METADATA_ONLY")
    assert lean["status"] == "SUCCEEDED" and "output" not in lean and "input" not in lean
    failing = machine(states, role, {"StartAt": "A", "States": {"A": FAIL}}, type="EXPRESS")
    answer = sync.start_sync_execution(stateMachineArn=failing)
    assert (answer["status"], answer["error"], answer["cause"]) == ("FAILED", "Custom", "because")

    later = start(states, made, {"n": 12}, name="two")
    assert later.startswith(arn("states", f"express:{made.rsplit(':', 1)[1]}:two:"))
    types = lambda execution: [e["type"] for e in logged(logs, group) if e["execution_arn"] == execution]
    whole = ["ExecutionStarted", "ChoiceStateEntered", "ChoiceStateExited", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"]
    until("the asynchronous one is logged", lambda: types(later) == whole)
    refused(lambda: states.describe_execution(executionArn=later), "InvalidArn", 400)
    refused(lambda: states.list_executions(stateMachineArn=made), "StateMachineTypeNotSupported", 400)
    standard = machine(states, role, PASS)
    refused(lambda: sync.start_sync_execution(stateMachineArn=standard), "StateMachineTypeNotSupported", 400)


def logged(logs, group, **more):
    pages = logs.get_paginator("filter_log_events").paginate(logGroupName=group, **more)
    return [json.loads(e["message"]) for page in pages for e in page["events"]]


@pytest.mark.parametrize(
    "level, data, expected",
    [
        ("ALL", True, ["ExecutionStarted", "PassStateEntered", "PassStateExited", "FailStateEntered", "ExecutionFailed"]),
        ("ERROR", False, ["FailStateEntered", "ExecutionFailed"]),
        ("FATAL", True, ["ExecutionFailed"]),
    ],
)
def test_logging(states, role, client, level, data, expected):
    logs, group = client("logs"), f"/aws/vendedlogs/states/{fresh('machine')}"
    logs.create_log_group(logGroupName=group)
    logging = {"level": level, "includeExecutionData": data, "destinations": [
        {"cloudWatchLogsLogGroup": {"logGroupArn": arn("logs", f"log-group:{group}:*")}}]}
    steps = {"P": {"Type": "Pass", "Next": "F"}, "F": FAIL}
    made = machine(states, role, {"StartAt": "P", "States": steps}, loggingConfiguration=logging)
    assert states.describe_state_machine(stateMachineArn=made)["loggingConfiguration"] == logging
    execution = ended(states, start(states, made, {"secret": 1}))["executionArn"]
    found = until("the end is logged", lambda: e if (e := logged(logs, group)) and e[-1]["type"] == "ExecutionFailed" else None)
    assert [e["type"] for e in found] == expected
    assert {e["execution_arn"] for e in found} == {execution}
    assert found[-1]["details"]["error"] == "Custom"
    assert [("secret" in json.dumps(e)) for e in found if e["type"] == "ExecutionStarted"] == [True] * (level == "ALL")
    assert len(logged(logs, group, filterPattern='{ $.type = "ExecutionFailed" }')) == 1
    assert len(logged(logs, group, filterPattern="ExecutionFailed")) == 1


def test_logging_needs_its_group(states, role):
    logging = {"level": "ALL", "destinations": [
        {"cloudWatchLogsLogGroup": {"logGroupArn": arn("logs", "log-group:none-such:*")}}]}
    refused(lambda: machine(states, role, PASS, loggingConfiguration=logging), "InvalidLoggingConfiguration", 400)


def test_versions_and_an_alias(states, role):
    made = machine(states, role, one({"Type": "Pass", "Result": 1}), publish=True, versionDescription="first")
    two = states.update_state_machine(
        stateMachineArn=made, definition=json.dumps(one({"Type": "Pass", "Result": 2})), publish=True)["stateMachineVersionArn"]
    one_ = f"{made}:1"
    assert two == f"{made}:2"
    listed = states.list_state_machine_versions(stateMachineArn=made)["stateMachineVersions"]
    assert [v["stateMachineVersionArn"] for v in listed] == [two, one_]
    assert states.describe_state_machine(stateMachineArn=one_)["description"] == "first"
    states.update_state_machine(stateMachineArn=made, definition=json.dumps(one({"Type": "Pass", "Result": 3})))
    outcome = lambda target: result(ended(states, start(states, target)))[1]
    assert [outcome(target) for target in (one_, two, made)] == [1, 2, 3]

    route = lambda *weights: [{"stateMachineVersionArn": v, "weight": w} for v, w in zip((one_, two), weights) if w]
    live = states.create_state_machine_alias(name="live", routingConfiguration=route(50, 50))["stateMachineAliasArn"]
    assert live == f"{made}:live"
    started = [start(states, live) for _ in range(40)]
    found = [ended(states, e) for e in started]
    assert {e["stateMachineAliasArn"] for e in found} == {live}
    # Forty even draws that all fall on one side are less likely than a broken disk.
    assert {(e["stateMachineVersionArn"], e["output"]) for e in found} == {(one_, "1"), (two, "2")}
    by_alias = states.list_executions(stateMachineArn=live)["executions"]
    assert {e["executionArn"] for e in by_alias} == set(started)
    states.update_state_machine_alias(stateMachineAliasArn=live, routingConfiguration=route(0, 100))
    assert [outcome(live) for _ in range(5)] == [2] * 5
    refused(lambda: states.delete_state_machine_version(stateMachineVersionArn=two), "ConflictException", 400)
    bad = lambda: states.create_state_machine_alias(name="bad", routingConfiguration=route(50, 49))
    refused(bad, "ValidationException", 400)
    states.delete_state_machine_alias(stateMachineAliasArn=live)
    states.delete_state_machine_version(stateMachineVersionArn=two)
    refused(lambda: start(states, two), "StateMachineDoesNotExist", 400)


def test_a_redrive_goes_on_where_it_failed(states, role, client):
    """The bucket that was missing is made; what had succeeded is not done again."""
    bucket = fresh("asl")
    list_ = {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listObjectsV2", "Parameters": {"Bucket": bucket},
             "ResultSelector": {"count.$": "$.KeyCount"}, "End": True}
    steps = {"First": {"Type": "Pass", "Next": "List"}, "List": list_}
    made = machine(states, role, {"StartAt": "First", "States": steps})
    execution = start(states, made)
    before = ended(states, execution)
    assert (before["status"], before["error"]) == ("FAILED", "S3.NoSuchBucketException")
    assert (before["redriveStatus"], before["redriveCount"]) == ("REDRIVABLE", 0)
    client("s3").create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
    states.redrive_execution(executionArn=execution)
    after = ended(states, execution)
    assert result(after) == ("SUCCEEDED", {"count": 0})
    assert (after["redriveStatus"], after["redriveCount"]) == ("NOT_REDRIVABLE", 1)
    assert after["redriveStatusReason"] == "Execution is SUCCEEDED and cannot be redriven"
    types = Counter(e["type"] for e in history(states, execution))
    assert (types["PassStateEntered"], types["TaskScheduled"], types["ExecutionRedriven"]) == (1, 2, 1)
    refused(lambda: states.redrive_execution(executionArn=execution), "ExecutionNotRedrivable", 400)


@pytest.mark.parametrize("kind", ["STANDARD", "EXPRESS"])
def test_a_redrive_goes_on_with_the_map_run(states, role, client, kind):
    """One of three buckets is missing; when it is made, a redrive of the parent does only what is left."""
    s3, buckets = client("s3"), [fresh("asl") for _ in range(3)]
    make = lambda bucket: s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
    make(buckets[0]), make(buckets[2])
    put = {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:putObject", "ResultSelector": {"tag.$": "$.ETag"},
           "Parameters": {"Bucket.$": "$", "Key": "seen", "Body": {"by.$": "$$.Execution.Name"}}, "End": True}
    made = machine(states, role, one({
        "Type": "Map", "Label": "Each", "MaxConcurrency": 1,
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": kind}, "StartAt": "Put", "States": {"Put": put}},
        "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": buckets[0], "Prefix": "out"}},
    }))
    execution = start(states, made, buckets)
    assert ended(states, execution)["error"] == "States.ExceedToleratedFailureThreshold"
    [listed] = states.list_map_runs(executionArn=execution)["mapRuns"]
    run_arn = listed["mapRunArn"]
    shown = lambda: states.describe_map_run(mapRunArn=run_arn)
    counts = lambda of: (of["pending"], of["succeeded"], of["failed"], of["pendingRedrive"], of["failuresNotRedrivable"])
    before = shown()
    assert (before["status"], before["redriveCount"], counts(before["executionCounts"])) == ("FAILED", 0, (1, 1, 1, 0, 0))
    [failed] = states.list_executions(mapRunArn=run_arn, statusFilter="FAILED")["executions"]
    child = states.describe_execution(executionArn=failed["executionArn"])
    assert (child["redriveStatus"], child["error"]) == ("REDRIVABLE_BY_MAP_RUN", "S3.NoSuchBucketException")
    first = s3.head_object(Bucket=buckets[0], Key="seen")["LastModified"]

    make(buckets[1])
    states.redrive_execution(executionArn=execution)
    after = ended(states, execution)
    assert after["status"] == "SUCCEEDED", after
    run = shown()
    assert (run["status"], run["redriveCount"], counts(run["executionCounts"])) == ("SUCCEEDED", 1, (0, 3, 0, 0, 0))
    assert run["redriveDate"] >= run["startDate"] == before["startDate"]
    assert len(states.list_map_runs(executionArn=execution)["mapRuns"]) == 1
    types = [e["type"] for e in history(states, execution) if "MapRun" in e["type"] or "Redriven" in e["type"]]
    assert types == ["MapRunStarted", "MapRunFailed", "ExecutionRedriven", "MapRunRedriven", "MapRunSucceeded"]
    [redriven] = states.list_executions(mapRunArn=run_arn, redriveFilter="REDRIVEN")["executions"]
    assert (redriven["executionArn"], redriven["redriveCount"]) == (failed["executionArn"], 1)
    assert ("redriveDate" in redriven) == (kind == "STANDARD")
    assert len(states.list_executions(mapRunArn=run_arn, redriveFilter="NOT_REDRIVEN")["executions"]) == 2
    if kind == "STANDARD":
        own = [e["type"] for e in history(states, failed["executionArn"])]
        assert own.count("ExecutionRedriven") == 1 and own.count("TaskScheduled") == 2
    else:
        refused(lambda: history(states, failed["executionArn"]), "InvalidArn", 400)
    # What had succeeded was not done again.
    assert s3.head_object(Bucket=buckets[0], Key="seen")["LastModified"] == first
    read = lambda key: json.loads(s3.get_object(Bucket=buckets[0], Key=key)["Body"].read())
    manifest = read(result(after)[1]["ResultWriterDetails"]["Key"])
    [good] = manifest["ResultFiles"]["SUCCEEDED"]
    assert [e["RedriveCount"] for e in read(good["Key"])] == [0, 1, 0] and not manifest["ResultFiles"]["FAILED"]


def test_the_end_of_an_execution_starts_another(states, role, client):
    """A rule on the status of one machine's executions, with another machine as its target."""
    events, name = client("events"), fresh("status")
    trust = document({"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sts:AssumeRole"})
    starter = client("iam").create_role(RoleName=name, AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    watched, target = machine(states, role, {"StartAt": "A", "States": {"A": FAIL}}), machine(states, role, PASS)
    client("iam").put_role_policy(RoleName=name, PolicyName="p", PolicyDocument=document(allow(["states:StartExecution"], target)))
    pattern = {"source": ["aws.states"], "detail-type": ["Step Functions Execution Status Change"],
               "detail": {"stateMachineArn": [watched], "status": [{"anything-but": ["RUNNING", "SUCCEEDED"]}]}}
    events.put_rule(Name=name, EventPattern=json.dumps(pattern))
    assert events.put_targets(Rule=name, Targets=[{"Id": "t", "Arn": target, "RoleArn": starter}])["FailedEntryCount"] == 0
    failed = start(states, watched, {"a": 1}, name="one")
    [found] = until("the target ran", lambda: states.list_executions(stateMachineArn=target, statusFilter="SUCCEEDED")["executions"])
    event = json.loads(states.describe_execution(executionArn=found["executionArn"])["input"])
    assert (event["source"], event["resources"], event["region"]) == ("aws.states", [failed], REGION)
    detail = event["detail"]
    assert (detail["status"], detail["error"], detail["cause"]) == ("FAILED", "Custom", "because")
    assert (detail["executionArn"], detail["name"], detail["input"], detail["output"]) == (failed, "one", '{"a": 1}', None)
    assert detail["startDate"] <= detail["stopDate"] and detail["inputDetails"] == {"included": True}


def test_a_state_by_itself(sync, role):
    put = {
        "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:putObject", "Next": "B",
        "Parameters": {"Bucket.$": "$.bucket", "Key": "k", "Body": "text"},
        "Catch": [{"ErrorEquals": ["S3.NoSuchBucketException"], "ResultPath": "$.error", "Next": "C"}],
    }

    def tried(**request):
        return sync.test_state(definition=json.dumps(put), input=json.dumps({"bucket": "asl-none"}), **request)

    real = tried(roleArn=role, inspectionLevel="DEBUG")
    assert (real["status"], real["error"], real["nextState"]) == ("CAUGHT_ERROR", "S3.NoSuchBucketException", "C")
    assert real["inspectionData"]["errorDetails"] == {"catchIndex": 0}
    mocked = tried(mock={"result": json.dumps({"ETag": "e"})})
    assert (mocked["status"], mocked["nextState"], json.loads(mocked["output"])) == ("SUCCEEDED", "B", {"ETag": "e"})
    why = refused(lambda: tried(mock={"result": json.dumps({"ETag": 1})}), "ValidationException", 400)
    assert "Field 'ETag' must be a string" in why
