"""The whole loop with unmodified boto3. The only trigger is an upload."""

import json
import threading
from collections import Counter

import pytest

from support.platform import until
from support.stack import Stack, variant

ROWS = {"setosa": "5.1,3.5,1.4,0.2", "versicolor": "5.9,2.8,4.3,1.3", "virginica": "6.7,3.0,5.5,2.1"}


@pytest.fixture(scope="module")
def stack(platform, binaries):
    return Stack(platform, "iris").create(binaries)


@pytest.fixture(scope="module")
def live(stack, iris):
    """The stack after one good run; the execution as it ended."""
    execution = stack.run(iris)
    assert execution["status"] == "SUCCEEDED", (execution.get("error"), execution.get("cause"))
    return execution


def counted(client, operation):
    """Counts the calls of an operation, by botocore's own event."""
    calls = Counter()
    client.meta.events.register(f"before-send.{operation}", lambda **_: calls.update([operation]))
    return calls


@pytest.mark.deadline(110)
def test_an_upload_trains_deploys_and_validates(stack, iris, platform):
    """boto3's waiters poll every 30 and 120 s; held by the server, none of them may come to a second round
    trip that waits, so the whole test fits a deadline below one such delay."""
    sagemaker = platform.client("sagemaker")
    assert stack.executions() == []
    stack.upload(iris)
    execution = stack.new_execution([])
    job = stack.job_of({"name": execution.rsplit(":", 1)[1]})
    # The execution has started; its first state creates the job a moment later.
    described = counted(sagemaker, "sagemaker.DescribeTrainingJob")
    jobs = lambda: [j["TrainingJobName"] for j in sagemaker.list_training_jobs()["TrainingJobSummaries"]]
    until("the job is there", lambda: job in jobs())
    sagemaker.get_waiter("training_job_completed_or_stopped").wait(TrainingJobName=job)
    assert described["sagemaker.DescribeTrainingJob"] <= 3

    until("the endpoint is there", lambda: sagemaker.list_endpoints()["Endpoints"])
    described = counted(sagemaker, "sagemaker.DescribeEndpoint")
    sagemaker.get_waiter("endpoint_in_service").wait(EndpointName=stack.name)
    assert described["sagemaker.DescribeEndpoint"] <= 3

    ended = stack.ended(execution)
    assert ended["status"] == "SUCCEEDED", (ended.get("error"), ended.get("cause"))
    validation = json.loads(ended["output"])["validation"]
    assert validation["accuracy"] >= 0.93
    assert validation["rows"] == 30
    assert validation["labels"] == sorted(ROWS)
    assert sum(map(sum, validation["confusion_matrix"])) == 30
    assert sagemaker.describe_endpoint(EndpointName=stack.name)["EndpointConfigName"] == job


def test_the_job_is_described_as_on_aws(stack, live, client):
    job = client("sagemaker").describe_training_job(TrainingJobName=stack.job_of(live))
    assert job["TrainingJobStatus"] == "Completed"
    assert job["SecondaryStatus"] == "Completed"
    assert job["TrainingStartTime"] <= job["TrainingEndTime"]
    assert job["ModelArtifacts"]["S3ModelArtifacts"].endswith("/output/model.tar.gz")
    phases = [t["Status"] for t in job["SecondaryStatusTransitions"]]
    assert phases[0] == "Starting" and phases[-1] == "Completed", phases
    assert [p for p in phases if p in ("Downloading", "Training", "Uploading")] == ["Downloading", "Training", "Uploading"]
    metrics = {m["MetricName"]: m["Value"] for m in job["FinalMetricDataList"]}
    assert metrics["validation:accuracy"] >= 0.93
    assert "VpcConfig" not in job, "absent members are left out"


def test_the_history_tells_the_run(stack, live, client):
    pages = client("stepfunctions").get_paginator("get_execution_history")
    events = pages.paginate(executionArn=live["executionArn"]).build_full_result()["events"]
    assert [e["id"] for e in events] == list(range(1, len(events) + 1))
    assert (events[0]["type"], events[-1]["type"]) == ("ExecutionStarted", "ExecutionSucceeded")
    entered = [e["stateEnteredEventDetails"]["name"] for e in events if e["type"].endswith("StateEntered")]
    assert entered[:2] == ["PrepareRun", "Train"] and entered[-2:] == ["IsModelGoodEnough", "Done"], entered
    assert not [e for e in events if e["type"] == "WaitStateEntered"], "a held Describe makes every Wait needless"


def test_the_logs_are_kept(stack, live, client):
    logs = client("logs")
    for group, prefix in (("/aws/sagemaker/TrainingJobs", stack.job_of(live)), (f"/aws/lambda/{stack.name}-validate", "")):
        more = {"logStreamNamePrefix": prefix} if prefix else {}
        events = logs.filter_log_events(logGroupName=group, **more)["events"]
        assert events, f"nothing in {group} {prefix}"
        text = "\n".join(e["message"] for e in events)
        assert ("held out" if prefix else "rows predicted correctly") in text, text


@pytest.mark.parametrize("species", ROWS)
def test_predictions(stack, live, species):
    row = [float(cell) for cell in ROWS[species].split(",")]
    csv = stack.predict(ROWS[species]).decode()
    assert csv.split(",")[0] == species
    answer = json.loads(stack.predict(json.dumps({"instances": [row]}), "application/json"))
    [prediction] = answer["predictions"]
    assert prediction["label"] == species
    assert abs(sum(prediction["probabilities"].values()) - 1) < 1e-9
    lines = stack.predict(json.dumps(row) + "\n" + json.dumps(row), "application/jsonlines").splitlines()
    assert [json.loads(line)["label"] for line in lines] == [species, species]


def test_a_row_that_does_not_fit_is_a_model_error(stack, live, client):
    runtime = client("sagemaker-runtime")
    with pytest.raises(runtime.exceptions.ModelError) as caught:
        runtime.invoke_endpoint(EndpointName=stack.name, ContentType="text/csv", Body="1,two,3,4")
    assert caught.value.response["ResponseMetadata"]["HTTPStatusCode"] == 424
    assert 400 <= caught.value.response["OriginalStatusCode"] < 500
    assert "two" in caught.value.response["OriginalMessage"]


@pytest.mark.deadline(180)
def test_a_second_upload_deploys_with_no_request_lost(stack, live, iris, platform):
    before = stack.endpoint()["EndpointConfigName"]
    stop, failures, answers = threading.Event(), [], Counter()

    def ask():
        runtime = platform.client("sagemaker-runtime")
        while not stop.is_set():
            for species, row in ROWS.items():
                try:
                    answer = runtime.invoke_endpoint(EndpointName=stack.name, ContentType="text/csv", Body=row)
                    label = answer["Body"].read().decode().split(",")[0]
                    answers[label == species] += 1
                except Exception as error:  # Whatever it is, a request was lost.
                    failures.append(repr(error))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    try:
        for number in range(1, 6):
            # Requests are under way before, during and after each switch.
            seen = answers.total()
            until("requests are answered", lambda: failures or answers.total() > seen + 20)
            execution = stack.run(variant(iris, number))
            assert execution["status"] == "SUCCEEDED", (execution.get("error"), execution.get("cause"))
            after = stack.endpoint()
            assert (after["EndpointStatus"], after["EndpointConfigName"]) == ("InService", stack.job_of(execution))
            assert after["EndpointConfigName"] != before
            before = after["EndpointConfigName"]
        seen = answers.total()
        until("requests are answered", lambda: failures or answers.total() > seen + 20)
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert failures == [], f"{len(failures)} of {answers.total() + len(failures)} requests failed"
    assert answers[False] == 0, answers
    print(f"{answers.total()} requests during 5 switches, none failed")


def bad(iris):
    """Bad data: a name, the bytes, and what the reason must say."""
    text = iris.decode()
    lines = text.splitlines()
    word = lines[:]
    word[6] = word[6].replace(",", ",wide,", 1).split(",")
    word[6] = ",".join(word[6][:2] + word[6][3:])
    return {
        "no label column": (text.replace("species", "kind", 1).encode(), ["species", "kind"]),
        "a word in a number column": ("\n".join(word).encode(), ["line 7", "sepal_width", "wide"]),
        "one class": ("\n".join([lines[0]] + [l for l in lines if l.endswith(",setosa")]).encode(), ["one class", "setosa"]),
        "header only": ((lines[0] + "\n").encode(), ["no rows"]),
        "not UTF-8": (iris.replace(b"virginica", b"virg\xefnica", 1), ["UTF-8", "line 102"]),
        "an empty file": (b"", ["empty"]),
        "a binary file": (bytes(range(256)) * 4, ["UTF-8"]),
    }


@pytest.mark.deadline(180)
@pytest.mark.parametrize(
    "case",
    ["no label column", "a word in a number column", "one class", "header only", "not UTF-8", "an empty file", "a binary file"],
)
def test_bad_data_fails_clearly_and_leaves_the_endpoint(stack, live, client, iris, case):
    content, words = bad(iris)[case]
    before = stack.endpoint()
    artifacts = stack.artifacts()
    execution = stack.run(content)
    assert execution["status"] == "FAILED"
    job = client("sagemaker").describe_training_job(TrainingJobName=stack.job_of(execution))
    assert job["TrainingJobStatus"] == "Failed"
    for word in words:
        assert word in job["FailureReason"], job["FailureReason"]
        assert word in execution["cause"], execution["cause"]
    after = stack.endpoint()
    assert after["EndpointConfigName"] == before["EndpointConfigName"]
    assert after["EndpointStatus"] == "InService"
    assert stack.predict(ROWS["setosa"]).decode().startswith("setosa")
    assert stack.artifacts() == artifacts
    stored = client("s3").get_object(Bucket=stack.bucket, Key="training-data/iris_final.csv")["Body"].read()
    assert stored == content, "what was uploaded stays as it was"


def test_other_keys_start_nothing(stack, live):
    before = stack.executions()
    stack.upload(b"x", key="notes/readme.txt")
    stack.upload(b"x", key="models/by-hand.txt")
    # An upload that does match comes after them in the same durable order.
    execution = stack.run(b"x,species\n")
    assert execution["status"] == "FAILED"
    assert len(stack.executions()) == len(before) + 1


@pytest.mark.deadline(120)
def test_a_worse_model_is_taken_back(stack, live, iris):
    """Labels drawn without regard to the rows: the gate of 0.93 puts the model before back."""
    before = stack.endpoint()["EndpointConfigName"]
    lines = iris.decode().splitlines()
    species = sorted(ROWS)
    noise = [lines[0]] + [f"{line.rsplit(',', 1)[0]},{species[(i * 7 + i // 3) % 3]}" for i, line in enumerate(lines[1:])]
    execution = stack.run("\n".join(noise).encode())
    assert (execution["status"], execution["error"]) == ("FAILED", "AccuracyBelowGate")
    assert "below the gate of 0.93" in execution["cause"]
    after = stack.endpoint()
    assert (after["EndpointStatus"], after["EndpointConfigName"]) == ("InService", before)


@pytest.mark.deadline(120)
def test_deleting_the_endpoint_ends_it(stack, live, client):
    """Last in the file: boto3's waiter returns when it is gone, and invoking says so."""
    sagemaker, runtime = client("sagemaker"), client("sagemaker-runtime")
    sagemaker.delete_endpoint(EndpointName=stack.name)
    described = counted(sagemaker, "sagemaker.DescribeEndpoint")
    sagemaker.get_waiter("endpoint_deleted").wait(EndpointName=stack.name)
    assert described["sagemaker.DescribeEndpoint"] <= 3
    with pytest.raises(runtime.exceptions.ClientError, match="ValidationError"):
        runtime.invoke_endpoint(EndpointName=stack.name, ContentType="text/csv", Body=ROWS["setosa"])
