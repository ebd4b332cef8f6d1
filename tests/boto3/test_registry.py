"""The registry of models with unmodified boto3: train, register, approve, deployed by the event, reject, and the
version before serves again. Containers are real."""

import json

import pytest
from botocore.exceptions import ClientError

from support.platform import ROOT, until
from support.stack import KEY, METRICS, Stack, allow, arn, fill

DEPLOY = ROOT / "crates/stack/src/deploy.asl.json"
ROW = "5.1,3.5,1.4,0.2"


class Registry(Stack):
    """A group of models, and what deploys them: no pipeline."""

    def create(self, binaries, iris):
        self.create_buckets()
        self.create_roles()
        self.image_uri = self.push_image(binaries["model"])
        self.upload(iris)
        self.sagemaker = self.client("sagemaker")
        self.sagemaker.create_model_package_group(ModelPackageGroupName=self.name)
        self.create_deployer()
        return self

    def policies(self):
        deploy = [
            allow(["sagemaker:ListModelPackages"], "*"),
            allow(["sagemaker:DescribeModelPackage"], arn("sagemaker", f"model-package/{self.name}/*")),
            allow(["sagemaker:CreateModel"], arn("sagemaker", "model/*")),
            allow([f"sagemaker:{a}" for a in
                   ("CreateEndpointConfig", "CreateEndpoint", "UpdateEndpoint", "DescribeEndpoint", "DeleteEndpoint")],
                  arn("sagemaker", f"endpoint/{self.name}"), arn("sagemaker", "endpoint-config/*")),
            allow(["iam:PassRole"], self.role_arn("training")),
        ]
        kept = [policy for policy in super().policies() if policy[0] == "training"]
        return [*kept, ("deploy", "states", deploy),
                ("events", "events", [allow(["states:StartExecution"], self.state_machine_arn)])]

    def create_deployer(self):
        definition = fill(DEPLOY.read_text(), {
            "model_package_group": self.name,
            "endpoint_name": self.name,
            "endpoint_instance_type": "ml.m5.large",
            "endpoint_instance_count": 1,
            "sagemaker_role_arn": self.role_arn("training"),
        })
        self.client("stepfunctions").create_state_machine(
            name=self.name, definition=definition, roleArn=self.role_arn("deploy"))
        pattern = {
            "source": ["aws.sagemaker"],
            "detail-type": ["SageMaker Model Package State Change"],
            "detail": {
                "ModelPackageGroupName": [self.name],
                "ModelPackageStatus": ["Completed"],
                "ModelApprovalStatus": ["Approved", "Rejected"],
                "UpdatedModelPackageFields": ["ModelApprovalStatus", {"exists": False}],
            },
        }
        events = self.client("events")
        events.put_rule(Name=f"{self.name}-approval", EventPattern=json.dumps(pattern), State="ENABLED")
        target = {"Id": "deploy", "Arn": self.state_machine_arn, "RoleArn": self.role_arn("events")}
        assert events.put_targets(Rule=f"{self.name}-approval", Targets=[target])["FailedEntryCount"] == 0

    def train(self, job):
        self.sagemaker.create_training_job(
            TrainingJobName=job,
            RoleArn=self.role_arn("training"),
            AlgorithmSpecification={
                "TrainingImage": self.image_uri, "TrainingInputMode": "File",
                "MetricDefinitions": [{"Name": m, "Regex": f"{m}=([0-9.eE+-]+);"} for m in METRICS],
            },
            HyperParameters={"label": "species"},
            InputDataConfig=[{
                "ChannelName": "training", "ContentType": "text/csv",
                "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": f"s3://{self.bucket}/{KEY}"}},
            }],
            OutputDataConfig={"S3OutputPath": f"s3://{self.bucket}/models"},
            ResourceConfig={"InstanceType": "ml.m5.large", "InstanceCount": 1, "VolumeSizeInGB": 1},
            StoppingCondition={"MaxRuntimeInSeconds": 600},
        )
        self.sagemaker.get_waiter("training_job_completed_or_stopped").wait(TrainingJobName=job)
        described = self.sagemaker.describe_training_job(TrainingJobName=job)
        assert described["TrainingJobStatus"] == "Completed", described.get("FailureReason")
        return described

    def register(self, job):
        made = self.sagemaker.create_model_package(
            ModelPackageGroupName=self.name,
            InferenceSpecification={
                "Containers": [{
                    "Image": self.image_uri,
                    "ModelDataUrl": job["ModelArtifacts"]["S3ModelArtifacts"],
                }],
                "SupportedContentTypes": ["text/csv"],
                "SupportedResponseMIMETypes": ["text/csv"],
            },
            ModelApprovalStatus="PendingManualApproval",
            CustomerMetadataProperties={
                m["MetricName"].replace(":", "."): str(m["Value"]) for m in job["FinalMetricDataList"]},
            MetadataProperties={"GeneratedBy": job["TrainingJobArn"]},
        )["ModelPackageArn"]
        until("the package is validated",
              lambda: self.sagemaker.describe_model_package(ModelPackageName=made)["ModelPackageStatus"] == "Completed")
        return made

    def decide(self, package, status):
        """Changes the approval, and answers the output of the execution that the event started."""
        before = self.executions()
        self.sagemaker.update_model_package(
            ModelPackageArn=package, ModelApprovalStatus=status, ApprovalDescription="by a test")
        ended = self.ended(self.new_execution(before), 90)
        assert ended["status"] == "SUCCEEDED", (ended.get("error"), ended.get("cause"))
        return json.loads(ended["output"])

    def served(self):
        """The model package behind the endpoint."""
        endpoint = self.endpoint()
        assert endpoint["EndpointStatus"] == "InService"
        config = self.sagemaker.describe_endpoint_config(EndpointConfigName=endpoint["EndpointConfigName"])
        model = self.sagemaker.describe_model(ModelName=config["ProductionVariants"][0]["ModelName"])
        [container] = model.get("Containers") or [model["PrimaryContainer"]]
        return container["ModelPackageName"]


@pytest.fixture(scope="module")
def registry(platform, binaries, iris):
    return Registry(platform, "reg").create(binaries, iris)


@pytest.fixture(scope="module")
def versions(registry):
    return [registry.register(registry.train(f"job-{n}")) for n in (1, 2)]


@pytest.mark.deadline(110)
def test_versions_wait_for_an_approval(registry, versions):
    sagemaker = registry.sagemaker
    assert versions == [arn("sagemaker", f"model-package/reg/{n}") for n in (1, 2)]
    found = sagemaker.describe_model_package(ModelPackageName=versions[0])
    [container] = found["InferenceSpecification"]["Containers"]
    assert container["ImageDigest"] == registry.image_uri.split("@")[1]
    assert container["ModelDataETag"]
    assert float(found["CustomerMetadataProperties"]["validation.accuracy"]) > 0.9
    assert "ModelPackageName" not in found, "a version has none"
    with pytest.raises(ClientError) as caught:
        sagemaker.create_model(
            ModelName="early", ExecutionRoleArn=registry.role_arn("training"),
            Containers=[{"ModelPackageName": versions[0]}])
    assert caught.value.response["Error"]["Code"] == "ValidationException"
    assert "PendingManualApproval" in caught.value.response["Error"]["Message"]
    assert registry.executions() == [], "nothing was decided yet"
    pages = sagemaker.get_paginator("list_model_packages").paginate(
        ModelPackageGroupName="reg", PaginationConfig={"PageSize": 1})
    assert [p["ModelPackageVersion"] for page in pages for p in page["ModelPackageSummaryList"]] == [1, 2]


@pytest.mark.deadline(200)
def test_what_is_approved_serves_and_what_is_rejected_goes(registry, versions):
    first, second = versions
    assert registry.decide(first, "Approved") == {
        "deployed": True, "endpoint": "reg", "version": 1, "message": "Endpoint reg serves version 1 of reg."}
    assert registry.served() == first
    assert registry.predict(ROW).decode().startswith("setosa")
    assert registry.decide(second, "Approved")["version"] == 2
    assert registry.served() == second
    # The way back.
    assert registry.decide(second, "Rejected") == {
        "deployed": True, "endpoint": "reg", "version": 1, "message": "Endpoint reg serves version 1 of reg."}
    assert registry.served() == first
    assert registry.predict(ROW).decode().startswith("setosa")
    # With nothing to go back to, what serves stays.
    left = registry.decide(first, "Rejected")
    assert left["deployed"] is False and "No version of reg is approved" in left["message"]
    assert registry.served() == first
    # A note on a version decides nothing.
    before = registry.executions()
    registry.sagemaker.update_model_package(ModelPackageArn=first, CustomerMetadataProperties={"note": "kept"})
    # A rejected version may be approved again.
    assert registry.decide(second, "Approved")["version"] == 2
    assert registry.served() == second
    assert len(registry.executions()) == len(before) + 1


@pytest.mark.deadline(110)
def test_search_and_lineage_tell_where_it_came_from(registry, versions):
    sagemaker = registry.sagemaker
    registry_model = sagemaker.describe_model_package(ModelPackageName=versions[1])
    uri = registry_model["InferenceSpecification"]["Containers"][0]["ModelDataUrl"]
    found = sagemaker.search(Resource="TrainingJob", SearchExpression={
        "Filters": [{"Name": "ModelArtifacts.S3ModelArtifacts", "Operator": "Equals", "Value": uri}]})
    assert [r["TrainingJob"]["TrainingJobName"] for r in found["Results"]] == ["job-2"]
    found = sagemaker.search(
        Resource="ModelPackage", SortBy="ModelPackageVersion", SortOrder="Ascending",
        SearchExpression={"Filters": [
            {"Name": "ModelPackageGroupName", "Operator": "Equals", "Value": "reg"},
            {"Name": "CustomerMetadataProperties.validation.accuracy", "Operator": "GreaterThan", "Value": "0.5"}]})
    assert [r["ModelPackage"]["ModelPackageArn"] for r in found["Results"]] == versions
    with pytest.raises(ClientError, match="Pipeline"):
        sagemaker.search(Resource="Pipeline")

    endpoint = sagemaker.list_contexts(SourceUri=registry.endpoint()["EndpointArn"])["ContextSummaries"][0]
    asked = sagemaker.query_lineage(
        StartArns=[endpoint["ContextArn"]], Direction="Ascendants",
        Filters={"Types": ["DataSet"], "LineageTypes": ["Artifact"]})
    sources = [sagemaker.describe_artifact(ArtifactArn=v["Arn"])["Source"]["SourceUri"] for v in asked["Vertices"]]
    assert sources == [f"s3://{registry.bucket}/{KEY}"]
    data = sagemaker.list_artifacts(SourceUri=sources[0])["ArtifactSummaries"][0]["ArtifactArn"]
    whole = sagemaker.query_lineage(StartArns=[data], Direction="Descendants", IncludeEdges=True)
    assert {"TrainingJob", "Model", "Approval", "ModelDeployment", "Endpoint", "ModelGroup"} <= {
        v["Type"] for v in whole["Vertices"]}
    arns = {v["Arn"] for v in whole["Vertices"]}
    assert all(e["SourceArn"] in arns and e["DestinationArn"] in arns for e in whole["Edges"])
