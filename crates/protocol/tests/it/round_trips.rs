//! What a client writes a server reads, and back, for operations of every protocol.

use bytes::Bytes;
use lirio_api::{AwsError, Body, Fields, Operation, Protocol, Timestamp, Value, operation};
use lirio_protocol::route::{self, Routed};
use lirio_protocol::{RequestHead, client, server};
use serde_json::{Value as Json, json};

use crate::{collect, headers};

/// The stored form of values: `$t` is an instant, `$b` bytes.
fn value(json: Json) -> Value {
    serde_json::from_value(json).unwrap()
}

fn stored(value: &Value) -> Json {
    let mut plain = Fields::new();
    let mut body = None;
    for (name, value) in value.as_map().unwrap().iter() {
        match value {
            Value::Body(b) => body = Some(b.clone()),
            other => plain.push(name.to_owned(), other.clone()),
        }
    }
    let mut json = serde_json::to_value(Value::Map(plain)).unwrap();
    if let Some(body) = body {
        json["(body)"] = String::from_utf8(collect(body).unwrap().to_vec()).unwrap().into();
    }
    json
}

fn find(service: &str, name: &str) -> &'static Operation {
    operation(service, name).unwrap_or_else(|| panic!("{service} has no {name}"))
}

/// Sends an input through the wire; `body` is streamed.
fn send(row: &'static Operation, protocol: Protocol, input: &Json, path_style: bool) -> Json {
    let mut fields: Fields = match value(input.clone()) {
        Value::Map(fields) => fields.into_iter().filter(|(n, _)| n != "(body)").collect(),
        _ => panic!("an input is a structure"),
    };
    if let Some(text) = input.get("(body)") {
        let name = row.input.unwrap().structure().unwrap().payload.unwrap();
        fields.push(name, Value::Body(Body::from_bytes(text.as_str().unwrap().to_owned())));
    }
    let request =
        client::encode_request_as(row, protocol, Value::Map(fields), "http://localhost:4566", path_style)
            .unwrap();
    let (parts, body) = request.into_parts();
    let mut headers = parts.headers;
    headers.insert("host", parts.uri.authority().unwrap().as_str().parse().unwrap());
    let path = parts.uri.path();
    let head = RequestHead {
        method: &parts.method,
        path,
        query: parts.uri.query().unwrap_or_default(),
        headers: &headers,
    };
    let body = collect(body).unwrap();
    let action = if route::needs_form(&head) { route::form_action(&body) } else { None };
    match route::identify(&head, action.as_deref()) {
        Routed::Served { operation, protocol: found, labels } => {
            assert_eq!((operation.name, found), (row.name, protocol));
            let input = if server::is_streaming(operation) {
                server::decode_head(operation, protocol, &head, &labels, Body::from_bytes(body))
            } else {
                server::decode(operation, protocol, &head, &labels, body)
            };
            stored(&input.unwrap())
        }
        other => panic!("{}: {other:?}", row.name),
    }
}

fn answer(row: &'static Operation, protocol: Protocol, output: Value) -> (http::response::Parts, Bytes) {
    let (parts, body) = server::encode(row, protocol, output, "request-1").into_parts();
    (parts, collect(body).unwrap())
}

#[test]
fn inputs() {
    let check = |service: &str, name: &str, input: Json| {
        let row = find(service, name);
        let protocols: &[Protocol] = match row.service.protocol {
            Protocol::Json10 | Protocol::Json11 => &[Protocol::Json10, Protocol::Json11, Protocol::Cbor],
            Protocol::Query => &[Protocol::Query],
            Protocol::Cbor => &[Protocol::Cbor, Protocol::Json10, Protocol::Query],
            Protocol::RestXml => &[Protocol::RestXml],
            _ => &[Protocol::RestJson],
        };
        for protocol in protocols {
            for path_style in [true, false] {
                assert_eq!(send(row, *protocol, &input, path_style), input, "{name} {protocol:?}");
            }
        }
    };
    check(
        "sagemaker",
        "CreateTrainingJob",
        json!({
            "TrainingJobName": "job-1",
            "HyperParameters": {"c": "1.0", "ñ": ""},
            "AlgorithmSpecification": {"TrainingImage": "image", "TrainingInputMode": "File"},
            "RoleArn": "arn:aws:iam::000000000000:role/r",
            "InputDataConfig": [{"ChannelName": "train", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://b/p"}}}],
            "OutputDataConfig": {"S3OutputPath": "s3://b/o"},
            "ResourceConfig": {"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 30},
            "StoppingCondition": {"MaxRuntimeInSeconds": 3600},
            "EnableNetworkIsolation": true,
        }),
    );
    check("cloudtrail", "DescribeTrails", json!({"trailNameList": ["a", "b"], "includeShadowTrails": false}));
    check(
        "logs",
        "PutLogEvents",
        json!({"logGroupName": "g", "logStreamName": "s", "logEvents": [{"timestamp": 1_795_341_600_123_i64, "message": "line\n"}]}),
    );
    check(
        "sagemaker",
        "ListTrainingJobs",
        json!({"MaxResults": 5, "CreationTimeAfter": {"$t": 1_795_341_600_000_i64}}),
    );
    check(
        "iam",
        "CreateRole",
        json!({
            "RoleName": "r",
            "AssumeRolePolicyDocument": "{\"Version\": \"2012-10-17\"}",
            "Tags": [{"Key": "a b", "Value": "1&2"}, {"Key": "c", "Value": ""}],
        }),
    );
    check(
        "s3",
        "PutBucketNotificationConfiguration",
        json!({
            "Bucket": "bkt",
            "NotificationConfiguration": {
                "LambdaFunctionConfigurations": [{
                    "Id": "one",
                    "LambdaFunctionArn": "arn:aws:lambda:eu-west-1:000000000000:function:f",
                    "Events": ["s3:ObjectCreated:*", "s3:ObjectRemoved:Delete"],
                    "Filter": {"Key": {"FilterRules": [{"Name": "prefix", "Value": "a<&>\"'"}]}},
                }],
                "EventBridgeConfiguration": {},
            },
            "SkipDestinationValidation": true,
        }),
    );
    check(
        "s3",
        "PutObject",
        json!({
            "Bucket": "bkt",
            "Key": "a//ñ +%25/c",
            "ContentType": "text/csv",
            "Metadata": {"one": "1", "two": "zwei"},
            "StorageClass": "STANDARD",
            "(body)": "a,b\n",
        }),
    );
    check(
        "s3",
        "DeleteObjects",
        json!({"Bucket": "bkt", "ChecksumAlgorithm": "CRC32", "Delete": {"Objects": [{"Key": " a "}, {"Key": "b\n", "VersionId": "v"}], "Quiet": true}}),
    );
    check(
        "s3",
        "CompleteMultipartUpload",
        json!({
            "Bucket": "bkt",
            "Key": "k",
            "UploadId": "u=/",
            "MultipartUpload": {"Parts": [{"ETag": "\"e\"", "ChecksumCRC64NVME": "akP7S61aVgc=", "PartNumber": 1}, {"ETag": "\"f\"", "PartNumber": 2}]},
        }),
    );
    check(
        "s3",
        "GetObject",
        json!({"Bucket": "bkt", "IfModifiedSince": {"$t": 1_795_341_600_000_i64}, "Key": "k", "Range": "bytes=0-1"}),
    );
    check(
        "s3",
        "GetObjectAttributes",
        json!({"Bucket": "bkt", "Key": "k", "ObjectAttributes": ["ETag", "ObjectSize"]}),
    );
    check("s3", "ListObjectsV2", json!({"Bucket": "bkt", "Delimiter": "/", "MaxKeys": 2, "Prefix": "a b/+"}));
    check(
        "s3",
        "PutBucketPolicy",
        json!({"Bucket": "bkt", "ChecksumAlgorithm": "SHA256", "Policy": "{\"Statement\": []}"}),
    );
    check(
        "lambda",
        "UntagResource",
        json!({"Resource": "arn:aws:lambda:eu-west-1:0:function:f", "TagKeys": ["a", "b&c"]}),
    );
    check("lambda", "Invoke", json!({"FunctionName": "f", "InvocationType": "Event", "(body)": "{}"}));
    check(
        "lambda",
        "CreateFunction",
        json!({"FunctionName": "f", "Role": "r", "Code": {"ZipFile": {"$b": "AAEC/w=="}}, "Environment": {"Variables": {"A": "1"}}}),
    );
    check(
        "sagemaker-runtime",
        "InvokeEndpoint",
        json!({"EndpointName": "e", "ContentType": "text/csv", "Accept": "application/json", "(body)": "5.1,3.5"}),
    );
}

#[test]
fn outputs() {
    let check = |service: &str, name: &str, output: Json| {
        let row = find(service, name);
        let protocols: &[Protocol] = match row.service.protocol {
            Protocol::Json10 | Protocol::Json11 => &[Protocol::Json11, Protocol::Cbor],
            Protocol::Query => &[Protocol::Query],
            Protocol::Cbor => &[Protocol::Cbor, Protocol::Json10, Protocol::Query],
            Protocol::RestXml => &[Protocol::RestXml],
            _ => &[Protocol::RestJson],
        };
        for protocol in protocols {
            let (parts, body) = answer(row, *protocol, value(output.clone()));
            assert_eq!(parts.status.as_u16(), row.status, "{name}");
            let shown = String::from_utf8_lossy(&body).into_owned();
            let read = client::decode_response_as(row, *protocol, parts.status, &parts.headers, body);
            assert_eq!(stored(&read.unwrap()), output, "{name} {protocol:?}: {shown}");
        }
    };
    check(
        "s3",
        "ListObjectsV2",
        json!({
            "IsTruncated": true,
            "Contents": [
                {"Key": "a&b", "LastModified": {"$t": 1_795_341_600_123_i64}, "ETag": "\"e\"", "ChecksumAlgorithm": ["CRC32"], "Size": 6, "StorageClass": "STANDARD"},
                {"Key": "c", "Size": 0},
            ],
            "Name": "bkt",
            "Prefix": "",
            "CommonPrefixes": [{"Prefix": "p/"}],
            "KeyCount": 3,
            "NextContinuationToken": "t",
        }),
    );
    check("s3", "GetBucketLocation", json!({"LocationConstraint": "eu-west-1"}));
    check("s3", "GetBucketLocation", json!({}));
    check(
        "s3",
        "ListBuckets",
        json!({"Buckets": [{"Name": "bkt", "CreationDate": {"$t": 0}}], "Owner": {"ID": "o"}}),
    );
    check(
        "s3",
        "GetBucketAcl",
        json!({"Owner": {"ID": "o"}, "Grants": [{"Grantee": {"ID": "o", "Type": "CanonicalUser"}, "Permission": "FULL_CONTROL"}]}),
    );
    check(
        "s3",
        "CopyObject",
        json!({"CopyObjectResult": {"ETag": "\"e\"", "LastModified": {"$t": 0}}, "CopySourceVersionId": "v"}),
    );
    check("s3", "GetBucketTagging", json!({"TagSet": [{"Key": "a", "Value": "b"}]}));
    check("s3", "PutObject", json!({"ETag": "\"e\"", "ChecksumCRC32": "NjowIA=="}));
    check("s3", "GetBucketPolicy", json!({"Policy": "{}"}));
    check("s3", "DeleteObject", json!({"DeleteMarker": true, "VersionId": "v"}));
    check(
        "iam",
        "GetRole",
        json!({"Role": {"Path": "/", "RoleName": "r", "RoleId": "AROA", "Arn": "arn", "CreateDate": {"$t": 1_795_341_600_000_i64}, "MaxSessionDuration": 3600}}),
    );
    check("iam", "ListRoles", json!({"Roles": [], "IsTruncated": false}));
    check("sts", "GetCallerIdentity", json!({"UserId": "u", "Account": "000000000000", "Arn": "arn"}));
    check("iam", "DeleteRole", json!({}));
    check(
        "sagemaker",
        "DescribeTrainingJob",
        json!({"TrainingJobName": "j", "CreationTime": {"$t": 1_795_341_600_123_i64}, "FinalMetricDataList": [{"MetricName": "m", "Value": 0.5, "Timestamp": {"$t": 0}}], "BillableTimeInSeconds": 3}),
    );
    check("sagemaker", "DeleteEndpoint", json!({}));
    check("lambda", "ListTags", json!({"Tags": {"a": "b"}}));
}

#[test]
fn bytes_on_the_wire() {
    let check = |service: &str, name: &str, output: Json, expected: &str| {
        let row = find(service, name);
        let (_, body) = answer(row, row.service.protocol, value(output));
        assert_eq!(String::from_utf8_lossy(&body), expected);
    };
    let declared = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    let s3 = "xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"";
    check(
        "s3",
        "GetBucketLocation",
        json!({"LocationConstraint": "eu-west-1"}),
        &format!("{declared}<LocationConstraint {s3}>eu-west-1</LocationConstraint>"),
    );
    check(
        "s3",
        "GetBucketVersioning",
        json!({}),
        &format!("{declared}<VersioningConfiguration {s3}></VersioningConfiguration>"),
    );
    check(
        "s3",
        "CopyObject",
        json!({"CopyObjectResult": {"LastModified": {"$t": 0}}}),
        &format!(
            "{declared}<CopyObjectResult {s3}><LastModified>1970-01-01T00:00:00.000Z</LastModified></CopyObjectResult>"
        ),
    );
    check("s3", "PutObject", json!({"ETag": "e"}), "");
    check(
        "sts",
        "GetCallerIdentity",
        json!({"Account": "0"}),
        "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><Account>0</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>request-1</RequestId></ResponseMetadata></GetCallerIdentityResponse>",
    );
    check(
        "stepfunctions",
        "StartExecution",
        json!({"executionArn": "a", "startDate": {"$t": 1500}}),
        r#"{"executionArn":"a","startDate":1.5}"#,
    );
}

#[test]
fn statuses_follow_the_output() {
    let status = |service: &str, name: &str, output: Json| {
        let row = find(service, name);
        answer(row, row.service.protocol, value(output)).0.status.as_u16()
    };
    assert_eq!(status("s3", "GetObject", json!({})), 200);
    assert_eq!(status("s3", "GetObject", json!({"ContentRange": "bytes 0-1/2"})), 206);
    assert_eq!(status("s3", "DeleteObject", json!({})), 204);
    assert_eq!(status("lambda", "Invoke", json!({"StatusCode": 202})), 202);
    assert_eq!(status("lambda", "CreateFunction", json!({})), 201);
    let (parts, _) = answer(find("s3", "DeleteObject"), Protocol::RestXml, value(json!({})));
    assert_eq!(parts.headers["x-amz-request-id"], "request-1");
    assert!(!parts.headers.contains_key("content-length"));
}

#[test]
fn errors_cross_every_protocol() {
    let error = AwsError::new("NoSuchThing", 404, "There is <none>.").with("Resource", "/b/k");
    for (service, name, protocol) in [
        ("s3", "GetObject", Protocol::RestXml),
        ("iam", "GetRole", Protocol::Query),
        ("lambda", "GetFunction", Protocol::RestJson),
        ("sagemaker-runtime", "InvokeEndpoint", Protocol::RestJson),
        ("sagemaker", "CreateTrainingJob", Protocol::Json11),
        ("stepfunctions", "StartExecution", Protocol::Cbor),
    ] {
        let row = find(service, name);
        let (parts, body) =
            server::encode_error(Some(row.service), protocol, &error, "request-1", false).into_parts();
        let body = collect(body).unwrap();
        let read = client::decode_response_as(row, protocol, parts.status, &parts.headers, body).unwrap_err();
        assert_eq!(
            (read.code.as_ref(), read.status, read.message.as_str()),
            ("NoSuchThing", 404, "There is <none>.")
        );
        assert_eq!(read.detail.as_deref(), Some("request id request-1"));
    }
    let row = find("s3", "HeadObject");
    let (parts, body) =
        server::encode_error(Some(row.service), Protocol::RestXml, &error, "r", true).into_parts();
    assert_eq!((parts.status.as_u16(), collect(body).unwrap().len()), (404, 0));
    let (_, body) = server::encode_error(
        Some(find("lambda", "GetFunction").service),
        Protocol::RestJson,
        &error,
        "r",
        false,
    )
    .into_parts();
    assert_eq!(collect(body).unwrap(), r#"{"Type":"User","Message":"There is <none>.","Resource":"/b/k"}"#);
}

#[test]
fn wrong_types_are_named() {
    let check = |service: &str, name: &str, body: &str, expected: &str| {
        let row = find(service, name);
        let headers = headers([]);
        let head =
            RequestHead { method: &http::Method::POST, path: "/", query: "max-keys=x", headers: &headers };
        let answer = server::decode(row, row.service.protocol, &head, &[], Bytes::from(body.to_owned()));
        let found = answer.map_or_else(|e| e.to_string(), |v| stored(&v).to_string());
        assert_eq!(found, expected);
    };
    check(
        "sagemaker",
        "CreateTrainingJob",
        r#"{"ResourceConfig": {"InstanceCount": "1"}}"#,
        "SerializationException: STRING_VALUE can not be converted to an Integer at 'ResourceConfig.InstanceCount'",
    );
    check(
        "sagemaker",
        "CreateTrainingJob",
        r#"{"TrainingJobName": 7}"#,
        "SerializationException: NUMBER_VALUE can not be converted to a String at 'TrainingJobName'",
    );
    check("sagemaker", "CreateTrainingJob", r#"{"Unknown": 7, "TrainingJobName": null}"#, "{}");
    check("sagemaker", "CreateTrainingJob", "", "{}");
    check("iam", "CreateRole", "Tags.x.1=a", "{\"Tags\":[]}");
    check("iam", "CreateRole", "Tags.member.x=a", "MalformedInput: Tags: 'x' is not a number in a list");
    check("s3", "DeleteObjects", "", "MissingRequestBodyError: Request Body is empty");
    check(
        "s3",
        "DeleteObjects",
        "<Delete><Object>",
        "MalformedXML: The XML you provided was not well-formed or did not validate against our published schema",
    );
    check("s3", "ListObjectsV2", "", "InvalidArgument: Provided max-keys is invalid: 'x' is not an integer");
    check(
        "s3",
        "DeleteObjects",
        "<Other><Object><Key>k</Key></Object></Other>",
        r#"{"Delete":{"Objects":[{"Key":"k"}]}}"#,
    );
}

#[test]
fn heads_are_read_as_s3_reads_them() {
    let check = |query: &str, pairs: &[(&str, &str)], expected: Json| {
        let headers = headers(pairs.iter().copied());
        let head = RequestHead { method: &http::Method::PUT, path: "/b/k", query, headers: &headers };
        let input =
            server::decode_head(find("s3", "PutObject"), Protocol::RestXml, &head, &[], Body::default());
        assert_eq!(stored(&input.unwrap()), expected);
    };
    check("", &[("content-encoding", "aws-chunked")], json!({"(body)": ""}));
    check(
        "",
        &[("content-length", "99"), ("x-amz-decoded-content-length", "5")],
        json!({"ContentLength": 5, "(body)": ""}),
    );
    check("", &[("content-encoding", "gzip, aws-chunked")], json!({"ContentEncoding": "gzip", "(body)": ""}));
    check(
        "",
        &[("x-amz-meta-a", "1"), ("x-amz-meta-a", "2")],
        json!({"Metadata": {"a": "1,2"}, "(body)": ""}),
    );
    // Some signers move headers into the query of a presigned request.
    check("X-Amz-Signature=0&x-amz-acl=private", &[], json!({"ACL": "private", "(body)": ""}));
    check("x-amz-acl=private", &[], json!({"(body)": ""}));
}

#[test]
fn instants_are_read_in_every_form() {
    let row = find("sagemaker", "ListTrainingJobs");
    let headers = headers([]);
    let head = RequestHead { method: &http::Method::POST, path: "/", query: "", headers: &headers };
    for form in ["1795341600", "1795341600.0", "1.7953416E9", "\"2026-11-22T10:00:00Z\""] {
        let body = Bytes::from(format!("{{\"CreationTimeAfter\": {form}}}"));
        let input = server::decode(row, Protocol::Json11, &head, &[], body).unwrap();
        match input.as_map().unwrap().get("CreationTimeAfter") {
            Some(Value::Time(found)) => assert_eq!(*found, Timestamp(1_795_341_600_000)),
            other => panic!("{form}: {other:?}"),
        }
    }
}
