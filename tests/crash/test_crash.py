"""`kill -9` at random instants of the loop: nothing is lost, nothing happens twice.

LIRIO_CRASHES says how many times (10 without), LIRIO_SEED which instants (printed, so that they can be repeated).
"""

import hashlib
import json
import os
import random
import threading
import time
from collections import Counter

import pytest

from support.platform import Platform, children_under, until
from support.stack import KEY, Stack, variant

CRASHES = int(os.environ.get("LIRIO_CRASHES", "10"))
SEED = int(os.environ.get("LIRIO_SEED") or random.randrange(1 << 32))
# One recovered run takes at most so long; an ordinary one is far below a second.
RECOVERY = 120


class Crashes:
    """A platform that is killed, and what must be true of it after each restart."""

    def __init__(self, platform, binaries, iris):
        self.platform, self.iris = platform, iris
        self.stack = Stack(platform, "iris").create(binaries)
        # Executions that uploads have started, by the upload's number.
        self.started = {}

    def upload(self, number, into):
        try:
            # A client of its own: the connection dies with the server.
            client = self.platform.client("s3")
            client.put_object(Bucket=self.stack.bucket, Key=KEY, Body=variant(self.iris, number))
            into.append(True)
        except Exception:  # The server was killed under it.
            into.append(False)

    def stored(self):
        """SHA-256 of what lies under the key."""
        body = self.stack.client("s3").get_object(Bucket=self.stack.bucket, Key=KEY)["Body"].read()
        return hashlib.sha256(body).hexdigest()

    def finish(self, number):
        """The one execution that this upload started, once it has succeeded."""
        known = set(self.started.values())

        def new():
            return [e["executionArn"] for e in self.stack.executions() if e["executionArn"] not in known]

        found = until(f"upload {number} starts an execution", new, RECOVERY)
        ended = self.stack.ended(found[0], RECOVERY)
        assert ended["status"] == "SUCCEEDED", (ended.get("error"), ended.get("cause"))
        found = new()
        assert len(found) == 1, f"upload {number} started {found}"
        self.started[number] = found[0]

    def check(self, number):
        """The whole state, after upload `number` has been worked off."""
        stack = self.stack
        assert self.stored() == hashlib.sha256(variant(self.iris, number)).hexdigest(), "the CSV is intact"
        executions = stack.executions()
        assert Counter(e["status"] for e in executions) == {"SUCCEEDED": len(self.started)}
        assert {e["executionArn"] for e in executions} == set(self.started.values())
        jobs = sorted(arn.rsplit(":", 1)[1].split("_")[0] for arn in self.started.values())
        pages = stack.client("sagemaker").get_paginator("list_training_jobs").paginate()
        listed = pages.build_full_result()["TrainingJobSummaries"]
        assert sorted(j["TrainingJobName"] for j in listed) == jobs, "one job for each upload"
        assert {j["TrainingJobStatus"] for j in listed} == {"Completed"}
        assert stack.artifacts() == [f"models/{job}/output/model.tar.gz" for job in jobs], "one model for each upload"
        endpoints = stack.client("sagemaker").list_endpoints()["Endpoints"]
        assert [(e["EndpointName"], e["EndpointStatus"]) for e in endpoints] == [("iris", "InService")]
        last = self.started[number].rsplit(":", 1)[1].split("_")[0]
        assert stack.endpoint()["EndpointConfigName"] == last, "the newest model is the live one"
        self.answers()

    def answers(self):
        def ask():
            try:
                return self.stack.predict("5.1,3.5,1.4,0.2").startswith(b"setosa")
            except Exception:
                return False

        until("the endpoint answers", ask, 30)

    def crash(self, number, delay):
        """Uploads, kills after `delay` seconds, restarts, and waits for the outcome. Answers what happened."""
        outcome = []
        uploading = threading.Thread(target=self.upload, args=(number, outcome))
        uploading.start()
        time.sleep(delay)
        self.platform.kill()
        uploading.join()
        restart = time.monotonic()
        self.platform.start()
        self.stack.on(self.platform)
        wanted = hashlib.sha256(variant(self.iris, number)).hexdigest()
        if outcome == [True]:
            assert self.stored() == wanted, "an upload that was answered is there"
            what = "answered"
        elif self.stored() == wanted:
            # The answer was lost, the upload was not: it counts, and must not be repeated.
            what = "kept"
        else:
            self.upload(number, repeated := [])
            assert repeated == [True]
            what = "repeated"
        self.finish(number)
        self.check(number)
        return what, time.monotonic() - restart


@pytest.mark.deadline(300 + 60 * CRASHES)
def test_killed_at_any_instant(tmp_path, binaries, iris):
    print(f"LIRIO_CRASHES={CRASHES} LIRIO_SEED={SEED}")
    draw = random.Random(SEED)
    platform = Platform(tmp_path / "data").start()
    number = delay = None
    try:
        crashes = Crashes(platform, binaries, iris)
        normal = []
        for number in range(3):
            start = time.monotonic()
            crashes.upload(number, outcome := [])
            assert outcome == [True]
            crashes.finish(number)
            normal.append(time.monotonic() - start)
            crashes.check(number)
        # The second and third replace a live endpoint, as all that follow do.
        usual = max(normal[1:])
        print(f"an undisturbed loop takes {usual * 1000:.0f} ms")
        happened, recoveries = Counter(), []
        for number in range(3, 3 + CRASHES):
            delay = draw.uniform(0, 1.5 * usual)
            what, took = crashes.crash(number, delay)
            happened[what] += 1
            recoveries.append(took)
            print(f"killed after {delay * 1000:4.0f} ms: upload {what}, all well {took * 1000:.0f} ms after the restart")
        recoveries.sort()
        print(json.dumps({
            "crashes": CRASHES, "seed": SEED, "uploads": dict(happened), "executions": len(crashes.started),
            "recovery_ms": {"median": round(recoveries[len(recoveries) // 2] * 1000), "max": round(recoveries[-1] * 1000)},
        }))
    except BaseException as error:
        error.add_note(f"upload {number}, killed after {delay} s; LIRIO_SEED={SEED}\n{platform.log_tail()}")
        raise
    finally:
        if platform.alive():
            platform.stop()
    until("no process of the platform is left", lambda: not children_under(tmp_path / "data"), 20)


@pytest.mark.deadline(180)
def test_killed_with_an_endpoint_in_service(tmp_path, binaries, iris):
    """The endpoint comes back by itself; what served before the kill is gone, not doubled."""
    platform = Platform(tmp_path / "data").start()
    try:
        crashes = Crashes(platform, binaries, iris)
        crashes.upload(0, [])
        crashes.finish(0)
        crashes.check(0)
        for _ in range(3):
            before = len(children_under(tmp_path / "data"))
            platform.kill()
            platform.start()
            crashes.stack.on(platform)
            crashes.check(0)
            until("no more processes than before", lambda: len(children_under(tmp_path / "data")) <= before, 20)
    finally:
        if platform.alive():
            platform.stop()
    until("no process of the platform is left", lambda: not children_under(tmp_path / "data"), 20)
