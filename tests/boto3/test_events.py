"""EventBridge and CloudTrail with unmodified boto3."""

import json

import pytest

from support.names import fresh, refused
from support.platform import ACCOUNT, REGION, until
from support.stack import arn, document


@pytest.fixture
def events(client):
    return client("events")


@pytest.fixture
def sink(client):
    """A log group to send events to: its ARN, and a function that answers what has arrived."""
    logs, group = client("logs"), f"/aws/events/{fresh('sink')}"
    logs.create_log_group(logGroupName=group)

    def messages():
        pages = logs.get_paginator("filter_log_events").paginate(logGroupName=group)
        return [json.loads(e["message"]) for page in pages for e in page["events"]]

    return arn("logs", f"log-group:{group}"), messages


def test_rules_and_targets(events, client):
    name = fresh("rule")
    trust = document({"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sts:AssumeRole"})
    role = client("iam").create_role(RoleName=name, AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    made = events.put_rule(Name=name, EventPattern='{"source": ["a"]}', Description="d")
    assert made["RuleArn"] == arn("events", f"rule/{name}")
    found = events.describe_rule(Name=name)
    assert (found["State"], json.loads(found["EventPattern"]), found["EventBusName"]) == ("ENABLED", {"source": ["a"]}, "default")
    target = {"Id": "t", "Arn": arn("states", "stateMachine:x"), "RoleArn": role, "Input": '{"a":1}'}
    assert events.put_targets(Rule=name, Targets=[target])["FailedEntryCount"] == 0
    assert events.list_targets_by_rule(Rule=name)["Targets"] == [target]
    assert events.list_rule_names_by_target(TargetArn=target["Arn"])["RuleNames"] == [name]
    events.disable_rule(Name=name)
    assert events.describe_rule(Name=name)["State"] == "DISABLED"
    refused(lambda: events.delete_rule(Name=name), "ValidationException", 400)
    events.remove_targets(Rule=name, Ids=["t"])
    events.delete_rule(Name=name)
    refused(lambda: events.describe_rule(Name=name), "ResourceNotFoundException", 400)


@pytest.mark.parametrize("pattern", ["{", "[]", '{"source": "a"}', '{"source": []}', '{"a": [{"prefx": "b"}]}'])
def test_a_wrong_pattern_is_refused(events, pattern):
    refused(lambda: events.put_rule(Name=fresh("rule"), EventPattern=pattern), "InvalidEventPatternException", 400)


EVENT = {
    "id": "1", "account": ACCOUNT, "source": "shop", "time": "2026-01-01T00:00:00Z", "region": REGION,
    "resources": [], "detail-type": "order", "detail": {"price": 12.5, "item": "tea", "to": {"ip": "10.1.2.3"}, "tags": ["a", "b"]},
}


@pytest.mark.parametrize(
    "detail, expected",
    [
        ({"item": ["tea", "milk"]}, True),
        ({"item": ["milk"]}, False),
        ({"item": [{"prefix": "t"}]}, True),
        ({"item": [{"anything-but": ["tea"]}]}, False),
        ({"price": [{"numeric": [">", 10, "<=", 12.5]}]}, True),
        ({"to": {"ip": [{"cidr": "10.1.0.0/16"}]}}, True),
        ({"none": [{"exists": False}]}, True),
        ({"tags": ["b"]}, True),
        ({"item": [{"wildcard": "t*a"}]}, True),
        ({"$or": [{"item": ["milk"]}, {"price": [12.5]}]}, True),
    ],
)
def test_patterns(events, detail, expected):
    pattern = json.dumps({"source": ["shop"], "detail": detail})
    assert events.test_event_pattern(EventPattern=pattern, Event=json.dumps(EVENT))["Result"] is expected


def test_own_events_reach_their_targets(events, sink):
    target, messages = sink
    source = fresh("source")
    events.put_rule(Name=source, EventPattern=json.dumps({"source": [source], "detail": {"n": [{"numeric": [">", 1]}]}}))
    transformer = {"InputPathsMap": {"n": "$.detail.n", "kind": "$.detail-type"}, "InputTemplate": '{"got": <n>, "kind": "<kind>"}'}
    for id_, more in (("whole", {}), ("part", {"InputPath": "$.detail"}), ("made", {"InputTransformer": transformer})):
        assert events.put_targets(Rule=source, Targets=[{"Id": id_, "Arn": target, **more}])["FailedEntryCount"] == 0
    entry = lambda n: {"Source": source, "DetailType": "count", "Detail": json.dumps({"n": n}), "Resources": ["r"]}
    answer = events.put_events(Entries=[entry(1), entry(2), {"Source": source, "DetailType": "count", "Detail": "["}])
    assert answer["FailedEntryCount"] == 1
    assert answer["Entries"][2]["ErrorCode"] == "MalformedDetail"
    found = until("three messages arrive", lambda: m if len(m := messages()) >= 3 else None)
    assert len(found) == 3
    [whole] = [m for m in found if "detail-type" in m]
    assert (whole["id"], whole["account"], whole["region"]) == (answer["Entries"][1]["EventId"], ACCOUNT, REGION)
    assert (whole["resources"], whole["detail"]) == (["r"], {"n": 2})
    assert {"n": 2} in found and {"got": 2, "kind": "count"} in found


def test_the_trail_tells_uploads_as_aws_does(events, client, sink):
    """The event that the pipeline's rule matches, member for member."""
    target, messages = sink
    s3, trail = client("s3"), client("cloudtrail")
    bucket, other = fresh("bucket"), fresh("bucket")
    for name in (bucket, other):
        s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    trail.create_trail(Name=bucket, S3BucketName=other)
    selector = {"ReadWriteType": "WriteOnly", "IncludeManagementEvents": False,
                "DataResources": [{"Type": "AWS::S3::Object", "Values": [f"arn:aws:s3:::{bucket}/data/"]}]}
    trail.put_event_selectors(TrailName=bucket, EventSelectors=[selector])
    assert trail.get_event_selectors(TrailName=bucket)["EventSelectors"][0]["DataResources"] == selector["DataResources"]
    pattern = {"source": ["aws.s3"], "detail-type": ["AWS API Call via CloudTrail"],
               "detail": {"eventSource": ["s3.amazonaws.com"], "requestParameters": {"bucketName": [bucket, other]}}}
    events.put_rule(Name=bucket, EventPattern=json.dumps(pattern))
    events.put_targets(Rule=bucket, Targets=[{"Id": "t", "Arn": target}])
    s3.put_object(Bucket=bucket, Key="data/before.csv", Body=b"the trail is not logging")
    trail.start_logging(Name=bucket)
    s3.put_object(Bucket=other, Key="data/x.csv", Body=b"another bucket")
    s3.put_object(Bucket=bucket, Key="notes/x.csv", Body=b"another prefix")
    s3.get_object(Bucket=bucket, Key="data/before.csv")["Body"].read()
    s3.put_object(Bucket=bucket, Key="data/a b.csv", Body=b"this one")
    s3.delete_object(Bucket=bucket, Key="data/a b.csv")
    found = until("two events arrive", lambda: m if len(m := messages()) >= 2 else None)
    by_name = {m["detail"]["eventName"]: m for m in found}
    assert sorted(m["detail"]["eventName"] for m in found) == ["DeleteObject", "PutObject"]
    put = by_name["PutObject"]
    detail = put["detail"]
    assert (put["source"], put["detail-type"], put["account"], put["region"]) == (
        "aws.s3", "AWS API Call via CloudTrail", ACCOUNT, REGION)
    assert (detail["requestParameters"]["bucketName"], detail["requestParameters"]["key"]) == (bucket, "data/a b.csv")
    assert (detail["awsRegion"], detail["eventSource"], detail["readOnly"]) == (REGION, "s3.amazonaws.com", False)
    assert (detail["eventCategory"], detail["managementEvent"], detail["eventType"]) == ("Data", False, "AwsApiCall")
    assert detail["userIdentity"]["type"] == "Root" and detail["userIdentity"]["accountId"] == ACCOUNT
    assert detail["sourceIPAddress"] == "127.0.0.1" and "Boto3" in detail["userAgent"]
    assert {"type": "AWS::S3::Object", "ARN": f"arn:aws:s3:::{bucket}/data/a b.csv"} in detail["resources"]
    for member in ("eventVersion", "eventTime", "eventID", "requestID", "recipientAccountId"):
        assert detail[member], member


def test_trails(client):
    trail, s3, name = client("cloudtrail"), client("s3"), fresh("trail")
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    made = trail.create_trail(Name=name, S3BucketName=name, IsMultiRegionTrail=True)
    assert made["TrailARN"] == arn("cloudtrail", f"trail/{name}")
    refused(lambda: trail.create_trail(Name=name, S3BucketName=name), "TrailAlreadyExistsException", 400)
    assert name in [t["Name"] for t in trail.describe_trails()["trailList"]]
    assert trail.get_trail(Name=made["TrailARN"])["Trail"]["S3BucketName"] == name
    assert trail.get_trail_status(Name=name)["IsLogging"] is False
    trail.delete_trail(Name=name)
    refused(lambda: trail.get_trail(Name=name), "TrailNotFoundException", 400)
