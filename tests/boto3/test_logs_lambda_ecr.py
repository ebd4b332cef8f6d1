"""Logs, Lambda and ECR with unmodified boto3."""

import base64
import io
import json
import time
import zipfile

import pytest

from support import oci
from support.names import fresh, refused
from support.platform import ACCOUNT, http
from support.stack import arn, document, function_zip


@pytest.fixture
def logs(client):
    return client("logs")


def test_log_events(logs):
    group = f"/test/{fresh('group')}"
    logs.create_log_group(logGroupName=group)
    refused(lambda: logs.create_log_group(logGroupName=group), "ResourceAlreadyExistsException", 400)
    logs.put_retention_policy(logGroupName=group, retentionInDays=7)
    [found] = logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"]
    assert (found["retentionInDays"], found["arn"]) == (7, arn("logs", f"log-group:{group}:*"))
    now = int(time.time() * 1000)
    for stream in ("a/1", "a/2", "b/1"):
        logs.create_log_stream(logGroupName=group, logStreamName=stream)
        events = [{"timestamp": now + i, "message": f"{stream} line {i} {'ERROR' if i == 3 else 'info'}"} for i in range(5)]
        logs.put_log_events(logGroupName=group, logStreamName=stream, logEvents=events)
    streams = logs.describe_log_streams(logGroupName=group, logStreamNamePrefix="a/")["logStreams"]
    assert [s["logStreamName"] for s in streams] == ["a/1", "a/2"]
    assert streams[0]["firstEventTimestamp"] == now and streams[0]["lastEventTimestamp"] == now + 4
    page = logs.get_log_events(logGroupName=group, logStreamName="a/1", startFromHead=True, limit=2)
    assert [e["message"] for e in page["events"]] == ["a/1 line 0 info", "a/1 line 1 info"]
    page = logs.get_log_events(logGroupName=group, logStreamName="a/1", nextToken=page["nextForwardToken"])
    assert [e["timestamp"] for e in page["events"]] == [now + 2, now + 3, now + 4]
    end = logs.get_log_events(logGroupName=group, logStreamName="a/1", nextToken=page["nextForwardToken"])
    assert end["events"] == [] and end["nextForwardToken"] == page["nextForwardToken"], "the same token says: the end"
    pages = logs.get_paginator("filter_log_events")
    found = lambda **more: sorted(
        e["message"] for p in pages.paginate(logGroupName=group, **more) for e in p["events"])
    assert found(filterPattern="ERROR") == ["a/1 line 3 ERROR", "a/2 line 3 ERROR", "b/1 line 3 ERROR"]
    assert len(found(logStreamNamePrefix="a/", PaginationConfig={"PageSize": 3})) == 10
    assert len(found(startTime=now + 4)) == 3
    logs.delete_log_stream(logGroupName=group, logStreamName="b/1")
    assert len(found()) == 10
    logs.delete_log_group(logGroupName=group)
    refused(lambda: logs.filter_log_events(logGroupName=group), "ResourceNotFoundException", 400)


@pytest.fixture(scope="module")
def role(platform):
    iam = platform.client("iam")
    trust = document({"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"})
    return iam.create_role(RoleName="function", AssumeRolePolicyDocument=trust)["Role"]["Arn"]


def test_functions(client, role, binaries):
    functions, name = client("lambda"), fresh("function")
    code = {"ZipFile": function_zip(binaries["validate"])}
    made = functions.create_function(
        FunctionName=name, Runtime="provided.al2023", Handler="bootstrap", Role=role, Code=code, Timeout=9,
        MemorySize=256, Environment={"Variables": {"MODE": "1"}}, Description="d", Tags={"team": "ml"})
    assert made["FunctionArn"] == arn("lambda", f"function:{name}")
    refused(lambda: functions.create_function(FunctionName=name, Runtime="provided.al2023", Handler="bootstrap",
                                              Role=role, Code=code), "ResourceConflictException", 409)
    functions.get_waiter("function_active_v2").wait(FunctionName=name)
    found = functions.get_function(FunctionName=name)
    assert found["Configuration"]["Environment"] == {"Variables": {"MODE": "1"}}
    assert (found["Configuration"]["Timeout"], found["Configuration"]["MemorySize"], found["Tags"]) == (9, 256, {"team": "ml"})
    # The validation function is given an event that is none: an error of the function, not of the call.
    answer = functions.invoke(FunctionName=name, Payload=b'{"x": 1}', LogType="Tail")
    assert (answer["StatusCode"], answer["FunctionError"]) == (200, "Unhandled")
    error = json.loads(answer["Payload"].read())
    assert "endpoint_name" in error["errorMessage"], error
    assert "START RequestId" in base64.b64decode(answer["LogResult"]).decode()
    functions.update_function_configuration(FunctionName=name, Timeout=11)
    functions.get_waiter("function_updated_v2").wait(FunctionName=name)
    assert functions.get_function_configuration(FunctionName=name)["Timeout"] == 11
    assert name in [f["FunctionName"] for f in functions.list_functions()["Functions"]]
    functions.delete_function(FunctionName=name)
    refused(lambda: functions.get_function(FunctionName=name), "ResourceNotFoundException", 404)
    refused(lambda: functions.invoke(FunctionName=name, Payload=b"{}"), "ResourceNotFoundException", 404)


def hostile_zip(name):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, b"x")
    return out.getvalue()


@pytest.mark.parametrize("content", [b"not a zip", hostile_zip("../../etc/passwd"), hostile_zip("/etc/passwd")])
def test_a_zip_that_is_none_is_refused(client, role, content):
    create = lambda: client("lambda").create_function(
        FunctionName=fresh("function"), Runtime="provided.al2023", Handler="bootstrap", Role=role, Code={"ZipFile": content})
    refused(create, "InvalidParameterValueException", 400)


def test_a_function_without_a_bootstrap_says_so(client, role):
    functions, name = client("lambda"), fresh("function")
    try:
        functions.create_function(FunctionName=name, Runtime="provided.al2023", Handler="bootstrap", Role=role,
                                  Code={"ZipFile": hostile_zip("readme.txt")})
    except functions.exceptions.InvalidParameterValueException:
        return
    answer = functions.invoke(FunctionName=name, Payload=b"{}")
    assert answer["FunctionError"] == "Unhandled"
    assert "bootstrap" in answer["Payload"].read().decode()


@pytest.fixture
def repository(client, platform):
    ecr, name = client("ecr"), f"team/{fresh('repository')}"
    ecr.create_repository(repositoryName=name)
    token = ecr.get_authorization_token()["authorizationData"][0]["authorizationToken"]
    return name, oci.Registry(platform.url, token, name)


def test_images(client, repository):
    ecr = client("ecr")
    name, registry = repository
    refused(lambda: ecr.create_repository(repositoryName=name), "RepositoryAlreadyExistsException", 400)
    [found] = ecr.describe_repositories(repositoryNames=[name])["repositories"]
    assert found["repositoryArn"] == arn("ecr", f"repository/{name}") and found["repositoryUri"].endswith(f"/{name}")
    blobs, manifest = oci.model_image(b"#!/bin/true\n")
    digest = registry.push(blobs, manifest, "v1")
    registry.push(blobs, manifest, "v2")
    [image] = ecr.describe_images(repositoryName=name)["imageDetails"]
    assert (image["imageDigest"], sorted(image["imageTags"]), image["registryId"]) == (digest, ["v1", "v2"], ACCOUNT)
    [got] = ecr.batch_get_image(repositoryName=name, imageIds=[{"imageTag": "v1"}])["images"]
    assert got["imageManifest"].encode() == manifest
    for reference in ("v1", digest):
        headers, content = registry.call("GET", f"{registry.base}/manifests/{reference}", 200, Accept=oci.MANIFEST)
        assert (content, headers["Docker-Content-Digest"], headers["Content-Type"]) == (manifest, digest, oci.MANIFEST)
    for blob in blobs:
        assert registry.call("GET", f"{registry.base}/blobs/{oci.digest(blob)}", 200)[1] == blob
    _, tags = registry.call("GET", f"{registry.base}/tags/list", 200)
    assert sorted(json.loads(tags)["tags"]) == ["v1", "v2"]
    refused(lambda: ecr.delete_repository(repositoryName=name), "RepositoryNotEmptyException", 400)
    ecr.batch_delete_image(repositoryName=name, imageIds=[{"imageDigest": digest}])
    registry.call("GET", f"{registry.base}/manifests/v1", 404)
    ecr.delete_repository(repositoryName=name)
    refused(lambda: ecr.describe_repositories(repositoryNames=[name]), "RepositoryNotFoundException", 400)


def test_the_registry_believes_no_one(platform, repository):
    name, registry = repository
    blobs, manifest = oci.model_image(b"x")
    # The digest is checked.
    started, _ = registry.call("POST", f"{registry.base}/blobs/uploads/", 202, b"")
    location = started["Location"] if started["Location"].startswith("http") else platform.url + started["Location"]
    separator = "&" if "?" in location else "?"
    registry.call("PUT", f"{location}{separator}digest={oci.digest(b'other')}", 400, b"content")
    # A manifest whose layers are not there is refused.
    registry.call("PUT", f"{registry.base}/manifests/v1", 404, manifest, Content_Type=oci.MANIFEST)
    registry.call("PUT", f"{registry.base}/manifests/v1", 400, b"{", Content_Type=oci.MANIFEST)
    for path in ("manifests/none", f"blobs/{oci.digest(b'none')}", "manifests/..%2f..%2fetc", "blobs/sha256:zz"):
        status, _, _ = http("GET", f"{registry.base}/{path}", headers=registry.headers)
        assert status in (400, 404), path
    # Without a token, or with a wrong one, nothing; and the answer says how to come by one.
    for headers in ({}, {"Authorization": "Basic QVdTOndyb25n"}, {"Authorization": "Bearer x"}):
        status, answer, _ = http("GET", f"{platform.url}/v2/{name}/tags/list", headers=headers)
        assert status == 401 and answer["WWW-Authenticate"], headers
