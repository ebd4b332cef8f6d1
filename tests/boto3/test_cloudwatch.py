"""CloudWatch with unmodified boto3, in its three protocols."""

import datetime
import gzip
import json
import time
import urllib.parse
import urllib.request

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from support.names import fresh, refused
from support.platform import REGION, http, until
from support.stack import arn


@pytest.fixture
def cloudwatch(client):
    return client("cloudwatch")


def minutes_ago(n):
    now = datetime.datetime.now(datetime.UTC).replace(second=0, microsecond=0)
    return now - datetime.timedelta(minutes=n)


def signed(platform, headers, body, path="/"):
    """A request by hand: status, headers, body."""
    request = AWSRequest("POST", platform.url + path, headers=headers, data=body)
    SigV4Auth(Credentials(*platform.credentials()), "monitoring", REGION).add_auth(request)
    return http("POST", platform.url + path, body, dict(request.headers))


def test_values_come_back(cloudwatch):
    namespace = fresh("Test")
    at = minutes_ago(5)
    dimensions = [{"Name": "Host", "Value": "a"}]
    cloudwatch.put_metric_data(Namespace=namespace, MetricData=[
        {"MetricName": "Latency", "Dimensions": dimensions, "Timestamp": at, "Values": [1.0, 2.0, 9.0], "Counts": [1, 2, 1], "Unit": "Milliseconds"},
        {"MetricName": "Errors", "Dimensions": dimensions, "Timestamp": at, "Value": 2},
    ])
    found = cloudwatch.get_metric_statistics(
        Namespace=namespace, MetricName="Latency", Dimensions=dimensions, StartTime=at, EndTime=minutes_ago(0), Period=60,
        Statistics=["Average", "Maximum", "SampleCount"],
    )
    [point] = found["Datapoints"]
    assert (point["Average"], point["Maximum"], point["SampleCount"], point["Unit"]) == (3.5, 9.0, 4.0, "Milliseconds")
    assert point["Timestamp"] == at

    def metric(id, name, stat):
        return {"Id": id, "ReturnData": True, "MetricStat": {
            "Metric": {"Namespace": namespace, "MetricName": name, "Dimensions": dimensions}, "Period": 60, "Stat": stat}}

    answer = cloudwatch.get_metric_data(StartTime=at, EndTime=minutes_ago(0), MetricDataQueries=[
        metric("n", "Latency", "SampleCount"), metric("e", "Errors", "Sum"), metric("p", "Latency", "p99"),
        {"Id": "rate", "Expression": "100 * e / n", "Label": "Error rate"},
    ])
    values = {r["Id"]: (r["Label"], r["Values"]) for r in answer["MetricDataResults"]}
    assert values["rate"] == ("Error rate", [50.0])
    assert 8.7 < values["p"][1][0] <= 9.0
    names = {m["MetricName"] for page in cloudwatch.get_paginator("list_metrics").paginate(Namespace=namespace) for m in page["Metrics"]}
    assert names == {"Latency", "Errors"}


def test_large_data_come_compressed(cloudwatch):
    namespace = fresh("Test")
    # boto3 compresses what is longer than 10 KiB.
    cloudwatch.put_metric_data(Namespace=namespace, MetricData=[
        {"MetricName": f"m{i}", "Value": i, "Dimensions": [{"Name": "Dimension", "Value": "v" * 100}]} for i in range(400)
    ])
    pages = cloudwatch.get_paginator("list_metrics").paginate(Namespace=namespace)
    assert sum(len(page["Metrics"]) for page in pages) == 400


def test_an_alarm_follows_its_metric(cloudwatch, client):
    namespace, name = fresh("Test"), fresh("alarm")
    logs, events, group = client("logs"), client("events"), f"/aws/events/{fresh('alarms')}"
    logs.create_log_group(logGroupName=group)
    events.put_rule(Name=name, EventPattern=json.dumps({
        "source": ["aws.cloudwatch"], "detail-type": ["CloudWatch Alarm State Change"], "resources": [arn("cloudwatch", f"alarm:{name}")],
    }))
    events.put_targets(Rule=name, Targets=[{"Id": "t", "Arn": arn("logs", f"log-group:{group}")}])
    cloudwatch.put_metric_alarm(
        AlarmName=name, Namespace=namespace, MetricName="Errors", Statistic="Sum", Period=60, EvaluationPeriods=1,
        Threshold=1, ComparisonOperator="GreaterThanOrEqualToThreshold", TreatMissingData="missing",
        Tags=[{"Key": "team", "Value": "ml"}],
    )

    def alarm():
        [found] = cloudwatch.describe_alarms(AlarmNames=[name])["MetricAlarms"]
        return found

    def put(value, at):
        cloudwatch.put_metric_data(Namespace=namespace, MetricData=[{"MetricName": "Errors", "Value": value, "Timestamp": at}])

    assert alarm()["StateValue"] == "INSUFFICIENT_DATA"
    put(0, minutes_ago(3))
    assert alarm()["StateValue"] == "OK"
    put(5, minutes_ago(2))
    found = alarm()
    assert found["StateValue"] == "ALARM"
    assert found["StateReason"].startswith("Threshold Crossed: 1 out of the last 1 datapoint [5.0 (")
    put(0, minutes_ago(1))
    assert alarm()["StateValue"] == "OK"

    def arrived():
        found = logs.filter_log_events(logGroupName=group)["events"]
        details = [json.loads(e["message"])["detail"] for e in found]
        return details if len(details) >= 3 else None

    details = until("three changes at the rule's target", arrived)
    changes = {(d["previousState"]["value"], d["state"]["value"]) for d in details}
    assert changes == {("INSUFFICIENT_DATA", "OK"), ("OK", "ALARM"), ("ALARM", "OK")}
    assert details[0]["configuration"]["metrics"][0]["metricStat"]["metric"]["name"] == "Errors"
    history = cloudwatch.describe_alarm_history(AlarmName=name, HistoryItemType="StateUpdate")["AlarmHistoryItems"]
    assert history[0]["HistorySummary"] == "Alarm updated from ALARM to OK"
    assert len(history) == 3
    tags = cloudwatch.list_tags_for_resource(ResourceARN=alarm()["AlarmArn"])["Tags"]
    assert tags == [{"Key": "team", "Value": "ml"}]
    cloudwatch.delete_alarms(AlarmNames=[name])
    refused(lambda: cloudwatch.delete_alarms(AlarmNames=[name]), "ResourceNotFound", 404)


def test_an_alarm_is_raised_within_its_period_and_falls_at_an_end(cloudwatch):
    namespace, name = fresh("Test"), fresh("alarm")
    cloudwatch.put_metric_alarm(
        AlarmName=name, Namespace=namespace, MetricName="Worst", Statistic="Maximum", Period=10, EvaluationPeriods=1,
        Threshold=10, ComparisonOperator="GreaterThanThreshold",
    )
    put = lambda value: cloudwatch.put_metric_data(Namespace=namespace, MetricData=[{"MetricName": "Worst", "Value": value, "StorageResolution": 1}])
    state = lambda: cloudwatch.describe_alarms(AlarmNames=[name])["MetricAlarms"][0]["StateValue"]
    # No value that follows makes a maximum smaller: nothing is waited for.
    put(50)
    assert state() == "ALARM"

    # A later period with a good value: its end, a timer and nobody's call, makes it count.  That periods without any
    # data make INSUFFICIENT_DATA is in crates/cloudwatch/tests, where no minute passes.
    period = lambda: int(time.time()) // 10
    begun = period()
    until("the next period begins", lambda: period() > begun)
    put(1)
    until("OK at the end of the period", lambda: state() == "OK", pause=0.1)


def test_states_that_are_set_and_composites(cloudwatch):
    child, parent = fresh("child"), fresh("parent")
    cloudwatch.put_metric_alarm(
        AlarmName=child, Namespace=fresh("Test"), MetricName="m", Statistic="Average", Period=3600, EvaluationPeriods=1,
        Threshold=1, ComparisonOperator="LessThanThreshold", AlarmActions=["arn:aws:sns:eu-west-1:000000000000:topic"],
    )
    cloudwatch.put_composite_alarm(AlarmName=parent, AlarmRule=f'ALARM("{child}") AND NOT FALSE')
    state = lambda name: [a["StateValue"] for kind in ("MetricAlarms", "CompositeAlarms") for a in cloudwatch.describe_alarms(
        AlarmNames=[name], AlarmTypes=["MetricAlarm", "CompositeAlarm"])[kind]][0]
    assert (state(child), state(parent)) == ("INSUFFICIENT_DATA", "OK")
    cloudwatch.set_alarm_state(AlarmName=child, StateValue="ALARM", StateReason="a drill")
    assert (state(child), state(parent)) == ("ALARM", "ALARM")
    # SNS is not here: the alarm's history says that its action failed.
    history = lambda: cloudwatch.describe_alarm_history(AlarmName=child, HistoryItemType="Action")["AlarmHistoryItems"]
    [item] = until("the action", history)
    assert item["HistorySummary"].startswith("Failed to execute action arn:aws:sns")
    assert "sns is not served" in json.loads(item["HistoryData"])["error"]
    cloudwatch.set_alarm_state(AlarmName=child, StateValue="OK", StateReason="over")
    assert (state(child), state(parent)) == ("OK", "OK")
    refused(lambda: cloudwatch.set_alarm_state(AlarmName="nobody", StateValue="OK", StateReason="r"), "ResourceNotFound", 404)
    refused(lambda: cloudwatch.put_composite_alarm(AlarmName=parent, AlarmRule="ALARM(nobody)"), "ValidationError", 400)
    cloudwatch.delete_alarms(AlarmNames=[parent, child])


def test_errors_have_the_codes_that_query_had(cloudwatch):
    data = [{"MetricName": "m", "Value": 1, "Values": [1]}]
    refused(lambda: cloudwatch.put_metric_data(Namespace="n", MetricData=data), "InvalidParameterCombination", 400)
    with pytest.raises(cloudwatch.exceptions.InvalidParameterValueException):
        cloudwatch.put_metric_data(Namespace="n", MetricData=[{"MetricName": "m", "Value": float("nan")}])
    refused(lambda: cloudwatch.put_dashboard(DashboardName="d", DashboardBody="{}"), "NotImplemented", 501)


def test_query(platform, cloudwatch):
    namespace, at = fresh("Test"), minutes_ago(2)
    form = {
        "Action": "PutMetricData", "Version": "2010-08-01", "Namespace": namespace,
        "MetricData.member.1.MetricName": "m", "MetricData.member.1.Value": "4.5", "MetricData.member.1.Unit": "Seconds",
        "MetricData.member.1.Timestamp": at.isoformat(),
        "MetricData.member.1.Dimensions.member.1.Name": "d", "MetricData.member.1.Dimensions.member.1.Value": "v",
    }
    kind = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
    status, _, body = signed(platform, kind, urllib.parse.urlencode(form).encode())
    assert status == 200 and b'<PutMetricDataResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/">' in body, body
    # The same compressed, as SDKs send it.
    form["MetricData.member.1.Value"] = "5.5"
    status, _, body = signed(platform, kind | {"Content-Encoding": "gzip"}, gzip.compress(urllib.parse.urlencode(form).encode()))
    assert status == 200, body
    ask = {
        "Action": "GetMetricStatistics", "Version": "2010-08-01", "Namespace": namespace, "MetricName": "m", "Period": "60",
        "Dimensions.member.1.Name": "d", "Dimensions.member.1.Value": "v", "Statistics.member.1": "Sum",
        "StartTime": at.isoformat(), "EndTime": minutes_ago(0).isoformat(),
    }
    status, _, body = signed(platform, kind, urllib.parse.urlencode(ask).encode())
    assert status == 200 and b"<Sum>10</Sum>" in body and b"<Unit>Seconds</Unit>" in body, body
    status, _, body = signed(platform, kind, urllib.parse.urlencode(ask | {"Period": "7"}).encode())
    assert status == 400 and b"<Type>Sender</Type><Code>InvalidParameterValue</Code>" in body, body
    status, _, body = signed(platform, kind, urllib.parse.urlencode({"Action": "PutDashboard", "Version": "2010-08-01"}).encode())
    assert status == 501 and b"<Code>NotImplemented</Code>" in body, body
    found = cloudwatch.list_metrics(Namespace=namespace)["Metrics"]
    assert found == [{"Namespace": namespace, "MetricName": "m", "Dimensions": [{"Name": "d", "Value": "v"}]}]


def test_json(platform):
    namespace = fresh("Test")

    def call(operation, body):
        headers = {
            "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": f"GraniteServiceVersion20100801.{operation}",
            "x-amzn-query-mode": "true",
        }
        status, headers, answer = signed(platform, headers, json.dumps(body).encode())
        return status, {name.lower(): value for name, value in dict(headers).items()}, json.loads(answer or "{}")

    data = [{"MetricName": "m", "Value": 1.5}]
    assert call("PutMetricData", {"Namespace": namespace, "MetricData": data})[0] == 200
    status, headers, answer = call("ListMetrics", {"Namespace": namespace})
    assert status == 200 and headers["content-type"] == "application/x-amz-json-1.0"
    assert answer["Metrics"] == [{"Namespace": namespace, "MetricName": "m", "Dimensions": []}]
    status, headers, answer = call("PutMetricData", {"Namespace": namespace, "MetricData": [{"MetricName": "m"}]})
    assert (status, answer["__type"]) == (400, "MissingRequiredParameterException")
    assert headers["x-amzn-query-error"] == "MissingParameter;Sender"


def test_iam_asks_for_the_namespace(platform, client):
    iam, user = client("iam"), fresh("user")
    iam.create_user(UserName=user)
    key = iam.create_access_key(UserName=user)["AccessKey"]
    iam.put_user_policy(UserName=user, PolicyName="p", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Action": "cloudwatch:PutMetricData", "Resource": "*",
        "Condition": {"StringEquals": {"cloudwatch:namespace": "Mine"}},
    }]}))
    mine = platform.client("cloudwatch", key["AccessKeyId"], key["SecretAccessKey"])
    data = [{"MetricName": "m", "Value": 1}]
    mine.put_metric_data(Namespace="Mine", MetricData=data)
    refused(lambda: mine.put_metric_data(Namespace="Theirs", MetricData=data), "AccessDenied")
    refused(lambda: mine.describe_alarms(), "AccessDenied")
