"""Fixtures of the tests with SageMaker's SDKs: a platform, a pushed image, a role, and the environment that
`lirio env --aws-hosts` prints, which is all that a user of the SDKs needs."""

import json
import os
import subprocess
import time
from types import SimpleNamespace

import pytest

from support.platform import ACCOUNT, binary, environment
from support.stack import Stack, allow, document


@pytest.fixture(scope="module")
def sdk(platform, binaries, tmp_path_factory):
    """The SDKs' environment, the image's URI and a role's ARN."""
    told = subprocess.run(
        [binary(), "env", "--aws-hosts", "--json", "--data-dir", platform.data_dir],
        env=environment(), check=True, capture_output=True, text=True,
    )
    variables = json.loads(told.stdout)
    # Nothing of the machine's own settings, and no question to AWS about who runs this.
    home = tmp_path_factory.mktemp("home")
    variables |= {"HOME": str(home), "AWS_CONFIG_FILE": str(home / "none"), "SAGEMAKER_SUPPRESS_V2_WARNING": "1"}
    before = dict(os.environ)
    for name in [n for n in os.environ if n.startswith("AWS_") or n.lower() in ("no_proxy", "http_proxy")]:
        del os.environ[name]
    os.environ.update(variables)
    try:
        stack = Stack(platform, "sdk")
        image = stack.push_image(binaries["model"]).split("@")[0] + ":latest"
        iam = platform.client("iam")
        trust = document({"Effect": "Allow", "Principal": {"Service": "sagemaker.amazonaws.com"},
                          "Action": "sts:AssumeRole"})
        iam.create_role(RoleName="sdk", AssumeRolePolicyDocument=trust)
        # What AmazonSageMakerFullAccess allows, as far as these tests need it.
        policy = document(allow(["s3:*", "ecr:*", "logs:*", "cloudwatch:*", "sagemaker:*", "ec2:*"], "*"))
        iam.put_role_policy(RoleName="sdk", PolicyName="sdk", PolicyDocument=policy)
        yield SimpleNamespace(image=image, role=f"arn:aws:iam::{ACCOUNT}:role/sdk", platform=platform)
    finally:
        os.environ.clear()
        os.environ.update(before)


LAPS = []


def pytest_terminal_summary(terminalreporter):
    """How long the client's own calls took, pauses of the client included."""
    for what, seconds in LAPS:
        terminalreporter.write_line(f"{what}: {seconds:.2f} s")


@pytest.fixture
def lap():
    """`with lap("deploy", 31):` fails what takes longer than the client's own pauses and some; each is told."""

    class Lap:
        def __init__(self, what, most):
            self.what, self.most = what, most

        def __enter__(self):
            self.begun = time.monotonic()

        def __exit__(self, failed, *_):
            self.seconds = time.monotonic() - self.begun
            LAPS.append((self.what, self.seconds))
            if failed is None:
                assert self.seconds < self.most, f"{self.what} took {self.seconds:.1f} s"

    return Lap
