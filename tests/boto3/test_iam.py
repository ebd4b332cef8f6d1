"""IAM and STS with unmodified boto3: who may do what."""

import json

import pytest
from botocore.exceptions import ClientError

from support.names import fresh, refused
from support.platform import ACCOUNT, REGION
from support.stack import allow, document

TRUST = document({"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"})


@pytest.fixture
def iam(client):
    return client("iam")


@pytest.fixture
def user(iam):
    name = fresh("user")
    iam.create_user(UserName=name)
    key = iam.create_access_key(UserName=name)["AccessKey"]
    return name, key["AccessKeyId"], key["SecretAccessKey"]


def test_who_am_i(client, platform, user):
    root = client("sts").get_caller_identity()
    assert (root["Account"], root["Arn"]) == (ACCOUNT, f"arn:aws:iam::{ACCOUNT}:root")
    # Nobody needs a permission to ask who they are.
    found = platform.client("sts", *user[1:]).get_caller_identity()
    assert found["Arn"] == f"arn:aws:iam::{ACCOUNT}:user/{user[0]}"


def test_roles(iam):
    name = fresh("role")
    made = iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST, Description="d", Path="/team/",
                           Tags=[{"Key": "a", "Value": "b"}])["Role"]
    assert made["Arn"] == f"arn:aws:iam::{ACCOUNT}:role/team/{name}"
    assert made["AssumeRolePolicyDocument"] == json.loads(TRUST)
    refused(lambda: iam.create_role(RoleName=name, AssumeRolePolicyDocument=TRUST), "EntityAlreadyExists", 409)
    policy = document(allow(["s3:GetObject"], "*"))
    iam.put_role_policy(RoleName=name, PolicyName="p", PolicyDocument=policy)
    assert iam.get_role_policy(RoleName=name, PolicyName="p")["PolicyDocument"] == json.loads(policy)
    assert iam.list_role_policies(RoleName=name)["PolicyNames"] == ["p"]
    assert iam.list_role_tags(RoleName=name)["Tags"] == [{"Key": "a", "Value": "b"}]
    refused(lambda: iam.delete_role(RoleName=name), "DeleteConflict", 409)
    iam.delete_role_policy(RoleName=name, PolicyName="p")
    iam.delete_role(RoleName=name)
    refused(lambda: iam.get_role(RoleName=name), "NoSuchEntity", 404)


@pytest.mark.parametrize("text", ["{", "[]", '{"Version": "2012-10-17", "Statement": [{"Effect": "Maybe"}]}'])
def test_a_document_that_is_none_is_refused(iam, text):
    refused(lambda: iam.create_role(RoleName=fresh("role"), AssumeRolePolicyDocument=text), "MalformedPolicyDocument", 400)


def test_managed_policies_and_versions(iam, user):
    policy = iam.create_policy(PolicyName=fresh("policy"), PolicyDocument=document(allow(["s3:GetObject"], "*")))["Policy"]
    at = {"PolicyArn": policy["Arn"]}
    assert policy["DefaultVersionId"] == "v1"
    wider = document(allow(["s3:*"], "*"))
    iam.create_policy_version(**at, PolicyDocument=wider, SetAsDefault=True)
    assert iam.get_policy(**at)["Policy"]["DefaultVersionId"] == "v2"
    assert iam.get_policy_version(**at, VersionId="v2")["PolicyVersion"]["Document"] == json.loads(wider)
    iam.attach_user_policy(UserName=user[0], **at)
    [attached] = iam.list_attached_user_policies(UserName=user[0])["AttachedPolicies"]
    assert attached["PolicyArn"] == policy["Arn"]
    refused(lambda: iam.delete_policy(**at), "DeleteConflict", 409)
    iam.detach_user_policy(UserName=user[0], **at)
    iam.delete_policy_version(**at, VersionId="v1")
    iam.delete_policy(**at)
    refused(lambda: iam.get_policy(**at), "NoSuchEntity", 404)


def test_a_policy_decides(iam, platform, client, user):
    """Nothing is allowed until a policy says so; a Deny wins; a removed key is worth nothing at once."""
    name, key, secret = user
    root, theirs = client("s3"), platform.client("s3", key, secret)
    bucket = fresh("bucket")
    root.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
    put = lambda key: theirs.put_object(Bucket=bucket, Key=key, Body=b"")
    words = refused(lambda: put("in/x"), "AccessDenied", 403)
    assert "s3:PutObject" in words and name in words and f"arn:aws:s3:::{bucket}/in/x" in words
    deny = {"Effect": "Deny", "Action": "s3:PutObject", "Resource": f"arn:aws:s3:::{bucket}/in/secret*"}
    policy = document(allow(["s3:PutObject"], f"arn:aws:s3:::{bucket}/in/*"), deny)
    iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=policy)
    put("in/x")
    refused(lambda: put("out/x"), "AccessDenied", 403)
    assert "explicit deny" in refused(lambda: put("in/secret.csv"), "AccessDenied", 403)
    iam.delete_user_policy(UserName=name, PolicyName="p")
    refused(lambda: put("in/x"), "AccessDenied", 403)
    iam.update_access_key(UserName=name, AccessKeyId=key, Status="Inactive")
    refused(lambda: put("in/x"), "InvalidAccessKeyId", 403)
    iam.delete_access_key(UserName=name, AccessKeyId=key)
    refused(lambda: put("in/x"), "InvalidAccessKeyId", 403)
    assert [o["Key"] for o in root.list_objects_v2(Bucket=bucket)["Contents"]] == ["in/x"]


def test_roles_are_assumed(iam, platform, client, user):
    name, key, secret = user
    role = fresh("role")
    trust = document({"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:user/{name}"}, "Action": "sts:AssumeRole"})
    arn = iam.create_role(RoleName=role, AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    iam.put_role_policy(RoleName=role, PolicyName="p", PolicyDocument=document(allow(["s3:ListAllMyBuckets"], "*")))
    iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=document(allow(["sts:AssumeRole"], arn)))
    sts = platform.client("sts", key, secret)
    found = sts.assume_role(RoleArn=arn, RoleSessionName="one")["Credentials"]
    session = found["AccessKeyId"], found["SecretAccessKey"], found["SessionToken"]
    assert platform.client("sts", *session).get_caller_identity()["Arn"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/{role}/one"
    platform.client("s3", *session).list_buckets()
    refused(lambda: platform.client("iam", *session).list_roles(), "AccessDenied", 403)
    other = fresh("user")
    iam.create_user(UserName=other)
    stranger = iam.create_access_key(UserName=other)["AccessKey"]
    assume = lambda: platform.client("sts", stranger["AccessKeyId"], stranger["SecretAccessKey"]).assume_role(
        RoleArn=arn, RoleSessionName="two")
    assert "sts:AssumeRole" in refused(assume, "AccessDenied", 403)


def test_a_trust_policy_that_names_the_user_is_enough(iam, platform, user):
    """Within one account AWS needs no second policy when the role trusts this very user."""
    name, key, secret = user
    trust = document({"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:user/{name}"}, "Action": "sts:AssumeRole"})
    arn = iam.create_role(RoleName=fresh("role"), AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    platform.client("sts", key, secret).assume_role(RoleArn=arn, RoleSessionName="one")


def test_a_role_is_not_passed_without_leave(iam, platform, user):
    """Who may create a function may not thereby give it any role."""
    name, key, secret = user
    role = fresh("role")
    arn = iam.create_role(RoleName=role, AssumeRolePolicyDocument=TRUST)["Role"]["Arn"]
    iam.put_user_policy(UserName=name, PolicyName="p", PolicyDocument=document(allow(["lambda:CreateFunction"], "*")))
    create = lambda: platform.client("lambda", key, secret).create_function(
        FunctionName=fresh("f"), Runtime="provided.al2023", Handler="bootstrap", Role=arn, Code={"ZipFile": b"x"})
    assert "iam:PassRole" in refused(create, "AccessDeniedException", 403)


def test_simulation_says_what_would_be(iam, user):
    """SageMaker's SDK asks this before it starts (SimulatePrincipalPolicy)."""
    iam.put_user_policy(UserName=user[0], PolicyName="p", PolicyDocument=document(allow(["s3:Get*"], "arn:aws:s3:::b/*")))
    answer = iam.simulate_principal_policy(
        PolicySourceArn=f"arn:aws:iam::{ACCOUNT}:user/{user[0]}", ActionNames=["s3:GetObject", "s3:PutObject"],
        ResourceArns=["arn:aws:s3:::b/k"])
    decisions = {r["EvalActionName"]: r["EvalDecision"] for r in answer["EvaluationResults"]}
    assert decisions == {"s3:GetObject": "allowed", "s3:PutObject": "implicitDeny"}


def test_paging(iam):
    path = f"/{fresh('page')}/"
    names = [fresh("user") for _ in range(5)]
    for name in names:
        iam.create_user(UserName=name, Path=path)
    pages = list(iam.get_paginator("list_users").paginate(PathPrefix=path, PaginationConfig={"PageSize": 2}))
    assert [len(p["Users"]) for p in pages] == [2, 2, 1]
    assert sorted(u["UserName"] for p in pages for u in p["Users"]) == sorted(names)


def test_bad_input_is_told_as_aws_tells_it(platform, iam):
    with pytest.raises(ClientError) as caught:
        iam.create_user(UserName="no blanks or /")
    assert caught.value.response["Error"]["Code"] == "ValidationError"
