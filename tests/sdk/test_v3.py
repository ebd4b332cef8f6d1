"""The SageMaker Python SDK v3, unmodified: ModelTrainer, core resources, ModelBuilder."""

import pytest

HYPERPARAMETERS = {"label": "species", "holdout": 0.2, "seed": 42}
ROW = "5.1,3.5,1.4,0.2"
SLACK = 25


@pytest.fixture(scope="module")
def session(sdk):
    from sagemaker.core.helper.session_helper import Session

    return Session()


@pytest.fixture(scope="module")
def trained(sdk, session, iris, tmp_path_factory):
    """A finished job of ModelTrainer, from a local file."""
    from sagemaker.core.shapes import StoppingCondition
    from sagemaker.core.training.configs import Compute, InputData
    from sagemaker.train.model_trainer import ModelTrainer

    folder = tmp_path_factory.mktemp("data")
    (folder / "iris.csv").write_bytes(iris)
    trainer = ModelTrainer(
        training_image=sdk.image, role=sdk.role, sagemaker_session=session, base_job_name="v3",
        hyperparameters=HYPERPARAMETERS, compute=Compute(instance_type="ml.m5.large", instance_count=1),
        stopping_condition=StoppingCondition(max_runtime_in_seconds=3600),
    )
    trainer.train(input_data_config=[InputData(channel_name="training", data_source=str(folder / "iris.csv"))],
                  logs=False)
    return trainer


@pytest.mark.deadline(150)
def test_model_trainer(trained):
    job = trained._latest_training_job
    job.refresh()
    assert job.training_job_status == "Completed"
    assert job.model_artifacts.s3_model_artifacts.endswith("/output/model.tar.gz")


@pytest.mark.deadline(150)
def test_core_resources(sdk, session, trained, lap):
    from sagemaker.core.resources import Endpoint, EndpointConfig, Model
    from sagemaker.core.shapes import ContainerDefinition, ProductionVariant

    job = trained._latest_training_job
    Model.create(
        model_name="v3", execution_role_arn=sdk.role, session=session.boto_session,
        primary_container=ContainerDefinition(
            image=sdk.image, model_data_url=job.model_artifacts.s3_model_artifacts),
    )
    EndpointConfig.create(
        endpoint_config_name="v3", session=session.boto_session,
        production_variants=[ProductionVariant(
            variant_name="AllTraffic", model_name="v3", instance_type="ml.m5.large", initial_instance_count=1)],
    )
    with lap("Endpoint.create until InService", 10 + SLACK):
        endpoint = Endpoint.create(endpoint_name="v3", endpoint_config_name="v3", session=session.boto_session)
        endpoint.wait_for_status("InService")
    answer = endpoint.invoke(body=ROW, content_type="text/csv", session=session.boto_session)
    assert b"setosa" in answer.body.read()
    endpoint.delete()


@pytest.mark.deadline(200)
def test_model_builder(sdk, session, trained, lap):
    from sagemaker.serve.model_builder import ModelBuilder

    builder = ModelBuilder(
        image_uri=sdk.image, role_arn=sdk.role, sagemaker_session=session, instance_type="ml.m5.large",
        s3_model_data_url=trained._latest_training_job.model_artifacts.s3_model_artifacts,
    )
    with lap("ModelBuilder.build", SLACK):
        builder.build(model_name="v3-built")
    with lap("ModelBuilder.deploy", 30 + SLACK):
        endpoint = builder.deploy(endpoint_name="v3-built", initial_instance_count=1)
    answer = endpoint.invoke(body=ROW, content_type="text/csv")
    assert b"setosa" in answer.body.read()
