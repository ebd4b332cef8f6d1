"""S3 with unmodified boto3."""

import base64
import hashlib
import io
import json
import threading
import time
import uuid

import pytest
from boto3.s3.transfer import TransferConfig
from botocore.exceptions import ClientError

from support.crc import crc32, crc32c, crc64nvme
from support.names import refused
from support.platform import REGION, http, until

MIB = 1 << 20


@pytest.fixture
def s3(client):
    return client("s3")


@pytest.fixture
def bucket(s3):
    name = f"b-{uuid.uuid4()}"
    s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
    return name


def keys(answer):
    return [o["Key"] for o in answer.get("Contents", [])]


def test_buckets(s3, bucket):
    assert s3.get_bucket_location(Bucket=bucket)["LocationConstraint"] == REGION
    assert bucket in [b["Name"] for b in s3.list_buckets()["Buckets"]]
    head = s3.head_bucket(Bucket=bucket)
    assert head["ResponseMetadata"]["HTTPHeaders"]["x-amz-bucket-region"] == REGION
    again = lambda: s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
    refused(again, "BucketAlreadyOwnedByYou", 409)
    refused(lambda: s3.head_bucket(Bucket="no-such-bucket-here"), "404", 404)
    refused(lambda: s3.list_objects_v2(Bucket="no-such-bucket-here"), "NoSuchBucket", 404)
    s3.put_object(Bucket=bucket, Key="k", Body=b"")
    refused(lambda: s3.delete_bucket(Bucket=bucket), "BucketNotEmpty", 409)
    s3.delete_object(Bucket=bucket, Key="k")
    s3.delete_bucket(Bucket=bucket)
    refused(lambda: s3.head_bucket(Bucket=bucket), "404", 404)


@pytest.mark.parametrize("key", ["a", "a b+c%25/é/日本.csv", "../up", "//", "a/./b", "x" * 1024, "q?x=1&y#z", "~!*'()"])
def test_a_key_is_any_text(s3, bucket, key):
    s3.put_object(Bucket=bucket, Key=key, Body=key.encode())
    assert s3.get_object(Bucket=bucket, Key=key)["Body"].read() == key.encode()
    assert keys(s3.list_objects_v2(Bucket=bucket)) == [key]
    assert keys(s3.list_objects(Bucket=bucket)) == [key]
    s3.delete_object(Bucket=bucket, Key=key)
    refused(lambda: s3.get_object(Bucket=bucket, Key=key), "NoSuchKey", 404)


def test_what_is_put_is_got(s3, bucket):
    content = bytes(range(256)) * 1000
    given = {
        "ContentType": "text/csv", "CacheControl": "no-cache", "ContentDisposition": 'attachment; filename="a.csv"',
        "ContentEncoding": "identity", "ContentLanguage": "es", "Metadata": {"owner": "team", "run": "7"},
    }
    put = s3.put_object(Bucket=bucket, Key="k", Body=content, **given)
    etag = f'"{hashlib.md5(content).hexdigest()}"'
    assert put["ETag"] == etag
    for found in (s3.get_object(Bucket=bucket, Key="k"), s3.head_object(Bucket=bucket, Key="k")):
        assert {name: found[name] for name in given} == given
        assert (found["ContentLength"], found["ETag"], found["AcceptRanges"]) == (len(content), etag, "bytes")
    assert s3.get_object(Bucket=bucket, Key="k")["Body"].read() == content
    shown = s3.get_object(Bucket=bucket, Key="k", ResponseContentType="text/plain")
    assert shown["ContentType"] == "text/plain"
    refused(lambda: s3.head_object(Bucket=bucket, Key="none"), "404", 404)


@pytest.mark.parametrize(
    "asked, first, last",
    [("bytes=0-0", 0, 0), ("bytes=10-19", 10, 19), ("bytes=990-", 990, 999), ("bytes=-5", 995, 999),
     ("bytes=0-99999", 0, 999), ("bytes=-99999", 0, 999)],
)
def test_ranges(s3, bucket, asked, first, last):
    content = bytes(i % 251 for i in range(1000))
    s3.put_object(Bucket=bucket, Key="k", Body=content)
    found = s3.get_object(Bucket=bucket, Key="k", Range=asked)
    assert found["Body"].read() == content[first:last + 1]
    assert found["ContentRange"] == f"bytes {first}-{last}/1000"
    assert found["ResponseMetadata"]["HTTPStatusCode"] == 206


def test_ranges_that_cannot_be_met(s3, bucket):
    s3.put_object(Bucket=bucket, Key="k", Body=b"abc")
    refused(lambda: s3.get_object(Bucket=bucket, Key="k", Range="bytes=3-"), "InvalidRange", 416)
    # What is not understood is not obeyed: the whole object (RFC 9110, 14.2).
    assert s3.get_object(Bucket=bucket, Key="k", Range="lines=1-2")["Body"].read() == b"abc"


def test_a_large_object_by_ranges(s3, bucket):
    """Larger than what lies in the metadata store."""
    content = b"".join(hashlib.sha256(i.to_bytes(4, "big")).digest() for i in range(100_000))
    s3.put_object(Bucket=bucket, Key="k", Body=content)
    for first, last in ((0, 0), (65535, 65537), (1_048_575, 2_097_153), (len(content) - 3, len(content) - 1)):
        found = s3.get_object(Bucket=bucket, Key="k", Range=f"bytes={first}-{last}")["Body"].read()
        assert found == content[first:last + 1], (first, last)
    assert s3.get_object(Bucket=bucket, Key="k")["Body"].read() == content


def test_conditions(s3, bucket):
    put = lambda **more: s3.put_object(Bucket=bucket, Key="k", Body=b"one", **more)
    etag = put(IfNoneMatch="*")["ETag"]
    refused(lambda: put(IfNoneMatch="*"), "PreconditionFailed", 412)
    refused(lambda: put(IfMatch='"0"'), "PreconditionFailed", 412)
    put(IfMatch=etag)
    refused(lambda: s3.put_object(Bucket=bucket, Key="none", Body=b"", IfMatch=etag), "NoSuchKey", 404)
    get = lambda **more: s3.get_object(Bucket=bucket, Key="k", **more)
    assert get(IfMatch=etag)["Body"].read() == b"one"
    refused(lambda: get(IfMatch='"0"'), "PreconditionFailed", 412)
    refused(lambda: get(IfNoneMatch=etag), "304", 304)
    since = s3.head_object(Bucket=bucket, Key="k")["LastModified"]
    refused(lambda: get(IfModifiedSince=since), "304", 304)
    assert get(IfUnmodifiedSince=since)["Body"].read() == b"one"


def test_of_many_writers_one_is_first(s3, bucket, platform):
    """IfNoneMatch is decided with the write itself."""
    won = []

    def write(name):
        try:
            platform.client("s3").put_object(Bucket=bucket, Key="lock", Body=name.encode(), IfNoneMatch="*")
            won.append(name)
        except ClientError as error:
            assert error.response["Error"]["Code"] in ("PreconditionFailed", "ConditionalRequestConflict")

    threads = [threading.Thread(target=write, args=(f"writer {i}",)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(won) == 1
    assert s3.get_object(Bucket=bucket, Key="lock")["Body"].read().decode() == won[0]


def test_lists(s3, bucket):
    for key in ("a/1", "a/2", "a/b/3", "b", "c/4", "é", "z z"):
        s3.put_object(Bucket=bucket, Key=key, Body=b"x")
    every = ["a/1", "a/2", "a/b/3", "b", "c/4", "z z", "é"]
    check = lambda found, expected, folders: (
        keys(found) == expected and [p["Prefix"] for p in found.get("CommonPrefixes", [])] == folders
    ) or pytest.fail(f"{keys(found)} {found.get('CommonPrefixes')}")
    for list_ in (s3.list_objects, s3.list_objects_v2):
        check(list_(Bucket=bucket), every, [])
        check(list_(Bucket=bucket, Prefix="a/"), ["a/1", "a/2", "a/b/3"], [])
        check(list_(Bucket=bucket, Delimiter="/"), ["b", "z z", "é"], ["a/", "c/"])
        check(list_(Bucket=bucket, Prefix="a/", Delimiter="/"), ["a/1", "a/2"], ["a/b/"])
        check(list_(Bucket=bucket, Prefix="none"), [], [])
    check(s3.list_objects_v2(Bucket=bucket, StartAfter="a/b/3"), ["b", "c/4", "z z", "é"], [])
    check(s3.list_objects(Bucket=bucket, Marker="b"), ["c/4", "z z", "é"], [])
    for operation in ("list_objects", "list_objects_v2"):
        for delimiter, expected in ((None, 7), ("/", 5)):
            more = {"Delimiter": delimiter} if delimiter else {}
            pages = list(s3.get_paginator(operation).paginate(Bucket=bucket, PaginationConfig={"PageSize": 2}, **more))
            found = [k for page in pages for k in keys(page)]
            folders = [p["Prefix"] for page in pages for p in page.get("CommonPrefixes", [])]
            assert len(pages) == (expected + 1) // 2, (operation, delimiter)
            assert len(found) + len(folders) == len(set(found + folders)) == expected


def test_multipart_by_upload_fileobj(s3, bucket):
    content = b"".join(hashlib.sha256(i.to_bytes(4, "big")).digest() for i in range(20 * MIB // 32))
    config = TransferConfig(multipart_threshold=8 * MIB, multipart_chunksize=8 * MIB)
    s3.upload_fileobj(io.BytesIO(content), bucket, "big", Config=config, ExtraArgs={"ContentType": "text/csv"})
    parts = [hashlib.md5(content[i:i + 8 * MIB]).digest() for i in range(0, len(content), 8 * MIB)]
    head = s3.head_object(Bucket=bucket, Key="big")
    assert head["ETag"] == f'"{hashlib.md5(b"".join(parts)).hexdigest()}-{len(parts)}"'
    assert (head["ContentLength"], head["ContentType"]) == (len(content), "text/csv")
    back = io.BytesIO()
    s3.download_fileobj(bucket, "big", back, Config=config)
    assert back.getvalue() == content
    part = s3.get_object(Bucket=bucket, Key="big", PartNumber=3)
    assert part["Body"].read() == content[16 * MIB:] and part["PartsCount"] == 3
    assert s3.list_multipart_uploads(Bucket=bucket).get("Uploads", []) == []


def test_multipart_by_hand(s3, bucket):
    at = {"Bucket": bucket, "Key": "k"}
    upload = s3.create_multipart_upload(**at)["UploadId"]
    assert [u["UploadId"] for u in s3.list_multipart_uploads(Bucket=bucket)["Uploads"]] == [upload]
    one = s3.upload_part(**at, UploadId=upload, PartNumber=1, Body=b"1" * 5 * MIB)["ETag"]
    s3.upload_part(**at, UploadId=upload, PartNumber=2, Body=b"old")
    two = s3.upload_part(**at, UploadId=upload, PartNumber=2, Body=b"new")["ETag"]
    assert [(p["PartNumber"], p["ETag"]) for p in s3.list_parts(**at, UploadId=upload)["Parts"]] == [(1, one), (2, two)]
    finish = lambda *parts: s3.complete_multipart_upload(
        **at, UploadId=upload, MultipartUpload={"Parts": [{"PartNumber": n, "ETag": e} for n, e in parts]})
    refused(lambda: finish((2, two), (1, one)), "InvalidPartOrder", 400)
    refused(lambda: finish((1, one), (2, one)), "InvalidPart", 400)
    refused(lambda: s3.get_object(**at), "NoSuchKey", 404)
    finish((1, one), (2, two))
    assert s3.get_object(**at)["Body"].read() == b"1" * 5 * MIB + b"new"
    other = s3.create_multipart_upload(**at)["UploadId"]
    small = [(n, s3.upload_part(**at, UploadId=other, PartNumber=n, Body=b"x")["ETag"]) for n in (1, 2)]
    parts = {"Parts": [{"PartNumber": n, "ETag": e} for n, e in small]}
    refused(lambda: s3.complete_multipart_upload(**at, UploadId=other, MultipartUpload=parts), "EntityTooSmall", 400)
    s3.abort_multipart_upload(**at, UploadId=other)
    refused(lambda: s3.upload_part(**at, UploadId=other, PartNumber=1, Body=b""), "NoSuchUpload", 404)
    assert s3.get_object(**at)["Body"].read() == b"1" * 5 * MIB + b"new", "an aborted upload changes nothing"


def test_copies(s3, bucket):
    s3.put_object(Bucket=bucket, Key="a b", Body=b"content", ContentType="text/csv", Metadata={"m": "1"})
    s3.copy_object(Bucket=bucket, Key="copy", CopySource={"Bucket": bucket, "Key": "a b"})
    found = s3.get_object(Bucket=bucket, Key="copy")
    assert (found["Body"].read(), found["ContentType"], found["Metadata"]) == (b"content", "text/csv", {"m": "1"})
    s3.copy_object(Bucket=bucket, Key="other", CopySource=f"{bucket}/copy", MetadataDirective="REPLACE", Metadata={"m": "2"})
    assert s3.head_object(Bucket=bucket, Key="other")["Metadata"] == {"m": "2"}
    onto_itself = lambda: s3.copy_object(Bucket=bucket, Key="copy", CopySource=f"{bucket}/copy")
    refused(onto_itself, "InvalidRequest", 400)
    refused(lambda: s3.copy_object(Bucket=bucket, Key="x", CopySource=f"{bucket}/none"), "NoSuchKey", 404)
    upload = s3.create_multipart_upload(Bucket=bucket, Key="parts")["UploadId"]
    part = s3.upload_part_copy(Bucket=bucket, Key="parts", UploadId=upload, PartNumber=1,
                               CopySource=f"{bucket}/copy", CopySourceRange="bytes=3-6")["CopyPartResult"]
    parts = {"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]}
    s3.complete_multipart_upload(Bucket=bucket, Key="parts", UploadId=upload, MultipartUpload=parts)
    assert s3.get_object(Bucket=bucket, Key="parts")["Body"].read() == b"tent"


def test_delete_many(s3, bucket):
    names = [f"k{i}" for i in range(20)]
    for name in names:
        s3.put_object(Bucket=bucket, Key=name, Body=b"")
    answer = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": k} for k in names[:19] + ["none"]]})
    assert sorted(d["Key"] for d in answer["Deleted"]) == sorted(names[:19] + ["none"])
    assert keys(s3.list_objects_v2(Bucket=bucket)) == ["k19"]
    quiet = s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "k19"}], "Quiet": True})
    assert quiet.get("Deleted", []) == [] and keys(s3.list_objects_v2(Bucket=bucket)) == []


def test_versions(s3, bucket):
    at = {"Bucket": bucket, "Key": "k"}
    assert "Status" not in s3.get_bucket_versioning(Bucket=bucket)
    s3.put_object(**at, Body=b"before")
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
    assert s3.get_bucket_versioning(Bucket=bucket)["Status"] == "Enabled"
    one = s3.put_object(**at, Body=b"one")["VersionId"]
    two = s3.put_object(**at, Body=b"two")["VersionId"]
    read = lambda **more: s3.get_object(**at, **more)["Body"].read()
    assert (read(), read(VersionId=one), read(VersionId="null")) == (b"two", b"one", b"before")
    marker = s3.delete_object(**at)
    assert marker["DeleteMarker"] is True
    refused(lambda: s3.get_object(**at), "NoSuchKey", 404)
    listed = s3.list_object_versions(Bucket=bucket)
    assert [(v["VersionId"], v["IsLatest"]) for v in listed["Versions"]] == [(two, False), (one, False), ("null", False)]
    assert [(m["VersionId"], m["IsLatest"]) for m in listed["DeleteMarkers"]] == [(marker["VersionId"], True)]
    assert keys(s3.list_objects_v2(Bucket=bucket)) == []
    s3.delete_object(**at, VersionId=marker["VersionId"])
    assert read() == b"two"
    s3.delete_object(**at, VersionId=two)
    assert read() == b"one"
    refused(lambda: s3.get_object(**at, VersionId=two), "NoSuchVersion", 404)
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Suspended"})
    assert s3.put_object(**at, Body=b"after").get("VersionId", "null") == "null"
    assert (read(), read(VersionId=one)) == (b"after", b"one")


def test_tags(s3, bucket):
    at = {"Bucket": bucket, "Key": "k"}
    s3.put_object(**at, Body=b"", Tagging="team=ml&kind=a%20b")
    tags = lambda: {t["Key"]: t["Value"] for t in s3.get_object_tagging(**at)["TagSet"]}
    assert tags() == {"team": "ml", "kind": "a b"}
    assert s3.head_object(**at).get("TagCount", s3.get_object(**at).get("TagCount")) == 2
    s3.put_object_tagging(**at, Tagging={"TagSet": [{"Key": "only", "Value": ""}]})
    assert tags() == {"only": ""}
    s3.delete_object_tagging(**at)
    assert tags() == {}
    refused(lambda: s3.get_bucket_tagging(Bucket=bucket), "NoSuchTagSet", 404)
    s3.put_bucket_tagging(Bucket=bucket, Tagging={"TagSet": [{"Key": "a", "Value": "b"}]})
    assert s3.get_bucket_tagging(Bucket=bucket)["TagSet"] == [{"Key": "a", "Value": "b"}]
    s3.delete_bucket_tagging(Bucket=bucket)
    refused(lambda: s3.get_bucket_tagging(Bucket=bucket), "NoSuchTagSet", 404)


CHECKSUMS = {
    "CRC32": crc32,
    "CRC32C": crc32c,
    "CRC64NVME": crc64nvme,
    "SHA1": lambda content: base64.b64encode(hashlib.sha1(content).digest()).decode(),
    "SHA256": lambda content: base64.b64encode(hashlib.sha256(content).digest()).decode(),
}


@pytest.mark.parametrize("algorithm", CHECKSUMS)
def test_checksums(s3, bucket, algorithm):
    content = b"123456789" * 100
    name, right = f"Checksum{algorithm}", CHECKSUMS[algorithm](content)
    put = s3.put_object(Bucket=bucket, Key="k", Body=content, **{name: right})
    assert put[name] == right
    found = s3.get_object(Bucket=bucket, Key="k", ChecksumMode="ENABLED")
    assert found["Body"].read() == content and found[name] == right
    wrong = CHECKSUMS[algorithm](content + b"x")
    lie = lambda: s3.put_object(Bucket=bucket, Key="lie", Body=content, **{name: wrong})
    refused(lie, "BadDigest", 400)
    refused(lambda: s3.head_object(Bucket=bucket, Key="lie"), "404", 404)


def test_a_known_vector_of_each_crc():
    """The check values of the catalogue of parametrised CRC algorithms, for the text 123456789."""
    expected = {crc32: "cbf43926", crc32c: "e3069283", crc64nvme: "ae8b14860a799888"}
    for function, value in expected.items():
        assert base64.b64decode(function(b"123456789")).hex() == value


@pytest.mark.parametrize("algorithm", ["CRC32", "SHA256"])
def test_checksums_as_trailers(s3, bucket, algorithm):
    """boto3 sends a stream as aws-chunked with the checksum behind it."""
    content = hashlib.sha256(b"x").digest() * 10_000
    s3.put_object(Bucket=bucket, Key="k", Body=io.BytesIO(content), ChecksumAlgorithm=algorithm)
    found = s3.get_object(Bucket=bucket, Key="k", ChecksumMode="ENABLED")
    assert found["Body"].read() == content and found[f"Checksum{algorithm}"] == CHECKSUMS[algorithm](content)


def test_content_md5(s3, bucket):
    put = lambda md5: s3.put_object(Bucket=bucket, Key="k", Body=b"x", ContentMD5=base64.b64encode(md5).decode())
    put(hashlib.md5(b"x").digest())
    refused(lambda: put(hashlib.md5(b"y").digest()), "BadDigest", 400)
    refused(lambda: put(b"short"), "InvalidDigest", 400)


def test_presigned(s3, bucket, platform):
    at = {"Bucket": bucket, "Key": "a b/é.csv"}
    url = platform.presign("put_object", **at, ContentType="text/csv")
    assert http("PUT", url, b"1,2\n", {"Content-Type": "text/csv"})[0] == 200
    url = platform.presign("get_object", **at)
    status, headers, content = http("GET", url)
    assert (status, headers["Content-Type"], content) == (200, "text/csv", b"1,2\n")
    # A signature for reading is none for writing.
    assert http("PUT", url, b"x")[0] == 403
    assert s3.get_object(**at)["Body"].read() == b"1,2\n"
    # What boto3 presigns by default is version 2: the refusal says what to do.
    status, _, content = http("GET", s3.generate_presigned_url("get_object", Params=at))
    assert status == 400 and b"AWS4-HMAC-SHA256" in content


def test_settings_are_kept(s3, bucket):
    rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}, "BucketKeyEnabled": False}
    s3.put_bucket_encryption(Bucket=bucket, ServerSideEncryptionConfiguration={"Rules": [rule]})
    [found] = s3.get_bucket_encryption(Bucket=bucket)["ServerSideEncryptionConfiguration"]["Rules"]
    assert found["ApplyServerSideEncryptionByDefault"] == {"SSEAlgorithm": "AES256"}
    block = {name: True for name in ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")}
    s3.put_public_access_block(Bucket=bucket, PublicAccessBlockConfiguration=block)
    assert s3.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"] == block
    refused(lambda: s3.get_bucket_policy(Bucket=bucket), "NoSuchBucketPolicy", 404)
    policy = {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject",
                                                     "Resource": f"arn:aws:s3:::{bucket}/secret/*"}]}
    s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps(policy))
    assert json.loads(s3.get_bucket_policy(Bucket=bucket)["Policy"]) == policy
    s3.put_object(Bucket=bucket, Key="secret/x", Body=b"")
    refused(lambda: s3.get_object(Bucket=bucket, Key="secret/x"), "AccessDenied", 403)
    s3.delete_bucket_policy(Bucket=bucket)
    s3.get_object(Bucket=bucket, Key="secret/x")


def test_notifications_reach_the_event_bus(s3, bucket, client):
    """S3's own `Object Created`, through a rule, into a log group."""
    s3.put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={"EventBridgeConfiguration": {}})
    assert s3.get_bucket_notification_configuration(Bucket=bucket)["EventBridgeConfiguration"] == {}
    group, events, logs = f"/aws/events/{bucket}", client("events"), client("logs")
    logs.create_log_group(logGroupName=group)
    [found] = logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"]
    pattern = {"source": ["aws.s3"], "detail-type": ["Object Created"], "detail": {"bucket": {"name": [bucket]}}}
    events.put_rule(Name=bucket, EventPattern=json.dumps(pattern))
    target = {"Id": "logs", "Arn": found["arn"].removesuffix(":*")}
    assert events.put_targets(Rule=bucket, Targets=[target])["FailedEntryCount"] == 0
    s3.put_object(Bucket=bucket, Key="a b.csv", Body=b"1234")
    [event] = until("the event arrives", lambda: logs.filter_log_events(logGroupName=group)["events"])
    event = json.loads(event["message"])
    assert (event["source"], event["detail-type"]) == ("aws.s3", "Object Created")
    assert event["resources"] == [f"arn:aws:s3:::{bucket}"]
    assert event["detail"]["reason"] == "PutObject"
    assert (event["detail"]["object"]["key"], event["detail"]["object"]["size"]) == ("a b.csv", 4)


class Stream(io.RawIOBase):
    """So many bytes that nobody holds, with a hash of what was read."""

    def __init__(self, size):
        self.left, self.size, self.hash, self.block = size, size, hashlib.sha256(), bytes(range(256)) * 256

    def readable(self):
        return True

    def read(self, size=-1):
        size = min(self.left, len(self.block) if size is None or size < 0 else min(size, len(self.block)))
        piece = self.block[:size]
        self.left -= size
        self.hash.update(piece)
        return piece

    def readinto(self, buffer):
        piece = self.read(len(buffer))
        buffer[:len(piece)] = piece
        return len(piece)


@pytest.mark.deadline(180)
@pytest.mark.parametrize("way", ["one PutObject", "many parts"])
def test_large_bodies_are_streamed(s3, bucket, platform, way):
    """300 MB go in and out while the server's resident memory is sampled: it must not grow with the object."""
    size = 300 * MIB
    s3.put_object(Bucket=bucket, Key="warm", Body=b"x" * 2 * MIB)
    before, peak, done = platform.memory(), [(0, 0)], threading.Event()

    def sample():
        while not done.is_set():
            peak[0] = max(peak[0], platform.memory())
            time.sleep(0.005)

    sampler = threading.Thread(target=sample)
    sampler.start()
    try:
        stream = Stream(size)
        if way == "one PutObject":
            url = platform.presign("put_object", 300, Bucket=bucket, Key="big")
            status, _, answer = http("PUT", url, stream, {"Content-Length": str(size)}, timeout=150)
            assert status == 200, answer
        else:
            config = TransferConfig(multipart_chunksize=16 * MIB, max_concurrency=2)
            s3.upload_fileobj(io.BufferedReader(stream), bucket, "big", Config=config)
        back = hashlib.sha256()
        for piece in s3.get_object(Bucket=bucket, Key="big")["Body"].iter_chunks(MIB):
            back.update(piece)
    finally:
        done.set()
        sampler.join()
    assert back.hexdigest() == stream.hash.hexdigest()
    growth, anonymous = ((after - first) / MIB for after, first in zip(peak[0], before))
    print(f"{way}: resident memory {before[0] / MIB:.0f} MB, grew by {growth:.1f} MB ({anonymous:.1f} MB of it anonymous)")
    assert growth < 40
