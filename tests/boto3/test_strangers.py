"""A stranger gets nothing: every request without valid credentials is refused, and changes nothing."""

import contextlib
import datetime
import random
import socket
from unittest import mock
from urllib.parse import urlsplit

import botocore.auth
import pytest
from botocore.auth import S3SigV4Auth, SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError

from support.names import fresh, refused
from support.platform import REGION, http

BUCKET = "vault"


@pytest.fixture(scope="module")
def state(platform):
    """A bucket with one object; a function that says what is there now."""
    s3, iam = platform.client("s3"), platform.client("iam")
    s3.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": REGION})
    s3.put_object(Bucket=BUCKET, Key="secret", Body=b"gold")

    def look():
        listed = s3.list_objects_v2(Bucket=BUCKET)["Contents"]
        return {
            "objects": {o["Key"]: s3.get_object(Bucket=BUCKET, Key=o["Key"])["Body"].read() for o in listed},
            "buckets": [b["Name"] for b in s3.list_buckets()["Buckets"]],
            "roles": [r["RoleName"] for r in iam.list_roles()["Roles"]],
        }

    return look


@pytest.fixture(autouse=True)
def nothing_changes(state):
    before = state()
    assert before["objects"] == {"secret": b"gold"}
    yield
    assert state() == before


@contextlib.contextmanager
def signing(minutes):
    """botocore signs as if it were `minutes` later than it is."""
    stamp = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)).replace(tzinfo=None)
    with mock.patch.object(botocore.auth, "get_current_datetime", lambda *_, **__: stamp):
        yield


def signed(platform, method, path, body=b"", headers=None, service="s3", minutes=0):
    """The headers of a request that botocore signs with the root's key, `minutes` from now."""
    request = AWSRequest(method=method, url=platform.url + path, data=body, headers=headers or {})
    auth = S3SigV4Auth if service == "s3" else SigV4Auth
    with signing(minutes):
        auth(Credentials(*platform.credentials()), service, REGION).add_auth(request)
    return dict(request.prepare().headers.items())


def code_of(content):
    for name in ("SignatureDoesNotMatch", "InvalidAccessKeyId", "RequestTimeTooSkewed", "XAmzContentSHA256Mismatch",
                 "AccessDenied", "ExpiredToken", "InvalidToken", "AuthorizationQueryParametersError",
                 "MissingAuthenticationToken", "UnrecognizedClientException", "InvalidClientTokenId",
                 "InvalidSignatureException", "IncompleteSignature", "AuthorizationHeaderMalformed"):
        if name.encode() in content:
            return name
    return content[:300]


def refused_with(call):
    with pytest.raises(ClientError) as caught:
        call()
    response = caught.value.response
    return response["Error"]["Code"], response["ResponseMetadata"]["HTTPStatusCode"]


def test_a_right_signature_is_right(platform):
    """So that the refusals below refuse what they are meant to."""
    headers = signed(platform, "GET", f"/{BUCKET}/secret")
    assert http("GET", f"{platform.url}/{BUCKET}/secret", headers=headers)[2] == b"gold"


WRONG = {
    "s3": ("SignatureDoesNotMatch", "InvalidAccessKeyId", 403),
    "iam": ("SignatureDoesNotMatch", "InvalidClientTokenId", 403),
    "sagemaker": ("InvalidSignatureException", "UnrecognizedClientException", 400),
    "stepfunctions": ("InvalidSignatureException", "UnrecognizedClientException", 400),
    "lambda": ("InvalidSignatureException", "UnrecognizedClientException", 403),
}
CALLS = {
    "s3": lambda c: c.put_object(Bucket=BUCKET, Key="x", Body=b""),
    "iam": lambda c: c.create_role(RoleName="stranger", AssumeRolePolicyDocument="{}"),
    "sagemaker": lambda c: c.list_training_jobs(),
    "stepfunctions": lambda c: c.list_state_machines(),
    "lambda": lambda c: c.list_functions(),
}


@pytest.mark.parametrize("service", WRONG)
def test_wrong_secret_and_unknown_key(platform, service):
    key, secret = platform.credentials()
    wrong_secret, unknown_key, status = WRONG[service]
    call = CALLS[service]
    last = "A" if secret[-1] != "A" else "B"
    code = refused_with(lambda: call(platform.client(service, key, secret[:-1] + last)))
    # Of REST-JSON services AWS refuses with 403, of JSON ones with 400; both are refusals.
    assert code[0] == wrong_secret and code[1] in (400, 403), code
    code = refused_with(lambda: call(platform.client(service, "AKIAIOSFODNN7EXAMPLE", secret)))
    assert code == (unknown_key, status)


@pytest.mark.parametrize("minutes", [-16, 16, -60 * 24 * 365])
def test_another_time(platform, minutes):
    headers = signed(platform, "GET", f"/{BUCKET}/secret", minutes=minutes)
    status, _, content = http("GET", f"{platform.url}/{BUCKET}/secret", headers=headers)
    assert (status, code_of(content)) == (403, "RequestTimeTooSkewed")


def test_a_little_skew_is_forgiven(platform):
    headers = signed(platform, "GET", f"/{BUCKET}/secret", minutes=-10)
    assert http("GET", f"{platform.url}/{BUCKET}/secret", headers=headers)[0] == 200


def test_an_altered_body(platform):
    headers = signed(platform, "PUT", f"/{BUCKET}/secret", b"gold")
    status, _, content = http("PUT", f"{platform.url}/{BUCKET}/secret", b"lead", headers)
    assert (status, code_of(content)) == (400, "XAmzContentSHA256Mismatch")
    # The hash in the header altered too: then the signature is wrong.
    headers = signed(platform, "PUT", f"/{BUCKET}/secret", b"gold")
    headers["X-Amz-Content-SHA256"] = "UNSIGNED-PAYLOAD"
    status, _, content = http("PUT", f"{platform.url}/{BUCKET}/secret", b"lead", headers)
    assert (status, code_of(content)) == (403, "SignatureDoesNotMatch")


def test_an_altered_json_body(platform):
    target = {"X-Amz-Target": "SageMaker.ListTrainingJobs", "Content-Type": "application/x-amz-json-1.1"}
    headers = signed(platform, "POST", "/", b'{"MaxResults": 1}', target, service="sagemaker")
    assert http("POST", f"{platform.url}/", b'{"MaxResults": 1}', headers)[0] == 200
    status, _, content = http("POST", f"{platform.url}/", b'{"MaxResults": 2}', headers)
    assert status in (400, 403) and code_of(content) == "InvalidSignatureException"


@pytest.mark.parametrize(
    "method, path", [("GET", f"/{BUCKET}/other"), ("DELETE", f"/{BUCKET}/secret"), ("GET", f"/{BUCKET}/secret?tagging"),
                     ("GET", f"/{BUCKET}/secret?versionId=null"), ("PUT", f"/{BUCKET}/secret"), ("GET", f"/{BUCKET}")])
def test_a_signature_replayed_elsewhere(platform, method, path):
    headers = signed(platform, "GET", f"/{BUCKET}/secret")
    status, _, content = http(method, platform.url + path, headers=headers)
    assert (status, code_of(content)) == (403, "SignatureDoesNotMatch")


@pytest.mark.parametrize("change", [
    lambda h: h | {"Authorization": h["Authorization"].replace("/s3/", "/iam/")},
    lambda h: h | {"Authorization": h["Authorization"].replace(REGION, "us-east-1")},
    lambda h: h | {"Authorization": h["Authorization"].replace("SignedHeaders=host;", "SignedHeaders=")},
    lambda h: h | {"Authorization": h["Authorization"][:-1] + ("0" if h["Authorization"][-1] != "0" else "1")},
    lambda h: h | {"Authorization": h["Authorization"].split(", Signature")[0]},
    lambda h: h | {"Authorization": "AWS4-HMAC-SHA256 x"},
    lambda h: h | {"X-Amz-Security-Token": "made up"},
    lambda h: h | {"Host": "elsewhere.example"},
    lambda h: {k: v for k, v in h.items() if k != "X-Amz-Date"},
])
def test_an_altered_signature(platform, change):
    headers = change(signed(platform, "GET", f"/{BUCKET}/secret"))
    status, _, content = http("GET", f"{platform.url}/{BUCKET}/secret", headers=headers)
    # With the service altered the request may fit none of its operations: 404.
    assert status in (400, 403, 404) and b"gold" not in content, (status, content)


@pytest.mark.parametrize("method, path, body", [
    ("GET", f"/{BUCKET}/secret", None), ("GET", f"/{BUCKET}", None), ("PUT", f"/{BUCKET}/x", b"x"),
    ("DELETE", f"/{BUCKET}/secret", None), ("PUT", "/newbucket", b""), ("HEAD", f"/{BUCKET}/secret", None),
    ("POST", "/", b"Action=CreateUser&UserName=x&Version=2010-05-08"),
    ("POST", "/endpoints/iris/invocations", b"1,2,3,4"), ("GET", "/2015-03-31/functions", None),
])
def test_anonymous(platform, method, path, body):
    headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
    status, _, content = http(method, platform.url + path, body, headers)
    assert status == 403 and b"gold" not in content, (status, content)


@pytest.mark.parametrize("target", ["SageMaker.CreateTrainingJob", "AWSStepFunctions.ListStateMachines", "AWSEvents.PutEvents"])
def test_anonymous_json(platform, target):
    headers = {"X-Amz-Target": target, "Content-Type": "application/x-amz-json-1.1"}
    status, _, content = http("POST", f"{platform.url}/", b"{}", headers)
    assert status in (400, 403) and code_of(content) == "MissingAuthenticationToken", (status, content)


def test_a_user_without_a_policy(platform, client):
    name = fresh("nobody")
    iam = client("iam")
    iam.create_user(UserName=name)
    key = iam.create_access_key(UserName=name)["AccessKey"]
    theirs = lambda service: platform.client(service, key["AccessKeyId"], key["SecretAccessKey"])
    denied = [
        (lambda: theirs("s3").get_object(Bucket=BUCKET, Key="secret"), "AccessDenied", 403, "s3:GetObject"),
        (lambda: theirs("s3").delete_object(Bucket=BUCKET, Key="secret"), "AccessDenied", 403, "s3:DeleteObject"),
        (lambda: theirs("s3").list_buckets(), "AccessDenied", 403, "s3:ListAllMyBuckets"),
        (lambda: theirs("iam").create_access_key(UserName=name), "AccessDenied", 403, "iam:CreateAccessKey"),
        (lambda: theirs("stepfunctions").list_state_machines(), "AccessDeniedException", 400, "states:ListStateMachines"),
        (lambda: theirs("sagemaker").list_endpoints(), "AccessDeniedException", 400, "sagemaker:ListEndpoints"),
        (lambda: theirs("lambda").list_functions(), "AccessDeniedException", 403, "lambda:ListFunctions"),
        (lambda: theirs("ecr").get_authorization_token(), "AccessDeniedException", 400, "ecr:GetAuthorizationToken"),
    ]
    for call, code, status, action in denied:
        words = refused(call, code, status)
        assert action in words and f"user/{name}" in words, words


def test_a_session_without_its_token(platform, client):
    role = "session"
    iam = client("iam")
    trust = ('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"000000000000"},'
             '"Action":"sts:AssumeRole"}]}')
    arn = iam.create_role(RoleName=role, AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    iam.put_role_policy(RoleName=role, PolicyName="p", PolicyDocument=(
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}'))
    try:
        name = fresh("assumer")
        iam.create_user(UserName=name)
        iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=(
            '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}]}'))
        key = iam.create_access_key(UserName=name)["AccessKey"]
        sts = platform.client("sts", key["AccessKeyId"], key["SecretAccessKey"])
        found = sts.assume_role(RoleArn=arn, RoleSessionName="one")["Credentials"]
        pair = found["AccessKeyId"], found["SecretAccessKey"]
        get = lambda *credentials: platform.client("s3", *credentials).get_object(Bucket=BUCKET, Key="secret")
        assert get(*pair, found["SessionToken"])["Body"].read() == b"gold"
        for token in (None, "made up", found["SessionToken"][:-1]):
            code, status = refused_with(lambda: get(*pair, token))
            assert code in ("InvalidAccessKeyId", "InvalidToken") and status in (400, 403), (code, status)
    finally:
        iam.delete_role_policy(RoleName=role, PolicyName="p")
        iam.delete_role(RoleName=role)


def test_presigned_urls_end_and_hold_no_more_than_they_say(platform):
    url = platform.presign("get_object", Bucket=BUCKET, Key="secret")
    assert http("GET", url)[2] == b"gold"
    altered = {
        "another key": url.replace("/secret?", "/secrets?"),
        "a longer life": url.replace("X-Amz-Expires=60", "X-Amz-Expires=86400"),
        "a parameter more": url + "&response-content-type=text%2Fhtml",
        "no signature": url.split("&X-Amz-Signature")[0],
        "a life too long": url.replace("X-Amz-Expires=60", "X-Amz-Expires=604801"),
        "another credential": url.replace(platform.credentials()[0], "AKIAIOSFODNN7EXAMPLE"),
    }
    for what, changed in altered.items():
        assert changed != url, what
        status, _, content = http("GET", changed)
        assert status in (400, 403) and content != b"gold", (what, status, content)
    for method in ("PUT", "DELETE"):
        assert http(method, url, b"" if method == "PUT" else None)[0] == 403
    with signing(minutes=-5):
        expired = platform.presign("get_object", Bucket=BUCKET, Key="secret")
    status, _, content = http("GET", expired)
    assert (status, code_of(content)) == (403, "AccessDenied") and b"expired" in content


def raw(platform, content):
    """Sends bytes as they are; answers what comes back until the server closes or has said enough."""
    at = urlsplit(platform.url)
    with socket.create_connection((at.hostname, at.port), timeout=5) as connection:
        found = b""
        try:
            connection.sendall(content)
            connection.shutdown(socket.SHUT_WR)
            while len(found) < 65536 and (piece := connection.recv(65536)):
                found += piece
        except OSError:  # Cut off: an answer too.
            pass
        return found


JUNK = [
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"\x00" * 4096, b"GET", b"GET / HTTP/9.9\r\n\r\n",
    b"GET /%ff%00%zz?%=&=&== HTTP/1.1\r\nHost: x\r\n\r\n", b"GET /../../../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /' OR 1=1;--/x?list-type=2&prefix=';DROP%20TABLE HTTP/1.1\r\nHost: x\r\n\r\n",
    b"GET /a?x=';DROP%20TABLE%20objects;-- HTTP/1.1\r\nHost: x\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: SageMaker." + b"A" * 60_000 + b"\r\n\r\n",
    b"POST / HTTP/1.1\r\nHost: x\r\nX-Amz-Target: \xff\xfe\r\nContent-Length: 2\r\n\r\n{}",
    b"POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-amz-json-1.1\r\nX-Amz-Target: SageMaker.CreateModel\r\n"
    b"Content-Length: 100000\r\n\r\n" + b"[" * 100_000,
    b"GET / HTTP/1.1\r\n" + b"".join(b"H%d: x\r\n" % i for i in range(5000)) + b"\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nAuthorization: AWS4-HMAC-SHA256 Credential=/////, SignedHeaders=;;;, Signature=\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: x\r\nAuthorization: AWS4-HMAC-SHA256 " + b"A" * 100_000 + b"\r\n\r\n",
]


@pytest.mark.parametrize("number", range(len(JUNK)))
def test_junk(platform, number):
    answer = raw(platform, JUNK[number])
    assert not answer.startswith((b"HTTP/1.1 2", b"HTTP/1.1 500")), answer[:500]


@pytest.mark.deadline(120)
def test_random_junk(platform):
    """Valid requests with bytes changed at random; the seed is fixed, so a failure can be repeated."""
    key, _ = platform.credentials()
    seed = (f"PUT /{BUCKET}/secret?partNumber=1&uploadId=x HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"
            f"x-amz-date: 20260101T000000Z\r\nx-amz-content-sha256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD\r\n"
            f"Authorization: AWS4-HMAC-SHA256 Credential={key}/20260101/{REGION}/s3/aws4_request, "
            f"SignedHeaders=host;x-amz-date, Signature={'0' * 64}\r\n\r\nlead").encode()
    draw = random.Random(7)
    for _ in range(300):
        content = bytearray(seed)
        for _ in range(draw.randrange(1, 12)):
            at = draw.randrange(len(content))
            content[at:at + draw.randrange(3)] = draw.randbytes(draw.randrange(4))
        answer = raw(platform, bytes(content))
        assert not answer.startswith((b"HTTP/1.1 2", b"HTTP/1.1 500")), (bytes(content), answer[:500])


@pytest.mark.parametrize("name", ["' OR 1=1 --", "x'; DROP TABLE objects; --", "\x01\x02", "%00", "../../etc/passwd", "\\..\\"])
def test_names_are_only_names(platform, client, name):
    """Signed, so that they come as far as the store."""
    s3 = client("s3")
    s3.put_object(Bucket=BUCKET, Key="names/" + name, Body=b"x")
    listed = s3.list_objects_v2(Bucket=BUCKET, Prefix="names/", EncodingType="url")
    assert len(listed["Contents"]) == 1
    assert s3.get_object(Bucket=BUCKET, Key="names/" + name)["Body"].read() == b"x"
    s3.delete_object(Bucket=BUCKET, Key="names/" + name)
    code, status = refused_with(lambda: client("sagemaker").describe_endpoint(EndpointName=name))
    assert status == 400, code
