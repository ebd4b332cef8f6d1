"""The loop of the example, made call by call with boto3, as a person with AWS's documentation would."""

import io
import json
import re
import zipfile

from support import oci
from support.platform import ACCOUNT, REGION, ROOT, until

PIPELINE = ROOT / "examples/iris/pipeline.asl.json"
KEY = "training-data/iris_final.csv"
METRICS = ("train:accuracy", "train:loss", "validation:accuracy", "validation:loss")


def function_zip(bootstrap):
    """A function of the custom runtime: one file called `bootstrap`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        entry = zipfile.ZipInfo("bootstrap")
        entry.external_attr = 0o100755 << 16
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, bootstrap)
    return out.getvalue()


def document(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def allow(actions, *resources):
    return {"Effect": "Allow", "Action": list(actions), "Resource": list(resources)}


def arn(service, resource):
    return f"arn:aws:{service}:{REGION}:{ACCOUNT}:{resource}"


def fill(text, variables):
    """`"${name}"` alone becomes the value with its type, inside a text its text (examples/iris/README.md)."""
    text = re.sub(r'"\$\{(\w+)\}"', lambda m: json.dumps(variables[m[1]]), text)
    return re.sub(r"\$\{(\w+)\}", lambda m: str(variables[m[1]]), text)


def variant(iris, number):
    """The same data in other bytes: each bit of the number is a zero more, or not, behind a decimal."""
    lines = iris.decode().splitlines()
    for bit in range(16):
        if number >> bit & 1:
            first, rest = lines[bit + 1].split(",", 1)
            lines[bit + 1] = f"{first}0,{rest}"
    return ("\n".join(lines) + "\n").encode()


class Stack:
    """Every resource of one model, named after it."""

    def __init__(self, platform, name, label="species", min_accuracy=0.93):
        self.name = name
        self.label = label
        self.min_accuracy = min_accuracy
        self.bucket = f"{name}-{ACCOUNT}"
        self.trail_bucket = f"{name}-trail-{ACCOUNT}"
        self.state_machine_arn = arn("states", f"stateMachine:{name}")
        self.function_arn = arn("lambda", f"function:{name}-validate")
        self.on(platform)

    def on(self, platform):
        """Takes the clients anew, as after a restart on another port."""
        self.platform = platform
        self.clients = {}
        return self

    def client(self, service):
        if service not in self.clients:
            self.clients[service] = self.platform.client(service)
        return self.clients[service]

    def role_arn(self, part):
        return f"arn:aws:iam::{ACCOUNT}:role/{self.name}-{part}"

    def create(self, binaries):
        self.create_buckets()
        self.create_roles()
        self.image_uri = self.push_image(binaries["model"])
        self.create_function(binaries["validate"])
        self.create_state_machine()
        self.create_trail()
        self.create_rule()
        return self

    def create_buckets(self):
        s3 = self.client("s3")
        for bucket in (self.bucket, self.trail_bucket):
            s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
            s3.get_waiter("bucket_exists").wait(Bucket=bucket)
        service = {"Service": "cloudtrail.amazonaws.com"}
        trail = f"arn:aws:s3:::{self.trail_bucket}"
        condition = {"StringEquals": {"s3:x-amz-acl": "bucket-owner-full-control"}}
        policy = document(
            {"Effect": "Allow", "Principal": service, "Action": "s3:GetBucketAcl", "Resource": trail},
            {"Effect": "Allow", "Principal": service, "Action": "s3:PutObject",
             "Resource": f"{trail}/AWSLogs/{ACCOUNT}/*", "Condition": condition},
        )
        s3.put_bucket_policy(Bucket=self.trail_bucket, Policy=policy)

    def policies(self):
        """Least privilege: the role's last name, the service that assumes it, its statements."""
        bucket = f"arn:aws:s3:::{self.bucket}"
        endpoint = arn("sagemaker", f"endpoint/{self.name}")

        def logs(group):
            actions = ("CreateLogGroup", "CreateLogStream", "PutLogEvents", "DescribeLogStreams")
            return allow([f"logs:{a}" for a in actions], arn("logs", f"log-group:{group}"))

        return [
            ("training", "sagemaker", [
                allow(["s3:ListBucket"], bucket),
                allow(["s3:GetObject"], f"{bucket}/*"),
                allow(["s3:PutObject"], f"{bucket}/models/*"),
                allow(["ecr:GetAuthorizationToken"], "*"),
                allow(["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
                      arn("ecr", f"repository/{self.name}")),
                logs("/aws/sagemaker/*"),
                allow(["cloudwatch:PutMetricData"], "*"),
            ]),
            ("pipeline", "states", [
                allow([f"sagemaker:{a}" for a in
                       ("CreateTrainingJob", "DescribeTrainingJob", "StopTrainingJob", "AddTags")],
                      arn("sagemaker", "training-job/*")),
                allow(["sagemaker:CreateModel"], arn("sagemaker", "model/*")),
                allow([f"sagemaker:{a}" for a in
                       ("CreateEndpointConfig", "CreateEndpoint", "UpdateEndpoint", "DescribeEndpoint", "DeleteEndpoint")],
                      endpoint, arn("sagemaker", "endpoint-config/*")),
                allow(["lambda:InvokeFunction"], self.function_arn),
                allow(["iam:PassRole"], self.role_arn("training")),
                allow(["events:PutTargets", "events:PutRule", "events:DescribeRule"],
                      arn("events", "rule/StepFunctionsGetEventsForSageMakerTrainingJobsRule")),
            ]),
            ("events", "events", [allow(["states:StartExecution"], self.state_machine_arn)]),
            ("validate", "lambda", [
                allow(["s3:GetObject"], f"{bucket}/models/*"),
                allow(["sagemaker:InvokeEndpoint"], endpoint),
                logs(f"/aws/lambda/{self.name}-validate"),
            ]),
        ]

    def create_roles(self):
        iam = self.client("iam")
        for part, service, statements in self.policies():
            trust = document({"Effect": "Allow", "Principal": {"Service": f"{service}.amazonaws.com"},
                              "Action": "sts:AssumeRole"})
            role = f"{self.name}-{part}"
            iam.create_role(RoleName=role, AssumeRolePolicyDocument=trust)
            iam.put_role_policy(RoleName=role, PolicyName=role, PolicyDocument=document(*statements))

    def push_image(self, program):
        ecr = self.client("ecr")
        repository = ecr.create_repository(repositoryName=self.name)["repository"]
        token = ecr.get_authorization_token()["authorizationData"][0]["authorizationToken"]
        blobs, manifest = oci.model_image(program)
        digest = oci.Registry(self.platform.url, token, self.name).push(blobs, manifest, "latest")
        images = ecr.describe_images(repositoryName=self.name)["imageDetails"]
        assert [(i["imageDigest"], i["imageTags"]) for i in images] == [(digest, ["latest"])]
        return f"{repository['repositoryUri']}@{digest}"

    def create_function(self, bootstrap):
        function = self.client("lambda")
        function.create_function(
            FunctionName=f"{self.name}-validate",
            Runtime="provided.al2023",
            Handler="bootstrap",
            Role=self.role_arn("validate"),
            Timeout=60,
            Code={"ZipFile": function_zip(bootstrap)},
        )
        function.get_waiter("function_active_v2").wait(FunctionName=f"{self.name}-validate")

    def create_state_machine(self):
        variables = {
            "image_uri": self.image_uri,
            "sagemaker_role_arn": self.role_arn("training"),
            "validate_function_arn": self.function_arn,
            "output_uri": f"s3://{self.bucket}/models",
            "hyperparameters": {"label": self.label, "holdout": "0.2", "seed": "42", "l2": "0.1", "iterations": "200"},
            "metric_definitions": [{"Name": m, "Regex": f"{m}=([0-9.eE+-]+);"} for m in METRICS],
            "training_instance_type": "ml.m5.large",
            "training_instance_count": 1,
            "training_volume_size_gb": 10,
            "training_max_runtime_seconds": 600,
            "endpoint_name": self.name,
            "endpoint_instance_type": "ml.m5.large",
            "endpoint_instance_count": 1,
            "min_accuracy": self.min_accuracy,
        }
        made = self.client("stepfunctions").create_state_machine(
            name=self.name, definition=fill(PIPELINE.read_text(), variables), roleArn=self.role_arn("pipeline")
        )
        assert made["stateMachineArn"] == self.state_machine_arn

    def create_trail(self):
        trail = self.client("cloudtrail")
        trail.create_trail(Name=self.name, S3BucketName=self.trail_bucket, IncludeGlobalServiceEvents=False)
        selector = {
            "ReadWriteType": "WriteOnly",
            "IncludeManagementEvents": False,
            "DataResources": [{"Type": "AWS::S3::Object", "Values": [f"arn:aws:s3:::{self.bucket}/"]}],
        }
        trail.put_event_selectors(TrailName=self.name, EventSelectors=[selector])
        trail.start_logging(Name=self.name)
        assert trail.get_trail_status(Name=self.name)["IsLogging"] is True

    def create_rule(self):
        pattern = {
            "source": ["aws.s3"],
            "detail-type": ["AWS API Call via CloudTrail"],
            "detail": {
                "eventSource": ["s3.amazonaws.com"],
                "eventName": ["PutObject", "CompleteMultipartUpload"],
                # Models land in the same bucket; only data starts a run.
                "requestParameters": {"bucketName": [self.bucket], "key": [{"prefix": "training-data/"}]},
            },
        }
        events = self.client("events")
        events.put_rule(Name=f"{self.name}-upload", EventPattern=json.dumps(pattern), State="ENABLED")
        target = {"Id": "pipeline", "Arn": self.state_machine_arn, "RoleArn": self.role_arn("events")}
        answer = events.put_targets(Rule=f"{self.name}-upload", Targets=[target])
        assert answer["FailedEntryCount"] == 0, answer

    # What happens by itself afterwards.

    def upload(self, content, key=KEY):
        self.client("s3").put_object(Bucket=self.bucket, Key=key, Body=content, ContentType="text/csv")

    def executions(self):
        """Names and ARNs, newest first."""
        pages = self.client("stepfunctions").get_paginator("list_executions")
        found = pages.paginate(stateMachineArn=self.state_machine_arn).build_full_result()
        return found["executions"]

    def new_execution(self, before):
        """The ARN of the one execution that was not there before."""
        known = {e["executionArn"] for e in before}
        found = until(
            "the upload starts an execution",
            lambda: [e["executionArn"] for e in self.executions() if e["executionArn"] not in known],
        )
        assert len(found) == 1, f"one upload started {found}"
        return found[0]

    def ended(self, execution, seconds=60):
        """The description of an execution once it has ended."""
        states = self.client("stepfunctions")

        def look():
            found = states.describe_execution(executionArn=execution)
            return found if found["status"] != "RUNNING" else None

        return until(f"{execution} ends", look, seconds)

    def run(self, content):
        """Uploads, and answers the ended execution that the upload started."""
        before = self.executions()
        self.upload(content)
        return self.ended(self.new_execution(before))

    def job_of(self, execution):
        """The training job carries the part of the execution's name before the underscore."""
        return execution["name"].split("_")[0]

    def endpoint(self):
        return self.client("sagemaker").describe_endpoint(EndpointName=self.name)

    def predict(self, body, content_type="text/csv", accept=None):
        more = {"Accept": accept} if accept else {}
        answer = self.client("sagemaker-runtime").invoke_endpoint(
            EndpointName=self.name, ContentType=content_type, Body=body, **more
        )
        return answer["Body"].read()

    def artifacts(self):
        """Keys of the models that trainings left."""
        pages = self.client("s3").get_paginator("list_objects_v2")
        found = pages.paginate(Bucket=self.bucket, Prefix="models/").build_full_result().get("Contents", [])
        return sorted(o["Key"] for o in found if o["Key"].endswith("/model.tar.gz"))
