"""The loop with containers and functions that an engine runs, Docker or Podman, and what is left of them."""

import pytest

from support.daemons import Dockerd, Podman, Unavailable
from support.platform import Platform, until
from support.stack import Stack


@pytest.fixture(scope="module", params=[Dockerd, Podman], ids=lambda kind: kind.name)
def engine(request, tmp_path_factory):
    try:
        engine = request.param(tmp_path_factory.mktemp(request.param.name))
    except Unavailable as error:
        pytest.skip(f"every test with {request.param.name}: {error}")
    try:
        yield engine
    finally:
        engine.stop()


@pytest.fixture
def engine_platform(engine, tmp_path, monkeypatch):
    monkeypatch.setenv(engine.variable, f"unix://{engine.socket}")
    platform = Platform(tmp_path / "data", "--runtime", engine.name)
    try:
        yield platform.start()
    finally:
        platform.stop()


@pytest.mark.deadline(300)
def test_the_loop_and_a_crash(engine_platform, engine, binaries, iris):
    platform = engine_platform
    stack = Stack(platform, "iris").create(binaries)
    execution = stack.run(iris)
    assert execution["status"] == "SUCCEEDED", (execution.get("error"), execution.get("cause"))

    def serving():
        """The endpoint's containers, when both run: the program's and its doorkeeper's."""
        found = {name for name, state in engine.containers().items() if "endpoint-" in name and state == "running"}
        return found if len(found) == 2 else None

    before = until("the endpoint's containers run", serving)
    invoke = lambda: platform.client("sagemaker-runtime").invoke_endpoint(
        EndpointName=stack.name, ContentType="text/csv", Body=b"5.1,3.5,1.4,0.2")["Body"].read()
    assert b"setosa" in invoke()

    # The power fails: nobody asks the engine, and yet nothing of it runs on.
    platform.kill()
    until("every container has ended", lambda: "running" not in engine.containers().values())

    # The next start removes what the engine kept, and the endpoint is served again.
    platform.start()
    after = until("the endpoint's containers run again", serving)
    assert not after & before, (before, after)
    assert not before & set(engine.containers())
    until("the endpoint answers", lambda: answers(invoke))

    # A stop leaves nothing at all; the engine may still be at its last removal.
    platform.stop()
    until("nothing is left", lambda: engine.containers() == {})


def answers(invoke):
    try:
        return b"setosa" in invoke()
    except Exception:
        return False
