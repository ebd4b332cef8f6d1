"""Helpers of the behaviour tests."""

import uuid

import pytest
from botocore.exceptions import ClientError


def fresh(kind):
    """A name that no other test uses."""
    return f"{kind}-{uuid.uuid4().hex[:12]}"


def refused(call, code, status=None):
    """The call is refused with this code, and status; answers the message."""
    with pytest.raises(ClientError) as caught:
        call()
    response = caught.value.response
    assert response["Error"]["Code"] == code, response
    if status is not None:
        assert response["ResponseMetadata"]["HTTPStatusCode"] == status, response
    return response["Error"].get("Message", "")
