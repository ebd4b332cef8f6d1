"""The SageMaker Python SDK v2, unmodified: fit, deploy, predict, register, process."""

import pytest

from support import oci
from support.programs import compiled

ROWS = {"setosa": "5.1,3.5,1.4,0.2", "virginica": "6.7,3.0,5.5,2.1"}
HYPERPARAMETERS = {"label": "species", "holdout": 0.2, "seed": 42}
METRICS = [{"Name": "validation:accuracy", "Regex": "validation:accuracy=([0-9.eE+-]+);"}]

# Pauses that the client makes whatever the server does, in seconds, and what is allowed on top of them: the
# tests run on loaded machines, so that this only tells a held answer from a missed one.
FIT, DEPLOY, TRANSFORM, SLACK = 7, 30, 25, 25


@pytest.fixture(scope="module")
def session(sdk):
    import sagemaker

    return sagemaker.Session()


@pytest.fixture(scope="module")
def data(session, iris, tmp_path_factory):
    file = tmp_path_factory.mktemp("data") / "iris.csv"
    file.write_bytes(iris)
    return session.upload_data(str(file), key_prefix="iris")


@pytest.fixture(scope="module")
def estimator(sdk, session):
    from sagemaker.estimator import Estimator

    return Estimator(
        image_uri=sdk.image, role=sdk.role, instance_count=1, instance_type="ml.m5.large",
        hyperparameters=HYPERPARAMETERS, metric_definitions=METRICS, base_job_name="v2", sagemaker_session=session,
    )


@pytest.mark.deadline(170)
def test_fit_with_logs_deploy_and_predict(estimator, data, lap, capsys):
    from sagemaker.deserializers import CSVDeserializer
    from sagemaker.serializers import CSVSerializer

    with lap("fit(logs=All)", FIT + SLACK):
        estimator.fit({"training": data}, logs="All")
    assert "validation:accuracy=" in capsys.readouterr().out, "the container's output is shown"
    frame = estimator.training_job_analytics.dataframe()
    assert list(frame["metric_name"].unique()) == ["validation:accuracy"]

    with lap("deploy", DEPLOY + SLACK):
        predictor = estimator.deploy(
            initial_instance_count=1, instance_type="ml.m5.large",
            serializer=CSVSerializer(), deserializer=CSVDeserializer(),
        )
    for species, row in ROWS.items():
        assert predictor.predict(row)[0][0] == species
    predictor.delete_model()
    predictor.delete_endpoint()


@pytest.mark.deadline(120)
def test_fit_without_logs_and_register(estimator, data, lap):
    with lap("fit(logs=False)", FIT + SLACK):
        estimator.fit({"training": data}, logs=False)
    with lap("register", SLACK):
        package = estimator.register(
            content_types=["text/csv"], response_types=["text/csv"], inference_instances=["ml.m5.large"],
            transform_instances=["ml.m5.large"], model_package_group_name="v2", approval_status="PendingManualApproval",
        )
    sagemaker = estimator.sagemaker_session.sagemaker_client
    described = sagemaker.describe_model_package(ModelPackageName=package.model_package_arn)
    assert described["ModelApprovalStatus"] == "PendingManualApproval"
    container = described["InferenceSpecification"]["Containers"][0]
    assert container["ModelDataUrl"] == estimator.model_data


@pytest.mark.deadline(170)
def test_batch_transform_with_logs(estimator, session, data, lap, capsys, tmp_path):
    if not estimator.latest_training_job:
        estimator.fit({"training": data}, logs=False)
    rows = tmp_path / "rows.csv"
    rows.write_text("".join(f"{species}-id,{row}\n" for species, row in ROWS.items()))
    uri = session.upload_data(str(rows), key_prefix="transform")
    transformer = estimator.transformer(
        instance_count=1, instance_type="ml.m5.large", strategy="MultiRecord", assemble_with="Line", accept="text/csv",
    )
    capsys.readouterr()
    with lap("transform(logs=True)", TRANSFORM + SLACK):
        transformer.transform(
            uri, content_type="text/csv", split_type="Line", input_filter="$[1:]", join_source="Input",
            output_filter="$[0,5]", wait=True, logs=True,
        )
    printed = capsys.readouterr().out
    assert "serving on" in printed and "MaxConcurrentTransforms=" in printed, "the container's output is shown"
    bucket, prefix = transformer.output_path.removeprefix("s3://").split("/", 1)
    body = session.boto_session.client("s3").get_object(Bucket=bucket, Key=f"{prefix}/rows.csv.out")["Body"].read()
    assert body.decode().splitlines() == [f"{species}-id,{species}" for species in ROWS]

    # A bad record fails the job, and the SDK says why.
    from sagemaker.exceptions import UnexpectedStatusException

    rows.write_text("1,2,3,4,5,6,7\n")
    uri = session.upload_data(str(rows), key_prefix="transform-bad")
    with pytest.raises(UnexpectedStatusException) as caught:
        transformer.transform(uri, content_type="text/csv", split_type="Line", wait=True, logs=False)
    assert "ClientError: See job logs for more information" in str(caught.value)
    assert "rows.csv, record 1: the container answered 400" in str(caught.value)
    transformer.delete_model()


def test_a_job_that_fails_says_why(estimator, session, data):
    from sagemaker.exceptions import UnexpectedStatusException

    estimator.set_hyperparameters(label="no-such-column")
    with pytest.raises(UnexpectedStatusException) as caught:
        estimator.fit({"training": data}, logs=False)
    estimator.set_hyperparameters(**HYPERPARAMETERS)
    assert "no-such-column" in str(caught.value)


@pytest.fixture(scope="module")
def processor_image(sdk, tmp_path_factory):
    """An image whose program reads a script."""
    ecr = sdk.platform.client("ecr")
    repository = ecr.create_repository(repositoryName="processor")["repository"]
    token = ecr.get_authorization_token()["authorizationData"][0]["authorizationToken"]
    blobs, manifest = oci.model_image(compiled("processor", tmp_path_factory.mktemp("processor")))
    oci.Registry(sdk.platform.url, token, "processor").push(blobs, manifest, "latest")
    return f"{repository['repositoryUri']}:latest"


@pytest.mark.deadline(120)
def test_processors(sdk, session, data, processor_image, iris, lap, tmp_path, capsys):
    from sagemaker.processing import Processor, ProcessingInput, ProcessingOutput, ScriptProcessor

    given, left = "/opt/ml/processing/input/rows", "/opt/ml/processing/output"
    common = dict(
        image_uri=processor_image, role=sdk.role, instance_count=1, instance_type="ml.m5.large", base_job_name="v2",
        sagemaker_session=session,
    )

    def read(job):
        place = job.outputs[0].destination.removeprefix("s3://").split("/", 1)
        name = data.rsplit("/", 1)[-1]
        return session.read_s3_file(place[0], f"{place[1]}/{name}")

    inputs, outputs = [ProcessingInput(data, given)], [ProcessingOutput(source=left)]
    processor = Processor(entrypoint=["/usr/local/bin/model"], env={"A": "b"}, **common)
    with lap("Processor.run(logs=True)", FIT + SLACK):
        processor.run(inputs, outputs, arguments=[f"print copying; copy {given} {left}"])
    assert "copying" in capsys.readouterr().out, "the container's output is shown"
    assert read(processor.latest_job) == iris.decode()
    assert processor.latest_job.describe()["Environment"] == {"A": "b"}

    script = tmp_path / "process.txt"
    script.write_text(f"copy {given} {left}\nmessage by a script\n")
    scripted = ScriptProcessor(command=["/usr/local/bin/model"], **common)
    with lap("ScriptProcessor.run(logs=False)", FIT + SLACK):
        scripted.run(code=str(script), inputs=inputs, outputs=outputs, logs=False)
    assert read(scripted.latest_job) == iris.decode()
    assert scripted.latest_job.describe()["ExitMessage"] == "by a script"


def test_a_processing_job_that_fails_says_why(sdk, session, processor_image):
    from sagemaker.exceptions import UnexpectedStatusException
    from sagemaker.processing import Processor

    processor = Processor(
        image_uri=processor_image, role=sdk.role, instance_count=1, instance_type="ml.m5.large", base_job_name="v2",
        sagemaker_session=session, entrypoint=["/usr/local/bin/model"],
    )
    with pytest.raises(UnexpectedStatusException) as caught:
        processor.run(arguments=["nonsense"], logs=False)
    assert "what is nonsense?, exit code: 7" in str(caught.value)
