"""A project with a registry, as its README shows it: run, look, approve, go back."""

import json

import pytest

from support.platform import ROOT

PROJECT = ROOT / "examples/approval"


def versions(cli):
    found = json.loads(cli("models", PROJECT, "--json").stdout)
    assert found["group"] == "approval"
    return [(v["version"], v["approval"], v["serves"]) for v in found["versions"]]


@pytest.mark.deadline(600)
def test_what_is_approved_serves(cli):
    ended = cli("run", PROJECT, "--listen", "127.0.0.1:0")
    assert "Registered as version 1 of approval." in ended.stdout
    assert f"lirio approve {PROJECT}" in ended.stdout
    assert versions(cli) == [(1, "PendingManualApproval", [])]
    shown = cli("models", PROJECT).stdout.splitlines()
    assert shown[0].split() == ["VERSION", "APPROVAL", "SERVES", "REGISTERED", "METRICS"]
    assert shown[1].startswith("1 ") and "accuracy 0.9" in shown[1]

    ended = cli("approve", PROJECT, "--because", "good enough")
    assert ended.stdout.splitlines() == [
        "Version 1 of approval is Approved.", "Endpoint approval serves version 1 of approval."]
    assert cli("predict", "approval", "5.1,3.5,1.4,0.2").stdout.startswith("setosa")
    assert "has no version to be approved" in cli("approve", PROJECT, code=1).stderr

    # Another run: what serves stays until somebody says otherwise.
    report = json.loads(cli("run", PROJECT, "--json").stdout)
    assert report["model_package"].endswith(":model-package/approval/2")
    assert versions(cli) == [(2, "PendingManualApproval", []), (1, "Approved", ["approval"])]
    assert "serves version 2" in cli("approve", PROJECT).stdout
    assert versions(cli) == [(2, "Approved", ["approval"]), (1, "Approved", [])]
    package = cli.client("sagemaker").describe_model_package(ModelPackageName="approval/1")
    assert package["ApprovalDescription"] == "good enough"

    # And back, without a number: what serves is meant.
    ended = cli("reject", PROJECT)
    assert ended.stdout.splitlines() == [
        "Version 2 of approval is Rejected.", "Endpoint approval serves version 1 of approval."]
    assert versions(cli) == [(2, "Rejected", []), (1, "Approved", ["approval"])]
    # With the group's name it is the same, but nobody waits for the deployment.
    assert "The event is sent" in cli("approve", "approval", "--version", "2").stdout
    assert "has no [registry]" in cli("models", ROOT / "examples/iris", code=1).stderr
